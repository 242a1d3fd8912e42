"""The text file of an INRC-I instance, with one fault and its line for each thing that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rostering.domain.fields import format_time
from rostering.readers import guesses
from rostering.readers.public.inrc1_parts import contract, pattern
from rostering.readers.public.inrc1_sections import Row, sections
from rostering.readers.public.inrc1_text import (
    Contract,
    Employee,
    Instance,
    Pattern,
    Request,
    Shift,
)
from rostering.readers.public.reading import WEEKDAYS, Reading, text_lines

LONGEST_HORIZON = 371  # days
FOUR_WEEKS = 28  # days
_CLOCK = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)(?::00)?$")
_NO_DATE = date(2000, 1, 1)


def parse(path: Path) -> Instance:
    """Return what an instance file says.

    Raises
    ------
    BadInput
        With one fault and its line for each thing that is wrong.
    """
    reading = Reading(path.name)
    rows = sections(reading, text_lines(path))
    reading.finish()
    instance = _Text(reading, rows).instance()
    reading.finish()
    return instance


class _Text:
    """The rows of a file as an instance; what has faults is left out."""

    def __init__(self, reading: Reading, rows: dict[str, list[Row]]) -> None:
        self.reading = reading
        self.rows = rows
        self.skills = [row[0] for _, row in rows["SKILLS"]]
        self.codes = [row[0] for _, row in rows["SHIFT_TYPES"]]
        self.names = [row[0] for _, row in rows["EMPLOYEES"]]
        self.id, self.first, self.last = self._period()

    def instance(self) -> Instance:
        """Return the instance."""
        patterns = {told.id: told for told in self._patterns()}
        contracts = {told.id: told for told in self._contracts(patterns)}
        return Instance(
            id=self.id,
            first=self.first,
            last=self.last,
            skills=tuple(dict.fromkeys(self.skills)),
            shifts=tuple(self._shifts()),
            contracts=contracts,
            patterns=patterns,
            employees=tuple(self._employees(contracts)),
            weekday_cover=dict(self._weekday_cover()),
            date_cover=dict(self._date_cover()),
            requests=(
                *self._requests("DAY_OFF_REQUESTS", by_shift=False, wanted=False),
                *self._requests("DAY_ON_REQUESTS", by_shift=False, wanted=True),
                *self._requests("SHIFT_OFF_REQUESTS", by_shift=True, wanted=False),
                *self._requests("SHIFT_ON_REQUESTS", by_shift=True, wanted=True),
            ),
        )

    def _period(self) -> tuple[str, date, date]:
        number, row = next(iter(self.rows["SCHEDULING_PERIOD"]), (0, []))
        if not self.reading.cells(row, number, 3, "id, first date, last date"):
            return "", _NO_DATE, _NO_DATE
        first, last = self._date(row[1], number), self._date(row[2], number)
        if not 0 <= (last - first).days < LONGEST_HORIZON:
            needed = f"1 to {LONGEST_HORIZON} days, the first date before the last"
            self.reading.fault(number, f"{row[1]} to {row[2]}", needed)
        self.reading.code(row[0], number, "instance", ())
        return row[0], first, last

    def _date(self, text: str, number: int) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            needed = "a date as YYYY-MM-DD"
            self.reading.fault(number, f"{text[:40]!r}", needed, guesses.day(text))
            return _NO_DATE

    def _day(self, text: str, number: int) -> date:
        """Return a date of the period."""
        when = self._date(text, number)
        if when != _NO_DATE and not self.first <= when <= self.last:
            self.reading.fault(number, text, f"a date from {self.first} to {self.last}")
        return when

    def _new(self, section: str, what: str, least: int, form: str) -> Iterator[Row]:
        """Yield the rows that are long enough and whose first entry is a new id."""
        seen = set[str]()
        for number, row in self.rows[section]:
            if self.reading.cells(row, number, least, form):
                self.reading.code(row[0], number, what, seen)
                seen.add(row[0])
                yield number, row

    def _shifts(self) -> Iterator[Shift]:
        form = "id, name, start, end, number of skills, skills"
        for number, row in self._new("SHIFT_TYPES", "shift", 6, form):
            start, end = self._clock(row[2], number), self._clock(row[3], number)
            self._require_apart(number, row[0], start, end)
            yield Shift(row[0], row[1], start, end, self._skills(row, number, 4))
        if not self.rows["SHIFT_TYPES"]:
            self.reading.fault("SHIFT_TYPES", "no row", "at least one shift")

    def _require_apart(self, number: int, code: str, start: int, end: int) -> None:
        """Note a shift that lasts into the first shift of the next day."""
        early = [_CLOCK.match(row[2]) for _, row in self.rows["SHIFT_TYPES"] if len(row) > 2]
        first = min((int(told[1]) * 60 + int(told[2]) for told in early if told), default=end)
        if first < end <= start:
            found = f"shift {code} until {format_time(end)} of the next day"
            needed = f"an end by {format_time(first)}, where the first shift begins"
            self.reading.fault(number, found, needed, "a digit of the time is wrong")

    def _clock(self, text: str, number: int) -> int:
        if told := _CLOCK.match(text):
            return int(told[1]) * 60 + int(told[2])
        self.reading.fault(number, f"{text[:40]!r}", "a time as HH:MM:00", guesses.time(text))
        return 0

    def _skills(self, row: list[str], number: int, place: int) -> tuple[str, ...]:
        """Return the skills that stand behind their number, with spaces between."""
        named = " ".join(row[place + 1 :]).split()
        if self.reading.whole(row[place], number, "number of skills") != len(named):
            needed = f"{row[place]}, as the number before says"
            self.reading.fault(number, f"{len(named)} skills", needed)
        return tuple(
            skill for skill in named if self.reading.known(skill, number, "skill", self.skills)
        )

    def _contracts(self, patterns: dict[str, Pattern]) -> Iterator[Contract]:
        for number, row in self._new("CONTRACTS", "contract", 1, "a contract"):
            if told := contract(self.reading, number, row, patterns):
                self._require_four_weeks(number, told)
                yield told

    def _require_four_weeks(self, number: int, told: Contract) -> None:
        """Note a limit on any four weeks in a period of more: the whole period would be counted."""
        days = (self.last - self.first).days + 1
        if told.limits["weekends_in_four_weeks"].points and days > FOUR_WEEKS:
            needed = f"at most {FOUR_WEEKS} days where weekends in four weeks are limited"
            self.reading.fault(number, f"a period of {days} days", needed)

    def _patterns(self) -> Iterator[Pattern]:
        for number, row in self._new("PATTERNS", "pattern", 1, "a pattern"):
            if told := pattern(self.reading, number, row, self.codes):
                yield told

    def _employees(self, contracts: dict[str, Contract]) -> Iterator[Employee]:
        form = "id, name, contract, number of skills, skills"
        for number, row in self._new("EMPLOYEES", "employee", 5, form):
            self.reading.known(row[2], number, "contract", contracts)
            yield Employee(row[0], row[1] or row[0], row[2], self._skills(row, number, 3))
        if not self.names:
            self.reading.fault("EMPLOYEES", "no row", "at least one employee")

    def _weekday_cover(self) -> Iterator[tuple[tuple[str, int], int]]:
        for number, row in self._covers("DAY_OF_WEEK_COVER", "weekday, shift, people"):
            if self.reading.known(row[0], number, "weekday", WEEKDAYS):
                yield (row[1], WEEKDAYS.index(row[0]) + 1), self._heads(row[2], number)

    def _date_cover(self) -> Iterator[tuple[tuple[str, date], int]]:
        for number, row in self._covers("DATE_SPECIFIC_COVER", "date, shift, people"):
            yield (row[1], self._day(row[0], number)), self._heads(row[2], number)

    def _covers(self, section: str, form: str) -> Iterator[Row]:
        """Yield the rows of cover that name a shift, each shift of a day once."""
        seen = set[tuple[str, str]]()
        for number, row in self.rows[section]:
            if not self.reading.cells(row, number, 3, form):
                continue
            if (row[0], row[1]) in seen:
                found = f"shift {row[1]} of {row[0]} a second time"
                self.reading.fault(number, found, "each shift of a day once")
            seen.add((row[0], row[1]))
            if self.reading.known(row[1], number, "shift", self.codes):
                yield number, row

    def _heads(self, text: str, number: int) -> int:
        return self.reading.whole(text, number, "number of people", 0, 500)

    def _requests(self, section: str, *, by_shift: bool, wanted: bool) -> Iterator[Request]:
        form = "employee, date, shift, weight" if by_shift else "employee, date, weight"
        for number, row in self.rows[section]:
            if not self.reading.cells(row, number, 3 + by_shift, form):
                continue
            known = self.reading.known(row[0], number, "employee", self.names)
            shift = row[2] if by_shift else ""
            known &= not by_shift or self.reading.known(shift, number, "shift", self.codes)
            when = self._day(row[1], number)
            points = self.reading.whole(row[2 + by_shift], number, "weight")
            if known:
                yield Request(row[0], when, shift, points, wanted)
