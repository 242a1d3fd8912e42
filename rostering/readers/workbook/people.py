"""The sheet Ansatte: several rows with the same id are one person with several positions."""

from __future__ import annotations

from typing import Any

from rostering.readers.workbook.book import REFUSED, Book
from rostering.readers.workbook.cells import Cell, Unreadable, text
from rostering.readers.workbook.layout import PEOPLE, POSITIONS
from rostering.readers.workbook.rows import Row, entry


def fill_people(book: Book, found: list[Row]) -> None:
    """Fill the list ``people`` of the book's data."""
    people: list[dict[str, Any]] = []
    numbers: dict[str, int] = {}
    for row in found:
        number = numbers.get(_id(row))
        if number is None:
            number = len(people)
            people.append(_person(book, row, number))
            if isinstance(people[-1].get("id"), str):
                numbers[people[-1]["id"]] = number
        else:
            _require_same(book, row, people[number])
        _add_position(book, row, people[number], number)
    book.mark("people", f"sheet {PEOPLE.sheet}")
    book.data["people"] = people


def _id(row: Row) -> str:
    """Return the row's id as far as it can be read; faults are told when the person is made."""
    if "Id" not in row.cells or row.cells["Id"].value is None:
        return ""
    try:
        return text(Cell(row.cells["Id"].value))
    except Unreadable:
        return ""


def _person(book: Book, row: Row, number: int) -> dict[str, Any]:
    made = entry(book, row, PEOPLE.columns, f"people[{number}]")
    held = made.get("competences")
    if isinstance(held, list):
        made["competences"] = [{"code": code} for code in held]
    return made


def _require_same(book: Book, row: Row, person: dict[str, Any]) -> None:
    """Check that a later row of a person says nothing else about the person."""
    again = entry(book, row, PEOPLE.columns, f"people of row {row.number}")
    if "competences" in again and again["competences"] is not REFUSED:
        again["competences"] = [{"code": code} for code in again["competences"]]
    for column in PEOPLE.columns:
        value = again.get(column.key)
        if value is not None and value is not REFUSED and value != person.get(column.key):
            where = f"{row.place}, column {column.heading}"
            needed = "the same as in the person's first row, or an empty cell"
            guess = "two people were given the same id"
            book.refuse(where, where, ("something else than in the first row", needed, guess))
            return


def _add_position(book: Book, row: Row, person: dict[str, Any], number: int) -> None:
    if not any(map(row.filled, POSITIONS.columns)):
        return
    positions = person.setdefault("positions", [])
    path = f"people[{number}].positions[{len(positions)}]"
    position = entry(book, row, POSITIONS.columns, path)
    position.setdefault("id", "1")
    if isinstance(person.get("home_unit"), str):
        position.setdefault("unit", person["home_unit"])
    positions.append(position)
