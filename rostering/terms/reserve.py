"""Reserve demand from the absence forecast that is left unfilled, at its own price."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.demand import ReserveDemand
from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.people import Person
from rostering.terms.base import unit_term
from rostering.verbs import UnitVerbs


def measure(plan: Plan) -> Iterator[Cause]:
    """Yield the price of each reserve head that is missing, counted above the target."""
    for extra in plan.index.problem.reserve:
        day = plan.index.clock.day(extra.date)
        here = sum(
            _counts(plan.index, extra, person, duty)
            for code in extra.shifts
            for person, duty in plan.on_duty(day, code)
        )
        missing = _target(plan.index, extra, day) + extra.heads - here
        if missing > 0:
            yield Cause(missing * extra.price, None, day, "reserve", {"people": missing})


def _target(index: ProblemIndex, extra: ReserveDemand, day: int) -> int:
    """Return the ordinary target on the same shifts, which reserve heads stand above."""
    rows = [
        cell.target
        for cell in index.cells
        if cell.day == day
        and not cell.row.exclusive
        and set(cell.row.shifts) == set(extra.shifts)
        and set(cell.row.units) == set(extra.units)
        and cell.row.competence == extra.competence
    ]
    return max(rows, default=0)


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
    """Charge each missing reserve head."""
    index = verbs.index
    for extra in index.problem.reserve:
        day = index.clock.day(extra.date)
        wanted = _target(index, extra, day) + extra.heads
        present = [
            (-1, literal)
            for code in extra.shifts
            for person, duty, literal in verbs.on_duty(day, code)
            if _counts(index, extra, person, duty)
        ]
        verbs.price_over(present, -wanted, weight * extra.price)


TERM = unit_term("reserve", "points", measure, post)
