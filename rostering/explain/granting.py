"""Which wishes a roster grants, and what granting another one would change in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.cells import Cell, counts_in
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import Wish, WishKind
from rostering.explain.receipt_models import (
    CauseOfPrice,
    Enabling,
    Fulfilment,
    PersonFulfilment,
    Receipt,
    Touched,
)
from rostering.live import LivePlan
from rostering.score import causes
from rostering.terms.registry import TERMS, weights
from rostering.terms.wishes import POINTS


@dataclass(frozen=True, slots=True)
class WishDay:
    """One wish on one of its days, which counts from the first of the period."""

    wish: Wish
    day: int
    granted: bool

    @property
    def points(self) -> int:
        """Wish points of its refusal."""
        return POINTS[self.wish.strength] if self.wish.points is None else self.wish.points


def wishes_of(plan: Plan, people: Iterable[str] | None = None) -> Iterator[WishDay]:
    """Yield every wish day of a plan, in the ward's order of people; of some people alone."""
    for person in plan.lines if people is None else people:
        line = plan.lines[person]
        for wish, day in wish_days(plan.index, person):
            if 0 <= day < plan.index.days:
                yield WishDay(wish, day, not refused(line, wish, day))


def named_shifts(index: ProblemIndex, wish: Wish) -> tuple[str, ...]:
    """Return the codes of the shifts that a wish speaks of."""
    return tuple(code for code, shift in index.shifts.items() if wish.names(code, shift.kind))


def blank(index: ProblemIndex, one: WishDay) -> Receipt:
    """Return the receipt of a wish day before anything was priced."""
    wish = one.wish
    anything = not wish.shifts and not wish.kinds
    return Receipt(
        person=wish.person,
        date=index.clock.date(one.day),
        kind=wish.kind.value,
        shifts=() if anything else named_shifts(index, wish),
        strength=wish.strength.name.lower(),
        status="granted" if one.granted else "unknown",
        worth=0 if one.granted else one.points * weights(index.problem)["wishes"],
    )


def by_term(plan: Plan) -> dict[str, int]:
    """Return the points of each goal on a plan."""
    points = weights(plan.index.problem)
    return {
        term.id: points[term.id] * sum(cause.amount for cause in causes(plan, term))
        for term in TERMS
        if points[term.id]
    }


def causes_between(before: dict[str, int], after: dict[str, int]) -> tuple[CauseOfPrice, ...]:
    """Return the goals that differ, dearest first."""
    moved = {term: after[term] - before[term] for term in before}
    ordered = sorted(moved.items(), key=lambda item: (-item[1], item[0]))
    return tuple(CauseOfPrice(term=term, points=points) for term, points in ordered if points)


def touched_between(
    index: ProblemIndex,
    before: Iterable[Assignment],
    after: Iterable[Assignment],
    asking: str,
) -> tuple[Touched, ...]:
    """Return everybody but the one who asks whose days differ, in the ward's order."""
    days: dict[str, set[dt.date]] = {}
    for duty in set(before) ^ set(after):
        days.setdefault(duty.person, set()).add(duty.date)
    return tuple(
        Touched(person=person.id, group=person.group, dates=tuple(sorted(days[person.id])))
        for person in index.problem.people
        if person.id in days and person.id != asking
    )


def displaced_between(before: Plan, after: Plan, asking: str) -> tuple[str, ...]:
    """Return strengths of others' wish days that only the first plan grants, strongest first."""
    held = {(one.wish, one.day) for one in wishes_of(before) if one.granted}
    lost = [
        one.wish.strength
        for one in wishes_of(after)
        if not one.granted and (one.wish, one.day) in held and one.wish.person != asking
    ]
    return tuple(strength.name.lower() for strength in sorted(lost, reverse=True))


def broken_by(court: Court, live: LivePlan, one: WishDay) -> tuple[str, ...]:
    """Return the hard rules that the day off alone would break, nobody else moved."""
    if one.wish.kind is not WishKind.AVOID:
        return ()
    before = Counter(_hard(court, live))
    date = court.index.clock.date(one.day)
    after = Counter(_hard(court, live.changed({(one.wish.person, date): ()})))
    return tuple(dict.fromkeys(rule for rule in (after - before)))


def _hard(court: Court, live: LivePlan) -> Iterator[str]:
    own = (found for line in live.lines.values() for found in line.violations)
    everything = [*own, *(found for found in live.unit_wide)]
    yield from (f.rule for f in everything if court.rulings.mode(f.rule) is RuleMode.HARD)


def enabling(court: Court, live: LivePlan, one: WishDay) -> tuple[Enabling, ...]:
    """Return whom one more of, on the shift of that day, would make a wish for time off free.

    The witness is this roster without the duty and with such a person in its place: it misses
    nobody then, and the person's own goals cost no more than before. Nothing is told otherwise.
    """
    index, wish = court.index, one.wish
    line = live.lines[wish.person].line
    duties = [duty for duty in line.on(one.day) if wish.names(duty.code, duty.kind)]
    if wish.kind is not WishKind.AVOID or len(duties) != 1:
        return ()
    person, duty = index.people[wish.person], duties[0]
    date = index.clock.date(one.day)
    without = live.changed({(wish.person, date): ()})
    if any(line_breaks(court, without, wish.person)):
        return ()
    lacking = [c for c in index.cells if counts_in(index, person, duty, c) and _lacks(without, c)]
    own = without.lines[wish.person].points - live.lines[wish.person].points
    if own > 0 or not lacking:
        return ()
    needs = [index.shifts[duty.code].requires, *(cell.row.competence for cell in lacking)]
    codes = dict.fromkeys(code for need in needs for code in (*need.all_of, *need.any_of[:1]))
    row = max(lacking, key=lambda cell: len(cell.row.competence.codes)).row
    return (Enabling(date=date, shift=duty.code, competences=tuple(codes), row=row.id),)


def line_breaks(court: Court, live: LivePlan, person: str) -> Iterator[str]:
    """Yield the hard rules that a person's line breaks."""
    for found in live.lines[person].violations:
        if court.rulings.mode(found.rule) is RuleMode.HARD:
            yield found.rule


def _lacks(live: LivePlan, cell: Cell) -> bool:
    here = live.plan.in_cell(cell)
    return here < max(cell.minimum, cell.target)


def fulfilment(days: Sequence[WishDay]) -> tuple[Fulfilment, ...]:
    """Return how many wish days of each strength were granted, the strongest first."""
    asked = Counter(one.wish.strength for one in days)
    granted = Counter(one.wish.strength for one in days if one.granted)
    return tuple(
        Fulfilment(
            strength=strength.name.lower(),
            granted=granted[strength],
            asked=asked[strength],
        )
        for strength in sorted(asked, reverse=True)
    )


def by_person(days: Sequence[WishDay]) -> tuple[PersonFulfilment, ...]:
    """Return everybody's fulfilment, in the order of the wish days."""
    mine: dict[str, list[WishDay]] = {}
    for one in days:
        mine.setdefault(one.wish.person, []).append(one)
    return tuple(
        PersonFulfilment(person=person, by_strength=fulfilment(held))
        for person, held in mine.items()
    )
