"""Dates as rosters write them, one way in each file; two ways at once are a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from rostering.errors import Fault
from rostering.readers.existing.table import Raw, Table, plain

_DOTS = re.compile(r"^(?:[^\W\d]{1,9}\.?\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$")
_SHORT = re.compile(r"^(?:[^\W\d]{1,9}\.?\s+)?(\d{1,2})\.\s?(\d{1,2})\.?$")
_SLASH = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")
_DASH = re.compile(r"^(\d{1,2})-(\d{1,2})-(\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_CLOCK = re.compile(r"[T ]\d{1,2}[:.]\d\d([:.]\d\d)?$")
EXCEL = "an Excel date"


@dataclass(frozen=True, slots=True)
class Written:
    """A value that looks like a date: how it is written, and its three numbers as they stand."""

    form: str
    numbers: tuple[int, ...]
    text: str
    row: int
    column: int
    value: date | None = None


def written(value: Raw, row: int, column: int) -> Written | None:
    """Return how a value is written when it looks like a date, else None."""
    if isinstance(value, datetime):
        return Written(EXCEL, (), plain(value), row, column, value.date())
    if isinstance(value, date):
        return Written(EXCEL, (), plain(value), row, column, value)
    if not isinstance(value, str):
        return None
    text = plain(value)
    bare = _CLOCK.sub("", text)
    for form, pattern in (
        ("dd.mm.yyyy", _DOTS),
        ("/", _SLASH),
        ("dd-mm-yyyy", _DASH),
        ("yyyy-mm-dd", _ISO),
        ("dd.mm", _SHORT),
    ):
        if match := pattern.match(bare):
            return Written(form, tuple(map(int, match.groups())), text, row, column)
    return None


class DateReader:
    """Reads the dates of one file in the format that they all share.

    Parameters
    ----------
    table
        Where they stand.
    form
        ``date_format`` of the mapping, or empty to find it out.
    year
        The year of the first date where dates have none.
    """

    def __init__(self, table: Table, form: str = "", year: int | None = None) -> None:
        self.table = table
        self.form = form
        self.year = year
        self.faults: list[Fault] = []
        self._last: date | None = None

    def settle(self, dates: Iterable[Written]) -> None:
        """Find out the one format of all dates; two formats are a fault that names both rows."""
        known = list(dates)
        for other in known[1:]:
            if known[0].form != other.form:
                self._mixed(known[0], other)
                return
        if not known or (known[0].form == "/" and self.form in {"dd/mm/yyyy", "mm/dd/yyyy"}):
            return
        self.form = known[0].form if known[0].form != "/" else self._slashes(known)
        if self.form == "dd.mm" and self.year is None:
            guess = "write year = 2027 in the mapping"
            self._refuse(known[0], f"{known[0].text!r}, a date without year", "the year", guess)

    def _slashes(self, dates: list[Written]) -> str:
        day_first = next((d for d in dates if d.numbers[0] > 12), None)
        month_first = next((d for d in dates if d.numbers[1] > 12), None)
        if day_first and month_first:
            self._mixed(*sorted((day_first, month_first), key=lambda d: (d.row, d.column)))
            return ""
        if not day_first and not month_first:
            guess = 'write date_format = "dd/mm/yyyy" or "mm/dd/yyyy" in the mapping'
            found = f"{dates[0].text!r}, and nothing tells day from month"
            self._refuse(dates[0], found, "a date that can be read one way", guess)
            return ""
        return "dd/mm/yyyy" if day_first else "mm/dd/yyyy"

    def _mixed(self, one: Written, other: Written) -> None:
        there = self.table.place(one.row, one.column)
        found = f"{other.text!r} ({_form(other)}), but {one.text!r} ({_form(one)}) at {there}"
        guess = "a part was pasted from elsewhere: give the whole column one date format"
        self._refuse(other, found, "dates written in one way", guess)

    def _refuse(self, at: Written, found: str, needed: str, guess: str) -> None:
        self.faults.append(Fault(self.table.place(at.row, at.column), found, needed, guess))

    def read(self, at: Written) -> date | None:
        """Return a date; None with a fault when there is no such day."""
        if at.value is not None or self.faults:
            self._last = at.value or self._last
            return at.value
        try:
            self._last = self._date(at)
        except ValueError as error:
            self._refuse(at, repr(at.text), f"a date as {self.form}", _impossible(str(error)))
            return None
        return self._last

    def _date(self, at: Written) -> date:
        if at.form == "yyyy-mm-dd":
            return date(*at.numbers)
        one, two, *rest = at.numbers
        day, month = (two, one) if self.form == "mm/dd/yyyy" else (one, two)
        if rest:
            return date(rest[0] + 2000 * (rest[0] < 100), month, day)
        year = self._last.year if self._last else self.year or 1
        found = date(year, month, day)
        turned = self._last is not None and (self._last - found).days > 180
        return date(year + 1, month, day) if turned else found


def _form(at: Written) -> str:
    if at.form != "/":
        return at.form
    return "dd/mm/yyyy" if at.numbers[0] > 12 else "mm/dd/yyyy" if at.numbers[1] > 12 else "a/b/c"


def _impossible(reason: str) -> str:
    return (
        "day and month have changed places" if "month" in reason else f"a digit is wrong ({reason})"
    )
