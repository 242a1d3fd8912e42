"""One day of a roster: who is on duty, which minima that serves, and which pairs meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.cells import Cell, counts_in
from rostering.domain.duty import Duty
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.domain.problem import Pair, PairKind, RuleMode
from rostering.rules import coverage, pairs

Counts = tuple[int, ...]
"""People by demand cell, in the order of ``Day.cells``."""
Signature = tuple[int, ...]
"""The cells, by number, in which one person's duty counts."""
Meeting = tuple[str, str, str]
"""A pair's id, a shift code and a unit in which the pair is wrong."""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One person's duty of a day, with the cells in which it counts."""

    person: Person
    duty: Duty
    counts: Signature


class Day:
    """One day; ``count`` are people in each cell, ``most`` the maximum where it binds hard."""

    def __init__(self, court: Court, plan: Plan, day: int, since: int, cells: list[Cell]) -> None:
        self.index, self.plan, self.day = court.index, plan, day
        self.cells = tuple(cells)
        self.count: Counts = tuple(plan.in_cell(cell) for cell in cells)
        self.least = tuple(cell.minimum for cell in cells)
        self.most = tuple(_most(court, cell) for cell in cells)
        self.pairs = tuple(_pairs(court, day))
        self._paired = {name for pair in self.pairs for name in (pair.person, pair.other)}
        self._signatures: dict[tuple[str, Duty], Signature] = {}
        found = [
            OnDuty(line.person, duty, self.signature(line.person, duty))
            for line in plan.lines.values()
            for duty in line.on(day)
            if duty.start >= since
        ]
        self.duties = tuple(sorted(found, key=lambda one: (one.person.id, one.duty.start)))
        self.people = tuple(dict.fromkeys(one.person.id for one in self.duties))
        self.wrong_before = self.wrong({}, ())

    def signature(self, person: Person, duty: Duty) -> Signature:
        """Return the cells in which a person counts with a duty."""
        key = (person.id, duty)
        if key not in self._signatures:
            self._signatures[key] = tuple(
                number
                for number, cell in enumerate(self.cells)
                if counts_in(self.index, person, duty, cell)
            )
        return self._signatures[key]

    def without(self, absent: Iterable[OnDuty]) -> Counts:
        """Return the counts when some duties are not worked."""
        count = list(self.count)
        for one in absent:
            for number in one.counts:
                count[number] -= 1
        return tuple(count)

    def missing(self, count: Counts) -> int:
        """Return how many people are missing under the minima, over all cells."""
        return sum(max(0, low - here) for low, here in zip(self.least, count, strict=True))

    def over(self, count: Counts) -> int:
        """Return how many people are above a maximum who were not so before."""
        bounds = zip(self.most, self.count, count, strict=True)
        return sum(max(0, now - max(most, was)) for most, was, now in bounds if most is not None)

    def in_pair(self, person: str) -> bool:
        """Return whether a pair of this day has a person in it."""
        return person in self._paired

    def wrong(self, added: Mapping[str, Duty], absent: Iterable[str]) -> frozenset[Meeting]:
        """Return where pairs are wrong when some people are away and others have a duty more."""
        if not self.pairs:
            return frozenset()
        gone = set(absent)
        here: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for one in self.duties:
            if one.person.id not in gone:
                here[one.person.id].add((one.duty.code, one.duty.unit))
        for name, duty in added.items():
            here[name].add((duty.code, duty.unit))
        found = set()
        for pair in self.pairs:
            mine, theirs = here[pair.person], here[pair.other]
            bad = mine & theirs if pair.kind is PairKind.APART else mine - theirs
            named = ((c, u) for c, u in bad if not pair.shifts or c in pair.shifts)
            found |= {(pair.id, code, unit) for code, unit in named}
        return frozenset(found)


def days_of(court: Court, plan: Plan, since: int) -> tuple[Day, ...]:
    """Return the days of a plan on which somebody's duty starts at a minute or later."""
    cells: dict[int, dict[Cell, None]] = defaultdict(dict)
    for cell in court.index.cells:
        for day, _ in cell.options:
            cells[day][cell] = None
    made = (Day(court, plan, day, since, list(cells[day])) for day in range(court.index.days))
    return tuple(day for day in made if day.duties)


def _most(court: Court, cell: Cell) -> int | None:
    hard = court.rulings.mode(coverage.ID) is RuleMode.HARD
    values = court.rulings.values(coverage.RULE, None)
    return cell.maximum if hard and values.at(cell.day).required else None


def _pairs(court: Court, day: int) -> Iterable[Pair]:
    hard = court.rulings.mode(pairs.ID) is RuleMode.HARD
    if hard and court.rulings.values(pairs.RULE, None).at(day).required:
        when = court.index.clock.date(day)
        yield from (pair for pair in court.index.problem.pairs if pair.holds_on(when))
