"""What a roster comes to: figures read from the engine's card, bill, ledger, lights and tests.

Nothing is reckoned here that the engine reckons already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rostering.bill import bill
from rostering.burden import plan_ledger
from rostering.burden.models import Burden
from rostering.check import Court
from rostering.domain.card import ScoreCard
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import Strength
from rostering.health import counts, plan_health
from rostering.replan.stress import stress_test
from rostering.reserve_notes import reserve_account

STRESS_SAMPLES = 5
_FOUR_WEEKS = 28
_HOURS = {"hours.overtime": "overtime", "hours.extra": "extra", "hours.agency": "agency"}
_PAID = {
    "cost.overtime": ("overtime", "extra"),
    "cost.temps": ("temp",),
    "cost.agency": ("agency",),
}
_SPREADS: tuple[Burden, ...] = ("weekend", "night", "evening")
Values = dict[str, float]


@dataclass(frozen=True)
class Seen:
    """A roster with everything that is read from it."""

    court: Court
    plan: Plan
    roster: Roster
    card: ScoreCard

    @classmethod
    def of(cls, problem: Problem, roster: Roster, card: ScoreCard) -> Seen:
        """Return a roster as it is seen by the engine's own checker."""
        court = Court.of(problem)
        return cls(court, court.index.plan(roster.effective), roster, card)


def rostered(seen: Seen, rows: Collection[str], *, seed: int) -> Values:
    """Return the figures of a roster.

    Parameters
    ----------
    seen
        The roster.
    rows
        The demand rows of the zero; others ask for new staff.
    seed
        Of the simulated sick calls: the same for all alternatives.
    """
    return {
        "points": float(seen.card.total),
        **dict(_coverage(seen.plan, rows)),
        **dict(_hours(seen)),
        **dict(_wishes(seen.plan)),
        **dict(_burdens(seen)),
        **dict(_health(seen.plan)),
        **dict(_robustness(seen, seed)),
    }


def _coverage(plan: Plan, rows: Collection[str]) -> Iterator[tuple[str, float]]:
    below, new, short = 0, 0, 0
    for cell in plan.index.cells:
        missing = max(0, cell.target - plan.in_cell(cell))
        if cell.row.id not in rows:
            new += missing * cell.minutes
        elif cell.row.competence.codes or cell.row.exclusive:
            short += missing > 0
        else:
            below += missing * cell.minutes
    yield "coverage.below_target_hours", below / 60
    yield "coverage.new_shift_hours", new / 60
    yield "coverage.competence_short", float(short)


def _hours(seen: Seen) -> Iterator[tuple[str, float]]:
    paid = bill(seen.court.index.given, seen.roster)
    minutes = {one.key: one.minutes for one in paid.kinds}
    ore = {one.key: one.ore for one in paid.kinds}
    for name, kind in _HOURS.items():
        yield name, minutes.get(kind, 0) / 60
    yield "hours.temps", minutes.get("temp", 0) / 60
    on_top = paid.total / lines if (lines := sum(ore.values())) else 1.0
    for name, kinds in _PAID.items():
        factor = 1.0 if kinds == ("agency",) else on_top
        yield name, sum(ore.get(kind, 0) for kind in kinds) * factor / 100
    yield "cost.variable", paid.total / 100
    off = next(one.value for one in seen.card.terms if one.term == "hours")
    yield "hours.off_contract", off / 60
    away = sum(
        duty.minutes
        for line in seen.plan.lines.values()
        for duty in line.planned
        if duty.unit != line.person.home_unit
    )
    yield "hours.other_unit", away / 60


def _wishes(plan: Plan) -> Iterator[tuple[str, float]]:
    asked, granted = {True: 0, False: 0}, {True: 0, False: 0}
    for line in plan.lines.values():
        for wish, day in wish_days(plan.index, line.person.id):
            strong = wish.strength is Strength.STRONG
            asked[strong] += 1
            granted[strong] += not refused(line, wish, day)
    if total := sum(asked.values()):
        yield "wishes.granted_share", sum(granted.values()) / total
    if asked[True]:
        yield "wishes.strong_granted_share", granted[True] / asked[True]


def _burdens(seen: Seen) -> Iterator[tuple[str, float]]:
    found = plan_ledger(seen.plan)
    for burden in _SPREADS:
        yield f"fairness.{burden}_spread", found.spread.get(burden, 0.0)
    shifts: defaultdict[str, float] = defaultdict(float)
    posts: defaultdict[str, float] = defaultdict(float)
    for one in found.people:
        group = seen.court.index.people[one.person].group
        posts[group] += one.size / 100
        shifts[group] += next(e.here for e in one.entries if e.burden == "weekend")
    periods = seen.court.index.days / _FOUR_WEEKS
    for group, size in posts.items():
        if size:
            yield f"weekend_load.{group}", shifts[group] / size / periods


def _health(plan: Plan) -> Iterator[tuple[str, float]]:
    lights = plan_health(plan)
    told = counts(lights)
    yield "health.red", float(told.worst.red)
    yield "health.amber", float(told.worst.amber)
    returns = (
        one.count
        for person in lights.people
        for one in person.measures
        if one.measure == "quick_returns"
    )
    yield "health.quick_returns", float(sum(returns))


def _robustness(seen: Seen, seed: int) -> Iterator[tuple[str, float]]:
    told = stress_test(seen.court, seen.roster, sick=(1,), samples=STRESS_SAMPLES, seed=seed)
    single = {(one.date, one.shift, one.unit) for one in told.single_points}
    yield "robustness.single_person_shifts", float(len(single))
    yield "robustness.one_sick_covered", told.sick_calls[0].share
    account = reserve_account(seen.plan)
    if account is not None:
        yield "robustness.reserve_placed", float(account.placed)
