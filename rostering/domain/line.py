"""One person's duties in order, history included: what employee rules and terms judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    def starting(self, start: Start) -> list[Duty]:
        """Return the duties of a code that start on a day."""
        return [duty for duty in self.on(start[0]) if duty.code == start[1]]

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


Start = tuple[int, str]
"""A day and the code of a shift that starts on it."""

_Place = tuple[str, int, int, int]
"""A demand cell by its row, day, start and end."""


class Plan:
    """Every person's line: what unit-wide rules and terms judge.

    Nothing in a plan changes; ``changed`` gives another one, which knows what this one has counted.
    """

    def __init__(
        self,
        index: ProblemIndex,
        lines: dict[str, Line],
        counted: tuple[dict[Start, list[tuple[Person, Duty]]], dict[_Place, int]] | None = None,
    ) -> None:
        self.index = index
        self.lines = lines
        self._on_duty: dict[Start, list[tuple[Person, Duty]]] | None
        self._counts: dict[_Place, int]
        self._on_duty, self._counts = counted or (None, {})

    def changed(self, lines: Mapping[str, Line]) -> Plan:
        """Return the plan with other lines of some people; only what they touch is counted anew."""
        touched = {
            (duty.day, duty.code)
            for person, line in lines.items()
            for duty in {*line.duties} ^ {*self.lines[person].duties}
        }
        counts, places = dict(self._counts), _places(self.index)
        for start in touched:
            for place in places.get(start, ()):
                counts.pop(place, None)
        on_duty = dict(self._all_on_duty)
        order = {person: number for number, person in enumerate(self.lines)}
        for start in touched:
            here = [found for found in on_duty.get(start, []) if found[0].id not in lines]
            here += [
                (line.person, duty) for line in lines.values() for duty in line.starting(start)
            ]
            on_duty[start] = sorted(here, key=lambda found: order[found[0].id])
        return Plan(self.index, {**self.lines, **lines}, (on_duty, counts))

    @property
    def _all_on_duty(self) -> dict[Start, list[tuple[Person, Duty]]]:
        if self._on_duty is None:
            self._on_duty = {}
            for line in self.lines.values():
                for duty in line.duties:
                    found = self._on_duty.setdefault((duty.day, duty.code), [])
                    found.append((line.person, duty))
        return self._on_duty

    def on_duty(self, day: int, code: str) -> list[tuple[Person, Duty]]:
        """Return everyone who starts a shift code on a day, past included."""
        return self._all_on_duty.get((day, code), [])

    def in_cell(self, cell: Cell) -> int:
        """Return how many people count in a demand cell; each cell is counted once."""
        place = _place(cell)
        found = self._counts.get(place)
        if found is None:
            found = self._counts[place] = sum(
                counts_in(self.index, person, duty, cell)
                for day, code in cell.options
                for person, duty in self.on_duty(day, code)
            )
        return found


def _place(cell: Cell) -> _Place:
    return (cell.row.id, cell.day, cell.start, cell.end)


def _places(index: ProblemIndex) -> dict[Start, list[_Place]]:
    """Return the cells that each start of a shift counts in."""
    if "places" not in index.memo:
        found: dict[Start, list[_Place]] = {}
        for cell in index.cells:
            for start in cell.options:
                found.setdefault(start, []).append(_place(cell))
        index.memo["places"] = found
    known: dict[Start, list[_Place]] = index.memo["places"]
    return known
