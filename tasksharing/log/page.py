"""A list in a CSV or Excel file: its heading row, its columns by field, its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.readers.existing.files import tables
from rostering.readers.existing.table import Table
from rostering.readers.json_text import shown
from rostering.readers.lists.rows import Row, Rows

SEARCHED_ROWS = 12
M = TypeVar("M", bound=BaseModel)


_AS_NAMED: Mapping[str, str] = MappingProxyType({})


class Column(NamedTuple):
    """A field of a list and the headings it may stand under; ``needed`` if every list has it."""

    name: str
    headings: tuple[str, ...]
    needed: bool = False


@dataclass
class Page(Rows):
    """A list that is being read."""

    @property
    def title(self) -> str:
        """What stands above the headings."""
        above = (" ".join(self.table.texts(row)) for row in range(1, self.head))
        return " ".join(" ".join(above).split())

    def entries(self) -> Iterator[Entry]:
        """Yield the rows below the headings in which something stands."""
        for number in self.table.numbers():
            if number > self.head:
                yield Entry(self, number)


@dataclass(frozen=True)
class Entry(Row):
    """A row of a list."""

    page: Page

    def made(
        self, model: type[M], data: dict[str, Any], columns: Mapping[str, str] = _AS_NAMED
    ) -> M | None:
        """Return a model of what was read; None after noting what no cell alone could tell.

        ``columns`` tells which field a value was read from, where it has another name.
        """
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                field_ = str(one["loc"][0]) if one["loc"] else ""
                name = columns.get(field_, field_)
                longest = one.get("ctx", {}).get("max_length")
                if longest is None:
                    self.refuse(name, shown(one["input"]), one["msg"])
                else:
                    found = f"a text of {len(one['input'])} characters"
                    guess = "notes stand there too: write name or role alone"
                    self.refuse(name, found, f"at most {longest} characters", guess)
        return None


def open_page(path: Path, columns: tuple[Column, ...]) -> Page:
    """Return the list in a workbook's first fitting sheet, or in a CSV file.

    Raises
    ------
    BadInput
        When the file cannot be read, headings are missing, or one is unknown or there twice.
    """
    found = [(table, *_headings(table, columns)) for table in tables(path)]
    if not found:
        raise BadInput([Fault(path.name, "no sheets", "a list")])
    table, row, known = max(found, key=lambda one: len(one[2]))
    faults = list(_heading_faults(table, row, columns))
    missing = [c for c in columns if c.needed and c.name not in known]
    where = table.place(row) if known else path.name
    for column in missing:
        heads = ", ".join(text for text in table.texts(row) if text)[:160] or "nothing"
        needed = f"a heading {column.headings[0]!r}"
        faults.append(Fault(where, heads, needed, "it is another list, or a heading was changed"))
    if faults:
        raise BadInput(faults)
    return Page(table, row, known)


def bare(text: str) -> str:
    """Return a heading or name as it is compared: letters and digits in lower case."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _headings(table: Table, columns: tuple[Column, ...]) -> tuple[int, dict[str, int]]:
    rows = [n for n in table.numbers() if n <= SEARCHED_ROWS] or [1]
    best = max(rows, key=lambda row: len(_known(table, row, columns)))
    return best, _known(table, best, columns)


def _known(table: Table, row: int, columns: tuple[Column, ...]) -> dict[str, int]:
    meant = {bare(text): column.name for column in columns for text in column.headings}
    known: dict[str, int] = {}
    for number, text in enumerate(table.texts(row), 1):
        name = meant.get(bare(text))
        if name is not None:
            known.setdefault(name, number)
    return known


def _heading_faults(table: Table, row: int, columns: tuple[Column, ...]) -> Iterator[Fault]:
    meant = {bare(text): column.name for column in columns for text in column.headings}
    usual = ", ".join(column.headings[0] for column in columns)
    seen: set[str] = set()
    for number, text in enumerate(table.texts(row), 1):
        where, name = table.place(row, number), meant.get(bare(text))
        if text and name is None:
            guess = guesses.spelling(text, [h for c in columns for h in c.headings])
            guess = guess or "the column is a note: take it out of the list"
            yield Fault(where, f"an unknown heading {text!r}", f"one of: {usual}", guess)
        elif name in seen:
            yield Fault(where, f"{text!r} a second time", f"one column for {name}")
        seen.add(name or "")
