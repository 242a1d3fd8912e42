"""Whole shifts formed from freed minutes, and what they lower in the staffing plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from rostering.domain.competence import CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Heads, Minutes, Place, Slot, quarters
from tasksharing.domain.tasks import QUARTER, Task
from tasksharing.scenarios.fitting import Crew, Piece
from tasksharing.scenarios.nesting import Nest

ZERO = Fraction(0)
_ALL = ""
"""The one group that there is where nobody numbered the forms."""


@dataclass(frozen=True, slots=True)
class Freed:
    """What is freed under a row of the staffing plan on a weekday.

    ``minutes`` are those that its staff groups have less to do within the shift, ``enough`` the
    whole shifts that these make up, ``formed`` the heads that can really go: what remains is done
    by those who are left, nothing more than ``slide`` away from its time. ``lowered`` is how far
    the target falls without touching the minimum.
    """

    row: str
    shift: str
    weekday: int
    minutes: Fraction
    paid: int
    enough: int
    formed: int
    lowered: int
    general: bool


@dataclass(frozen=True)
class Week:
    """The minutes of a week before and after, and who is on duty.

    ``new`` is what new staff do on their own shifts, ``pool`` what a pool outside the unit does:
    both are part of ``after``, and neither is work of those who are on duty today.
    """

    before: Minutes
    after: Minutes
    heads: Heads
    new: Minutes = field(default_factory=dict)
    pool: Minutes = field(default_factory=dict)

    @cached_property
    def stays(self) -> Minutes:
        """What those who are on duty today still do."""
        rest = {
            slot: minutes - self.new.get(slot, ZERO) - self.pool.get(slot, ZERO)
            for slot, minutes in self.after.items()
        }
        return {slot: minutes for slot, minutes in rest.items() if minutes}


@dataclass(frozen=True, slots=True)
class Limits:
    """What must hold when somebody fewer is on duty; see ``Scenario``."""

    slide: int
    load: Fraction
    keep: bool = False


def freed_shifts(book: TaskBook, problem: Problem, week: Week, limits: Limits) -> list[Freed]:
    """Return, for each row and weekday that asks for people on shifts, what is freed under it.

    A quarter-hour in which two shifts meet counts under the one that begins later, so that no
    minute is counted twice for the same competence. Rows for dates of their own (public holidays),
    exclusive rows, and rows for competences that no group has as such stay as they are.
    """
    plan = _Plan(book, problem, week, limits)
    narrow_first = sorted(plan.rows, key=lambda row: len(plan.groups[row.id]))
    found = {
        (row.id, weekday): freed
        for row in narrow_first
        for weekday in row.weekdays
        if (freed := plan.freed(row, weekday)) is not None
    }
    order = {row.id: number for number, row in enumerate(plan.rows)}
    return sorted(found.values(), key=lambda freed: (order[freed.row], freed.weekday))


def carriers(need: CompetenceNeed, book: TaskBook, week: Week) -> frozenset[str]:
    """Return the groups whose work a row stands for: those at work today who meet its need."""
    today = {slot.group for slot in week.before} | {place.group for place in week.heads}
    return frozenset(g.id for g in book.groups if g.id in today and need.met_by(g.brings))


def counts(row: DemandRow, book: TaskBook) -> bool:
    """Return whether a row asks for people on the unit's shifts on ordinary weekdays."""
    return (
        bool(row.shifts) and not row.exclusive and not row.only_dates and row.units == (book.unit,)
    )


@dataclass
class _Plan:
    """The staffing plan row by row; heads that have gone under a row are gone under the next.

    Those that lie within others come first: a row never asks for fewer than the rows within it.
    """

    book: TaskBook
    problem: Problem
    week: Week
    limits: Limits
    lowered: dict[tuple[str, int], int] = field(default_factory=dict)
    gone: defaultdict[CompetenceNeed, Counter[Place]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    @cached_property
    def rows(self) -> tuple[DemandRow, ...]:
        return tuple(row for row in self.problem.demand if counts(row, self.book))

    @cached_property
    def groups(self) -> dict[str, frozenset[str]]:
        return {r.id: carriers(r.competence, self.book, self.week) for r in self.problem.demand}

    def freed(self, row: DemandRow, weekday: int) -> Freed | None:
        groups = self.groups[row.id]
        places = self._places(row, weekday)
        own = self._own(row, weekday)
        if not groups or not own:
            return None
        net = _total(self.week.before, groups, own) - _total(self.week.stays, groups, own)
        paid = [self.shifts[code].minutes for code in row.shifts]
        enough = max(0, int(net // max(paid)))
        formed = self._formed(row, groups, places, enough)
        lowered = 0 if self.limits.keep else min(formed, self._most(row, weekday))
        self.lowered[row.id, weekday] = lowered
        return Freed(
            row=row.id,
            shift="/".join(row.shifts),
            weekday=weekday,
            minutes=net,
            paid=max(paid),
            enough=enough,
            formed=formed,
            lowered=lowered,
            general=not row.competence.codes,
        )

    @cached_property
    def shifts(self) -> dict[str, ShiftType]:
        return {shift.code: shift for shift in self.problem.shifts}

    def _places(self, row: DemandRow, weekday: int) -> list[tuple[int, int]]:
        """Return the quarter-hours of a row's shifts in order of time."""
        found = {place for code in row.shifts for place in quarters(self.shifts[code], weekday)}
        wraps = {weekday for weekday, _ in found} == {1, 7}
        return sorted(found, key=lambda p: (8 if wraps and p[0] == 1 else p[0], p[1]))

    def _own(self, row: DemandRow, weekday: int) -> set[tuple[int, int]]:
        """Return the quarter-hours that count under a row: those where no other begins later."""
        mine = self.begins[row.id, weekday]
        beside = [
            places
            for (name, day), places in self.begins.items()
            if (name, day) != (row.id, weekday) and self._same(row, name)
        ]
        return {p for p, begins in mine.items() if all(o.get(p, begins) <= begins for o in beside)}

    @cached_property
    def begins(self) -> dict[tuple[str, int], dict[tuple[int, int], tuple[int, int]]]:
        """When what a quarter-hour counts under begins, by row and weekday; ties by the order."""
        found: dict[tuple[str, int], dict[tuple[int, int], tuple[int, int]]] = {}
        for number, row in enumerate(self.rows):
            for weekday in row.weekdays:
                here = found[row.id, weekday] = {}
                for code in row.shifts:
                    start = (weekday - 1) * 1440 + self.shifts[code].start
                    for place in quarters(self.shifts[code], weekday):
                        # on Monday morning the shift that began on Sunday is the earlier one
                        order = start - 7 * 1440 if place[0] < weekday else start
                        here[place] = max(here.get(place, (order, -number)), (order, -number))
        return found

    def _same(self, row: DemandRow, name: str) -> bool:
        """Return whether another row asks for the same competence on some of the same dates."""
        other = next(one for one in self.rows if one.id == name)
        return other.competence == row.competence and _meet(row, other)

    def _most(self, row: DemandRow, weekday: int) -> int:
        """Return how far a row's target may fall: to its minimum, and to the rows within it."""
        beside = [
            one
            for one in self.problem.demand
            if one.shifts and one.units == row.units and not one.only_dates
            if one == row or (weekday in one.weekdays and _meet(row, one))
        ]
        nest = Nest(beside, self.groups)
        less = {name: heads for (name, day), heads in self.lowered.items() if day == weekday}
        inside = nest.parents(one.id for one in beside)
        return max(0, row.target - max(row.minimum, nest.least(row.id, inside, less)))

    def _formed(
        self, row: DemandRow, groups: frozenset[str], places: list[tuple[int, int]], enough: int
    ) -> int:
        """Return how many heads can go, and note that they are gone."""
        if not enough:
            return 0
        crew = self._crew(row, groups, places)
        for number in range(enough, 0, -1):
            gone = crew.without(number)
            if gone is not None:
                for group, heads in gone.items():
                    for place in places:
                        self.gone[row.competence][Place(group, *place)] += heads
                return number
        return 0

    def _crew(self, row: DemandRow, groups: frozenset[str], places: list[tuple[int, int]]) -> Crew:
        order = {place: number for number, place in enumerate(places)}
        listed = [s for s in self.week.stays if s.group in groups and s[2:] in order]
        pieces = []
        for slot in listed:
            task = self.book.task(slot.task)
            first, last = _when(task, slot, order[slot[2:]], len(order), self.limits.slide)
            able = self._able(task, slot.group, groups) if self.week.heads else frozenset((_ALL,))
            pieces.append(Piece(first, last, self.week.stays[slot], able, task.people))
        gone = self.gone[row.competence]
        heads = {
            group: [self._there(row, group, place) - gone[Place(group, *place)] for place in places]
            for group in (sorted(groups) if self.week.heads else [_ALL])
        }
        return Crew(heads, pieces, self.limits.load)

    def _there(self, row: DemandRow, group: str, place: tuple[int, int]) -> Fraction:
        """Return who is there by the log; by the staffing plan where nobody numbered the forms."""
        if self.week.heads:
            return self.week.heads.get(Place(group, *place), ZERO)
        beside = (
            one
            for (name, _), there in self.begins.items()
            if place in there and self._same(row, name)
            for one in self.rows
            if one.id == name
        )
        return Fraction(sum(one.target for one in beside))

    def _able(self, task: Task, group: str, groups: frozenset[str]) -> frozenset[str]:
        """Return who can do a piece of work: who does it, and whose competence is enough.

        Others count only if their group does the task already, without a delegation: that is
        personal.
        """
        ways = self.book.allowed(task.id, self.problem.horizon.start) or task.minimum
        others = (
            one.id
            for one in self.book.groups
            if one.id in groups and one.id in task.groups
            if any(way.met_by(one.brings) and not way.delegation for way in ways)
        )
        return frozenset((group, *others))


def _meet(one: DemandRow, other: DemandRow) -> bool:
    """Return whether there is a date on which both rows may hold."""
    first = max((d for d in (one.first, other.first) if d is not None), default=None)
    last = min((d for d in (one.last, other.last) if d is not None), default=None)
    return first is None or last is None or first <= last


def _total(minutes: Minutes, groups: frozenset[str], places: set[tuple[int, int]]) -> Fraction:
    listed = (m for s, m in minutes.items() if s.group in groups and s[2:] in places)
    return sum(listed, ZERO)


def _when(task: Task, slot: Slot, here: int, length: int, slide: int) -> tuple[int, int]:
    """Return first and last place in the shift at which minutes may be done."""
    if task.window is None:
        steps = slide // QUARTER
        return max(0, here - steps), min(length - 1, here + steps)
    early = max(0, slot.quarter - task.window.first // QUARTER)
    late = max(0, task.window.last // QUARTER - 1 - slot.quarter)
    return max(0, here - early), min(length - 1, here + late)
