"""One person's duties in order, history included: what employee rules and terms judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rostering.domain.cells import Cell, counts_in
from rostering.domain.duty import Duty
from rostering.domain.people import Person

if TYPE_CHECKING:
    from rostering.domain.index import ProblemIndex

LONGEST = 2880  # minutes that a shift type can last: from 00:00 to 24:00 of the next day
_NONE: tuple[Duty, ...] = ()


class Line:
    """Duties of one person from the first known day to the end of the horizon.

    ``duties`` is sorted by start; ``first`` is the first day whose work is known (0 or negative)
    and ``last`` the last day of the horizon.
    """

    __slots__ = ("_by_day", "duties", "first", "index", "last", "person")

    def __init__(self, index: ProblemIndex, person: Person, duties: Iterable[Duty]) -> None:
        self.index = index
        self.person = person
        self.duties: tuple[Duty, ...] = tuple(sorted(duties, key=_order))
        self.first = index.first_known
        self.last = index.days - 1
        by_day: dict[int, tuple[Duty, ...]] = {}
        for duty in self.duties:
            by_day[duty.day] = (*by_day.get(duty.day, _NONE), duty)
        self._by_day = by_day

    def on(self, day: int) -> tuple[Duty, ...]:
        """Return the duties that start on a day, earliest first."""
        return self._by_day.get(day, _NONE)

    def works(self, day: int) -> bool:
        """Return whether any duty starts on a day."""
        return day in self._by_day

    def before(self, number: int, minutes: int) -> tuple[Duty, ...]:
        """Return the duties before one in the line that may end within minutes of its start."""
        since = self.duties[number].start - minutes - LONGEST
        first = number
        while first > 0 and self.duties[first - 1].start > since:
            first -= 1
        return self.duties[first:number]

    @property
    def planned(self) -> tuple[Duty, ...]:
        """The duties inside the horizon, without the past."""
        return tuple(duty for duty in self.duties if duty.day >= 0)


def _order(duty: Duty) -> tuple[int, int, str]:
    return (duty.start, duty.end, duty.code)


class Plan:
    """Every person's line: what unit-wide rules and terms judge."""

    def __init__(self, index: ProblemIndex, lines: dict[str, Line]) -> None:
        self.index = index
        self.lines = lines
        self._on_duty: dict[tuple[int, str], list[tuple[Person, Duty]]] | None = None

    def on_duty(self, day: int, code: str) -> list[tuple[Person, Duty]]:
        """Return everyone who starts a shift code on a day, past included."""
        if self._on_duty is None:
            self._on_duty = {}
            for line in self.lines.values():
                for duty in line.duties:
                    found = self._on_duty.setdefault((duty.day, duty.code), [])
                    found.append((line.person, duty))
        return self._on_duty.get((day, code), [])

    def in_cell(self, cell: Cell) -> int:
        """Return how many people count in a demand cell."""
        return sum(
            counts_in(self.index, person, duty, cell)
            for day, code in cell.options
            for person, duty in self.on_duty(day, code)
        )
