"""Approvals and personal delegations out of CSV or Excel lists."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rostering.domain.problem import Problem
from rostering.readers.workbook.cells import Cell, Unreadable, day, text, texts
from tasksharing.domain.consistency import unknown
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Task
from tasksharing.log.page import Column, Entry, open_page
from tasksharing.log.words import named

_TASK = Column("task", ("Oppgave", "Oppgåve", "Task"), needed=True)
_UNIT = Column("unit", ("Enhet", "Eining", "Avdeling", "Unit"))
_SIGNED = (
    Column("signed_by", ("Signert av", "Godkjent av", "Signed by", "Approved by"), needed=True),
    Column("signed_on", ("Signert dato", "Godkjent dato", "Signed on", "Approved on"), needed=True),
)
_SIGNING = {"by": "signed_by", "on": "signed_on"}
APPROVALS = (_TASK, _UNIT, *_SIGNED, Column("last", ("Gjelder til", "Gjeld til", "Valid to")))
DELEGATIONS = (
    Column("person", ("Person", "Ansatt", "Tilsett", "Id", "Ansattnummer"), needed=True),
    _TASK,
    _UNIT,
    Column("forms", ("Legemiddelform", "Medicine form")),
    Column("residents", ("Beboere", "Bebuarar", "Residents")),
    Column("first", ("Gjelder fra", "Gjeld frå", "Valid from")),
    Column("last", ("Gjelder til", "Gjeld til", "Valid to"), needed=True),
    *_SIGNED,
)


def read_approvals(
    path: Path, tasks: Iterable[Task], problem: Problem, unit: str
) -> tuple[Approval, ...]:
    """Return the approvals in a list; a row without a unit speaks of the unit given.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    page = open_page(path, APPROVALS)
    task_of = named("task", tasks)
    found = []
    for row in page.entries():
        before = len(page.faults)
        made = {
            "task": row.read("task", task_of, needed=True),
            "unit": _unit(row, problem, unit),
            "by": row.read("signed_by", text, needed=True),
            "on": row.read("signed_on", day, needed=True),
            "last": row.read("last", day),
        }
        _forward(row, made["on"], made["last"])
        if len(page.faults) == before and (one := row.made(Approval, made, _SIGNING)) is not None:
            found.append(one)
    page.require_whole()
    return tuple(found)


def read_delegations(
    path: Path, tasks: Iterable[Task], problem: Problem, unit: str
) -> tuple[Delegation, ...]:
    """Return the delegations in a list; people by id or by a name that only one has.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong, such as a person whom nobody knows.
    """
    page = open_page(path, DELEGATIONS)
    task_of = named("task", tasks)
    found = []
    for row in page.entries():
        before = len(page.faults)
        made: dict[str, Any] = {
            "person": _person(row, problem),
            "task": row.read("task", task_of, needed=True),
            "unit": _unit(row, problem, unit),
            "forms": row.read("forms", texts) or (),
            "residents": row.read("residents", _numbers) or (),
            "first": row.read("first", day),
            "last": row.read("last", day, needed=True),
            "signed_by": row.read("signed_by", text, needed=True),
            "signed_on": row.read("signed_on", day, needed=True),
        }
        _forward(row, made["first"] or made["signed_on"], made["last"])
        if len(page.faults) == before and (one := row.made(Delegation, made)) is not None:
            found.append(one)
    page.require_whole()
    return tuple(found)


def _unit(row: Entry, problem: Problem, unit: str) -> str:
    written = row.read("unit", text) or unit
    known = [one.id for one in problem.units]
    called = {one.name.casefold(): one.id for one in problem.units if one.name}
    found = called.get(written.casefold(), written)
    for fault in unknown("unit", [found], known, row.place("unit")):
        row.refuse("unit", fault.found, fault.needed, fault.maybe)
    return found


def _person(row: Entry, problem: Problem) -> str | None:
    written = row.read("person", text, needed=True)
    if written is None:
        return None
    if written in {person.id for person in problem.people}:
        return written
    known = written.casefold()
    named_so = [
        person.id
        for person in problem.people
        if known in {person.id.casefold(), person.name.casefold()}
    ]
    if len(named_so) == 1:
        return named_so[0]
    if named_so:
        found = f"{written!r}, which {len(named_so)} people are called"
        row.refuse("person", found, "an id", f"{named_so[0]} or {named_so[1]} is meant")
        return None
    people = [spelling for p in problem.people for spelling in (p.id, p.name)]
    for fault in unknown("person", [written], people, row.place("person")):
        close = fault.maybe if "meant" in fault.maybe else "the person has left or is not hired yet"
        row.refuse("person", fault.found, "an id or name in the ward's staff list", close)
    return None


def _numbers(cell: Cell) -> list[int]:
    parts = texts(cell)
    if not all(part.isdecimal() and 0 < int(part) < 10_000 for part in parts):
        guess = "names stand there: write the residents' numbers, never names"
        raise Unreadable("residents by number, with commas between", guess)
    return [int(part) for part in parts]


def _forward(row: Entry, first: str | None, last: str | None) -> None:
    if first and last and last < first:
        guess = "the two dates have changed places"
        row.refuse("last", last, f"a date from {first} on", guess)
