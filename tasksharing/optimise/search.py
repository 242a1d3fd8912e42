"""The Pareto set: search at several budgets, apply each solution, keep what nothing beats."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from rostering.domain.problem import Problem
from rostering.wages.load import shipped
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Minutes
from tasksharing.domain.tasks import QUARTER
from tasksharing.optimise.facts import Facts, facts_of
from tasksharing.optimise.keeping import broken, divided, new_minutes, without
from tasksharing.optimise.model import build
from tasksharing.optimise.models import Frontier, Point, TooScattered, Why
from tasksharing.optimise.question import Question
from tasksharing.optimise.variables import Found, Limit
from tasksharing.optimise.writing import as_scenario, orders
from tasksharing.scenarios import Applied, apply
from tasksharing.scenarios.changes import AddStaff, Train
from tasksharing.scenarios.effects import FreedShift
from tasksharing.scenarios.forming import paid_minutes
from tasksharing.scenarios.scenario import Scenario

STEPS = 2.0
LEVELS = 4
_WEEKS = 52


def optimise(
    problem: Problem,
    book: TaskBook,
    question: Question,
    *,
    steps: float = STEPS,
    levels: int = LEVELS,
    seed: int = 1,
) -> Frontier:
    """Return the ways of sharing tasks that no other beats.

    Parameters
    ----------
    problem, book, question
        The ward, its tasks, and what may be chosen within which limits.
    steps
        The solver's own steps for each search; with one worker, runs repeat exactly.
    levels
        How many budgets of new staff's hours are tried, from none to all.
    seed
        Of the solver.

    Raises
    ------
    BadInput
        When the question names what is not there.
    """
    facts = facts_of(problem, book, question)
    model = build(facts)
    points: list[Point] = []
    seen: set[tuple[object, ...]] = set()
    bounds: dict[int, Fraction] = {}
    dropped = 0
    for limit in _limits(facts, levels):
        found = model.solve(limit, steps, seed)
        if found is None:
            continue
        # the first search of a budget allows any shifts: nothing at that budget exceeds its bound
        bound = bounds.setdefault(limit.new_minutes, Fraction(found.bound, facts.scale * 60))
        if not found.moves or found[:3] in seen:
            continue
        seen.add(found[:3])
        kept = _best(problem, book, facts, found, limit, len(seen))
        if kept is None or kept.worth > bound:
            dropped += 1
        else:
            points.append(_point(problem, book, question, bound, kept))
    best = tuple(point for point in points if not any(beats(other, point) for other in points))
    ordered = tuple(sorted(best, key=lambda p: (p.cost_nok, -p.worth_hours, p.single)))
    return Frontier(
        invented=book.invented,
        seed=seed,
        steps=steps,
        tried=len(points) + dropped,
        dropped=dropped,
        points=ordered,
    )


class _Kept(NamedTuple):
    """A scenario that keeps the question's limits, as applied, and what it frees."""

    scenario: Scenario
    applied: Applied
    worth: Fraction


def _best(
    problem: Problem, book: TaskBook, facts: Facts, found: Found, limit: Limit, number: int
) -> _Kept | None:
    """Return the order of a solution's moves that frees most of what the solver found it can."""
    best: _Kept | None = None
    for moves in orders(facts, found.moves):
        scenario = as_scenario(problem, facts, found._replace(moves=moves), number)
        kept = _kept(problem, book, facts, scenario, limit)
        if kept is not None and (best is None or kept.worth > best.worth):
            best = kept
        if best is not None and best.worth >= Fraction(found.worth, facts.scale * 60):
            break
    return best


def _kept(
    problem: Problem, book: TaskBook, facts: Facts, scenario: Scenario, limit: Limit
) -> _Kept | None:
    """Return a scenario, trimmed until it keeps every limit when applied; None if it cannot.

    The rules by which a scenario is applied are plainer than the solver, and may divide a task
    that it moved whole: the weekday on which least of it moved is then left alone.
    """
    givers = frozenset(facts.givers)
    trimmed: Scenario | None = scenario
    while trimmed is not None:
        applied = apply(problem, book, trimmed)
        faults = set(broken(facts.question, book, trimmed, applied, givers))
        if new_minutes(trimmed, applied) > limit.new_minutes or faults - {"max_handovers"}:
            return None
        if not faults:
            worth = _worth(book, facts.question, applied)
            return _Kept(trimmed, applied, worth) if applied.shared.moved else None
        trimmed = without(trimmed, divided(applied, givers)[0])
    return None


def beats(one: Point, other: Point) -> bool:
    """Return whether a point is as good on all three goals and better on one."""
    mine = (-one.worth_hours, one.cost_nok, one.single)
    theirs = (-other.worth_hours, other.cost_nok, other.single)
    return mine != theirs and all(a <= b for a, b in zip(mine, theirs, strict=True))


def _limits(facts: Facts, levels: int) -> Iterator[Limit]:
    """Yield budgets of new hours, each with any shifts and with none that one head stands for."""
    whole = sum(room.minutes * room.most for room in facts.rooms)
    shifts = sum(1 for room in facts.rooms if room.most)
    for level in range(levels + 1):
        new = whole * level // levels
        yield Limit(new, shifts)
        if level:
            yield Limit(new, 0)


def _point(
    problem: Problem, book: TaskBook, question: Question, bound: Fraction, kept: _Kept
) -> Point:
    scenario, applied, worth = kept
    effects = applied.effects
    return Point(
        scenario=scenario,
        worth_hours=_told(worth),
        freed_health_hours=effects.freed_health_hours,
        lowered_hours=effects.lowered_hours,
        new_hours=effects.new_hours,
        saved_hours=effects.saved_hours,
        capacity_hours=effects.capacity_hours,
        cost_nok=_cost(problem, book, question, scenario, applied),
        single=sum(one.heads == 1 for one in effects.new_shifts),
        training=effects.training,
        scattered=tuple(_scattered(effects.freed_shifts)),
        bound_hours=_told(bound),
        basis=effects.basis,
    )


def _worth(book: TaskBook, question: Question, applied: Applied) -> Fraction:
    """Return the freed hours of health staff, each counted as its time of day is worth."""
    health = {group.id for group in book.groups if group.health}

    def total(minutes: Minutes) -> Fraction:
        parts = (
            amount * question.weight(slot.weekday, slot.quarter * QUARTER)
            for slot, amount in minutes.items()
            if slot.group in health
        )
        return sum(parts, Fraction(0))

    week = applied.shared.week
    return (total(week.before) - total(week.after)) / 60


def _told(hours: Fraction) -> float:
    return round(float(hours), 4)


def _cost(
    problem: Problem, book: TaskBook, question: Question, scenario: Scenario, applied: Applied
) -> int:
    """Return NOK a year; whole shifts that fall away count at the lowest pay of those who give."""
    wages, start = shipped(problem.wages), problem.horizon.start
    year = wages.rates(start).year_hours

    def hourly(group_id: str) -> Fraction:
        group = book.group(group_id)
        return wages.group_pay(group.pay_as or group.id, None, start).nok / year

    givers = question.givers or tuple(g.id for g in book.groups if g.health)
    lowest = min((hourly(group) for group in givers), default=Fraction(0))
    paid = {
        (c.group, c.shift.code): Fraction(paid_minutes(c.shift), 60)
        for c in scenario.changes
        if isinstance(c, AddStaff)
    }
    new = sum(
        (
            one.heads * paid[one.group, one.shift] * hourly(one.group)
            for one in applied.effects.new_shifts
        ),
        Fraction(0),
    )
    people = {person.id: person.group for person in problem.people}
    courses = sum(
        (
            c.hours * hourly(people[person])
            for c in scenario.changes
            if isinstance(c, Train)
            for person in c.people
        ),
        Fraction(0),
    )
    less = Fraction(str(applied.effects.lowered_hours)) * lowest
    return round((new - less) * _WEEKS + courses)


def _scattered(freed: tuple[FreedShift, ...]) -> Iterator[TooScattered]:
    for one in freed:
        if not one.general or one.minutes <= 0 or one.lowered:
            continue
        hours = round(one.minutes / 60, 2)
        yield TooScattered(
            row=one.row, shift=one.shift, weekday=one.weekday, hours=hours, why=_why(one)
        )


def _why(one: FreedShift) -> Why:
    if one.formed:
        return "safe_minimum"
    return "wrong_time" if one.enough else "too_few"
