"""Reserve demand from the absence forecast that is left unfilled, at its own price.

Rows for the same people on the same shifts stand on each other, the dearest lowest: the first
reserve head is worth most, each further one less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rostering.domain.cells import Cell
from rostering.domain.demand import ReserveDemand
from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


@dataclass(frozen=True, slots=True)
class Stack:
    """Reserve rows that the same people fill, the dearest first, above the ordinary target."""

    rows: tuple[ReserveDemand, ...]
    day: int
    target: int

    @property
    def one(self) -> ReserveDemand:
        """Any of the rows: date, shifts, units and competence are the same in all."""
        return self.rows[0]

    @property
    def heads(self) -> int:
        """How many are wanted above the target."""
        return sum(row.heads for row in self.rows)

    def worth(self, heads: int) -> int:
        """Return what so many people above the target are worth; below it, each the dearest."""
        total = min(0, heads) * self.one.price
        for row in self.rows:
            here = min(max(0, heads), row.heads)
            total += here * row.price
            heads -= here
        return total


def stacks(index: ProblemIndex) -> tuple[Stack, ...]:
    """Return the reserve of a problem, rows for the same put together; found once."""
    found: tuple[Stack, ...] | None = index.memo.get("reserve")
    if found is None:
        alike: dict[object, list[ReserveDemand]] = {}
        for row in index.problem.reserve:
            key = (row.date, frozenset(row.shifts), frozenset(row.units), row.competence)
            alike.setdefault(key, []).append(row)
        cells: dict[int, list[Cell]] = {}
        for cell in index.cells if alike else ():
            cells.setdefault(cell.day, []).append(cell)
        found = index.memo["reserve"] = tuple(
            _stack(rows, index.clock.day(rows[0].date), cells) for rows in alike.values()
        )
    return found


def _stack(rows: list[ReserveDemand], day: int, cells: dict[int, list[Cell]]) -> Stack:
    ordered = tuple(sorted(rows, key=lambda row: -row.price))
    return Stack(ordered, day, _target(ordered[0], cells.get(day, [])))


def _target(extra: ReserveDemand, cells: list[Cell]) -> int:
    """Return the ordinary target on the same shifts, which reserve heads stand above.

    A reserve for several units together stands above the sum of their targets.
    """
    targets: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    for cell in cells:
        row = cell.row
        if row.exclusive or not row.shifts or row.competence != extra.competence:
            continue
        key = (frozenset(row.shifts), frozenset(row.units))
        targets[key] = max(targets.get(key, 0), cell.target)
    same = (frozenset(extra.shifts), frozenset(extra.units))
    if same in targets or len(same[1]) == 1:
        return targets.get(same, 0)
    apart = [key for key in targets if len(key[1]) == 1 and key[0] == same[0] and key[1] <= same[1]]
    return sum(targets[key] for key in apart)


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield what each stack of reserve is worth more than those who are there."""
    for stack in stacks(plan.index):
        above = present(plan, stack) - stack.target
        missing = stack.heads - above
        if missing > 0:
            amount = stack.worth(stack.heads) - stack.worth(above)
            facts = {"people": missing, "shifts": ", ".join(stack.one.shifts)}
            yield Cause(amount, None, stack.day, "reserve", facts)


def present(plan: Plan, stack: Stack) -> int:
    """Return how many people who count for a stack are on duty."""
    return sum(
        _counts(plan.index, stack.one, person, duty)
        for code in stack.one.shifts
        for person, duty in plan.on_duty(stack.day, code)
    )


def _counts(index: ProblemIndex, extra: ReserveDemand, person: Person, duty: Duty) -> bool:
    """Return whether a duty counts; a role is filled beside the target, not above it."""
    return (
        person.counts
        and duty.counts
        and duty.role is None
        and duty.unit in extra.units
        and extra.competence.met_by(index.held(person, duty.day))
    )


def post(verbs: UnitVerbs, weight: int) -> None:
    """Charge each missing head by how much dearer its row is than the row above it."""
    index = verbs.index
    for stack in stacks(index):
        people = [
            (-1, literal)
            for code in stack.one.shifts
            for person, duty, literal in verbs.on_duty(stack.day, code)
            if _counts(index, stack.one, person, duty)
        ]
        wanted, prices = stack.target, [row.price for row in stack.rows]
        for row, (price, after) in zip(stack.rows, pairwise([*prices, 0]), strict=True):
            wanted += row.heads
            if price > after:
                verbs.price_over(people, -wanted, weight * (price - after))


TERM = unit_term("reserve", "points", measure, post)
