"""What the text of a shift-scheduling instance of Curtois and Qu (2014) says, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rostering.readers.public.curtois_sections import Row, sections
from rostering.readers.public.reading import Reading, text_lines

LONGEST_HORIZON = 371  # days
LONGEST_SHIFT = 1080  # minutes: a shift begins 06:00 and ends on its own day
MOST_MINUTES = 600_000
MOST_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift: its length in minutes and the shifts that may not come on the day after."""

    id: str
    minutes: int
    barred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """What binds an employee: duties by shift, minutes, days in a row, weekends."""

    max_shifts: tuple[tuple[str, int], ...]
    max_minutes: int
    min_minutes: int
    max_run: int
    min_run: int
    min_off: int
    max_weekends: int


@dataclass(frozen=True, slots=True)
class Request:
    """A shift on a day that an employee wants, or does not want, and what it costs to refuse."""

    person: str
    day: int
    shift: str
    weight: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """People asked for in a shift on a day, and what each one under or over costs."""

    day: int
    shift: str
    need: int
    under: int
    over: int


@dataclass(frozen=True, slots=True)
class Instance:
    """All that a file says; days count from 0, a Monday."""

    days: int
    shifts: tuple[Shift, ...]
    staff: dict[str, Contract]
    days_off: tuple[tuple[str, int], ...]
    requests: tuple[Request, ...]
    covers: tuple[Cover, ...]


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
    """The rows of a file as an instance, with a fault for each that says nothing sensible."""

    def __init__(self, reading: Reading, rows: dict[str, list[Row]]) -> None:
        self.reading = reading
        self.rows = rows
        self.days = self._horizon()
        self.codes = {row[0]: number for number, row in rows["SECTION_SHIFTS"]}
        self.names = {row[0]: number for number, row in rows["SECTION_STAFF"]}

    def instance(self) -> Instance:
        """Return the instance; what has faults is left out."""
        on, off = "SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS"
        return Instance(
            days=self.days,
            shifts=tuple(self._shifts()),
            staff=dict(self._staff()),
            days_off=tuple(self._days_off()),
            requests=(*self._requests(on, wanted=True), *self._requests(off, wanted=False)),
            covers=tuple(self._covers()),
        )

    def _horizon(self) -> int:
        rows = self.rows["SECTION_HORIZON"]
        if len(rows) != 1:
            needed = "one line with the number of days"
            self.reading.fault("SECTION_HORIZON", f"{len(rows)} lines", needed)
            return 1
        return self.reading.whole(rows[0][1][0], rows[0][0], "horizon", 1, LONGEST_HORIZON)

    def _shifts(self) -> Iterator[Shift]:
        reading, seen = self.reading, set[str]()
        for number, row in self.rows["SECTION_SHIFTS"]:
            if not reading.cells(row, number, 2, "id, minutes, shifts that cannot follow"):
                continue
            reading.code(row[0], number, "shift", seen)
            seen.add(row[0])
            barred = [code.strip() for code in row[2].split("|") if code.strip()] if row[2:] else []
            for code in barred:
                reading.known(code, number, "shift", self.codes)
            minutes = reading.whole(row[1], number, "shift length", 1, LONGEST_SHIFT)
            yield Shift(row[0], minutes, tuple(barred))
        if not seen:
            reading.fault("SECTION_SHIFTS", "no line", "at least one shift")

    def _staff(self) -> Iterator[tuple[str, Contract]]:
        reading, seen = self.reading, set[str]()
        for number, row in self.rows["SECTION_STAFF"]:
            if not reading.cells(row, number, 8, "an id, the most of each shift, six numbers"):
                continue
            reading.code(row[0], number, "employee", seen)
            seen.add(row[0])
            values = [
                reading.whole(cell, number, what, 0, MOST_MINUTES)
                for what, cell in zip(_STAFF, row[2:8], strict=True)
            ]
            yield row[0], Contract(tuple(self._most(number, row[1])), *values)
        if not seen:
            reading.fault("SECTION_STAFF", "no line", "at least one employee")

    def _most(self, number: int, text: str) -> Iterator[tuple[str, int]]:
        for part in filter(None, text.split("|")):
            code, equals, most = (piece.strip() for piece in part.partition("="))
            if not equals:
                self.reading.fault(number, f"{part!r}", "the most of each shift, such as E=14|L=3")
            elif self.reading.known(code, number, "shift", self.codes):
                yield code, self.reading.whole(most, number, "most of the shift")

    def _day(self, text: str, number: int) -> int:
        return self.reading.whole(text, number, "day", 0, self.days - 1)

    def _days_off(self) -> Iterator[tuple[str, int]]:
        for number, row in self.rows["SECTION_DAYS_OFF"]:
            if self.reading.known(row[0], number, "employee", self.names):
                for cell in row[1:]:
                    yield row[0], self._day(cell, number)

    def _requests(self, section: str, *, wanted: bool) -> Iterator[Request]:
        reading = self.reading
        for number, row in self.rows[section]:
            if not reading.cells(row, number, 4, "employee, day, shift, weight"):
                continue
            named = reading.known(row[0], number, "employee", self.names)
            if reading.known(row[2], number, "shift", self.codes) and named:
                weight = reading.whole(row[3], number, "weight")
                yield Request(row[0], self._day(row[1], number), row[2], weight, wanted)

    def _covers(self) -> Iterator[Cover]:
        reading, seen = self.reading, set[tuple[int, str]]()
        for number, row in self.rows["SECTION_COVER"]:
            if not reading.cells(row, number, 5, "day, shift, people, weight under, weight over"):
                continue
            day = self._day(row[0], number)
            if (day, row[1]) in seen:
                found = f"day {day} of shift {row[1]} a second time"
                reading.fault(number, found, "each shift of a day once")
            seen.add((day, row[1]))
            if reading.known(row[1], number, "shift", self.codes):
                need = reading.whole(row[2], number, "number of people", 0, MOST_PEOPLE)
                under = reading.whole(row[3], number, "weight under")
                yield Cover(day, row[1], need, under, reading.whole(row[4], number, "weight over"))


_STAFF = (
    "most minutes",
    "least minutes",
    "most shifts in a row",
    "least shifts in a row",
    "least days off in a row",
    "most weekends",
)
