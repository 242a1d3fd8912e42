"""A sheet or CSV file as rows of plain values, and the place of each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

MAX_COLUMNS = 420
_NUMBER = re.compile(r"^-?\d{1,9}(\.\d{1,9})?$", re.ASCII)
Value = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Problematic:
    """A cell that holds no value of its own: a formula without result, an Excel error."""

    found: str
    maybe: str


Raw = Value | Problematic


@dataclass(frozen=True)
class Table:
    """One sheet. Rows and columns count from 1, as people count them.

    ``merged`` holds areas of merged cells as first row, first column, last row, last column;
    ``percents`` the cells that Excel shows as a percentage.
    """

    file: str
    sheet: str
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    percents: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, row: int, column: int) -> Raw:
        """Return a cell's value; None when it is empty or does not exist."""
        if not 1 <= row <= len(self.rows) or column < 1:
            return None
        values = self.rows[row - 1]
        found = values[column - 1] if column <= len(values) else None
        return None if isinstance(found, str) and not found.strip() else found

    def text(self, row: int, column: int) -> str:
        """Return a cell as text in one line, without spaces around it."""
        return plain(self.at(row, column))

    def texts(self, row: int) -> list[str]:
        """Return a whole row as text."""
        return [self.text(row, column) for column in range(1, self.width + 1)]

    def place(self, row: int, column: int | None = None) -> str:
        """Return where a cell or row stands, as a person looks for it."""
        if self.sheet:
            cell = f"cell {letter(column)}{row}" if column else f"row {row}"
            return f"sheet {self.sheet}, {cell}"
        return f"{self.file}, line {row}" + (f", column {column}" if column else "")

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the rows in which something stands."""
        for number, row in enumerate(self.rows, 1):
            if any(plain(value) for value in row):
                yield number


def plain(value: Raw) -> str:
    """Return a value as text in one line: 7.0 as ``7``, a date as ``01.03.2027``."""
    if value is None or isinstance(value, Problematic):
        return ""
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.hour or value.minute else ""
        return f"{value:%d.%m.%Y}{clock}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def decimal(text: str) -> float | None:
    """Return a number as people write it: 75,5 or 75.5 or ``75 %``; None when it is none."""
    bare = text.rstrip("%").replace(" ", "").replace(",", ".")
    return float(bare) if _NUMBER.match(bare) else None


def letter(column: int | None) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    found, rest = "", column or 0
    while rest:
        rest, digit = divmod(rest - 1, 26)
        found = chr(ord("A") + digit) + found
    return found


def column_number(letters: str) -> int:
    """Return the number of a column's letters: A is 1, AA is 27."""
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def joined(words: Iterable[str], most: int = 12) -> str:
    """Return words with commas between, cut after so many."""
    listed = list(words)
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
