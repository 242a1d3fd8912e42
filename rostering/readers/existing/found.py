"""What a layout's reader hands on: lines, the texts of their cells, and the faults so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rostering.errors import Fault
from rostering.readers import guesses
from rostering.readers.existing.layouts import bare, is_sum
from rostering.readers.existing.mapping import Columns, Mapping
from rostering.readers.existing.table import (
    Problematic,
    Table,
    column_number,
    decimal,
    joined,
    letter,
    plain,
)

_LETTER = re.compile(r"^[A-Z]{1,2}$")
MAX_DAYS = 371
MOST_BETWEEN = 7


@dataclass(frozen=True, slots=True)
class LineText:
    """A line of the roster as it is written: a name, and what stands beside it.

    ``marked`` says that the percentage is written as one: 75 %, or a percent cell of Excel;
    ``unread`` that what stands there is no number.
    """

    name: str
    row: int
    employee: str = ""
    percent: float | None = None
    marked: bool = False
    unread: bool = False
    competences: tuple[str, ...] = ()
    unit: str = ""

    @property
    def key(self) -> str:
        """What tells one line from another: the employee id, or else the name as it is spelt."""
        return f"id {self.employee}" if self.employee else f"name {self.name}"


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of one line's cell on a date; ``span`` are clock times that stand beside it."""

    line: str
    when: date
    text: str
    where: str
    span: tuple[int, int] | None = None
    hours: float | None = None
    unit: str = ""


@dataclass(slots=True)
class Found:
    """Everything that a table says, and what is wrong with it.

    ``undated`` are cells whose date could not be read: only their codes are asked about.
    ``seen`` says where each date stands first.
    """

    table: Table
    lines: list[LineText] = field(default_factory=list)
    cells: list[CellText] = field(default_factory=list)
    undated: list[CellText] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    seen: dict[date, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, row: int, column: int | None, *words: str) -> None:
        """Note a fault at a cell: found, needed and, if there is one, the guess."""
        self.faults.append(Fault(self.table.place(row, column), *words))

    def text(self, row: int, column: int) -> str:
        """Return a cell's text; a cell without a value of its own is a fault."""
        value = self.table.at(row, column)
        if isinstance(value, Problematic):
            self.refuse(row, column, value.found, "a value", value.maybe)
        return plain(value)

    def number(self, row: int, column: int) -> float | None:
        """Return a number, decimal commas and percent signs understood; None when empty."""
        value, text = self.table.at(row, column), self.text(row, column)
        if not text:
            return None
        number = decimal(text)
        if number is None:
            self.refuse(row, column, repr(text), "a number", guesses.number(text))
            return None
        shared = isinstance(value, int | float) and (row, column) in self.table.percents
        return round(number * 100, 4) if shared else number


def locate(found: Found, mapping: Mapping) -> dict[str, int]:
    """Return the number of each column that the mapping names; faults for those not there."""
    row = mapping.header_row
    heads = {bare(t): n for n, t in reversed([*enumerate(found.table.texts(row), 1)]) if t}
    columns: dict[str, int] = {}
    for key in Columns.model_fields:
        wanted = getattr(mapping.columns, key)
        if not wanted:
            continue
        if bare(wanted) in heads:
            columns[key] = heads[bare(wanted)]
        elif _LETTER.match(wanted) and column_number(wanted) <= found.table.width:
            columns[key] = column_number(wanted)
        else:
            listed = [text for text in found.table.texts(row) if text]
            words = f"no heading {wanted!r}", f"one of: {joined(listed)}"
            guess = guesses.spelling(wanted, listed) or "header_row in the mapping is another row"
            found.refuse(row, None, *words, guess)
    return columns


def refuse_merged(found: Found, first_row: int, last_row: int, allowed: frozenset[int]) -> None:
    """Refuse merged cells in the rows that are read, but for those down an allowed column."""
    for top, left, bottom, right in sorted(found.table.merged):
        if bottom < first_row or top > last_row or (left == right and left in allowed):
            continue
        where = f"sheet {found.table.sheet}, cells {letter(left)}{top}:{letter(right)}{bottom}"
        guess = "choose Unmerge cells, and fill in each cell"
        found.faults.append(Fault(where, "merged cells", "one value in each cell", guess))


def line_text(found: Found, row: int, name: str, columns: dict[str, int]) -> LineText:
    """Return what stands beside a name."""
    competence = found.text(row, columns["competence"]) if "competence" in columns else ""
    percent = found.number(row, columns["percent"]) if "percent" in columns else None
    written = "percent" in columns and bool(plain(found.table.at(row, columns["percent"])))
    return LineText(
        name=name,
        row=row,
        employee=found.text(row, columns["id"]) if "id" in columns else "",
        percent=percent,
        unread=written and percent is None,
        marked="percent" in columns and _is_marked(found, row, columns["percent"]),
        competences=tuple(part.strip() for part in re.split(r"[,;/]", competence) if part.strip()),
        unit=found.text(row, columns["unit"]) if "unit" in columns else "",
    )


def _is_marked(found: Found, row: int, column: int) -> bool:
    text = plain(found.table.at(row, column))
    return text.endswith("%") or (row, column) in found.table.percents


def other_columns(found: Found, header: int, taken: set[int], rows: range) -> None:
    """Note columns that are not read; one without heading among or after those read is a fault."""
    first = min(taken, default=1)
    for column in range(1, found.table.width + 1):
        head = found.table.text(header, column)
        filled = next((row for row in rows if found.table.text(row, column)), None)
        if column in taken or not (head or filled):
            continue
        if not head and filled and column > first:
            words = f"{found.table.text(filled, column)!r} in a column without heading"
            guess = "the row has a separator too many, or the heading was deleted"
            found.refuse(filled, column, words, "a heading", guess)
        else:
            found.notes.append(f"Column {letter(column)} ({head or 'no heading'}) is not read.")


def end_row(table: Table, mapping: Mapping) -> int:
    """Return the last row of the roster itself: the one before what stands below it."""
    wanted = mapping.ends_before.casefold()
    for row in table.numbers() if wanted else ():
        if row > mapping.header_row and any(
            text.casefold().startswith(wanted) for text in table.texts(row)[:3]
        ):
            return row - 1
    return len(table.rows)


def is_ignored(mapping: Mapping, name: str) -> bool:
    """Return whether the unit has said that rows of this name are no people."""
    return name.casefold() in {known.casefold() for known in mapping.ignored_rows}


def no_person(mapping: Mapping, name: str, employee: str, leading: list[str]) -> str:
    """Return what a row that is no person's calls itself, or an empty string.

    ``leading`` are the texts left of the days; a person may be called Sum who has a number.
    """
    first = name or next(iter(leading), "")
    if is_ignored(mapping, first):
        return first
    if is_sum(employee):
        return employee
    if name:
        return name if is_sum(name) and not employee else ""
    return next((text for text in leading if is_sum(text)), "")


def is_vacant(mapping: Mapping, name: str) -> bool:
    """Return whether a name stands for a line that nobody holds."""
    first = re.split(r"[\s\d.:,-]", name.strip().casefold(), maxsplit=1)[0]
    return first in {word.casefold() for word in mapping.vacant}


def period_faults(found: Found, mapping: Mapping) -> Iterator[Fault]:
    """Yield the faults of a period that is empty, too long, or broken by more than a week."""
    place = found.table.place(1)
    if not found.days:
        yield Fault(place, "no dates", "at least one date with a column or row of its own")
    elif (max(found.days) - min(found.days)).days >= MAX_DAYS:
        span = f"{min(found.days)} to {max(found.days)}"
        guess = "a year is mistyped, or several years stand in one file"
        yield Fault(place, span, f"a period of at most {MAX_DAYS} days", guess)
    elif mapping.gaps == "ask":
        days = sorted(set(found.days))
        for early, late in pairwise(days):
            between = (late - early).days - 1
            if between > MOST_BETWEEN:
                words = f"{late}, and nothing on the {between} days after {early}"
                guess = 'a date is mistyped, or write gaps = "off" in the mapping: days off'
                needed = f"dates that leave out at most {MOST_BETWEEN} days"
                yield Fault(found.seen.get(late, place), words, needed, guess)
