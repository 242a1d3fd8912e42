"""The Pareto set: search at several budgets, apply each solution, keep what nothing beats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from rostering.domain.problem import Problem
from rostering.wages.load import shipped
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Minutes
from tasksharing.domain.names import Name
from tasksharing.domain.tasks import QUARTER
from tasksharing.optimise.facts import Facts, facts_of
from tasksharing.optimise.keeping import broken, divided, new_minutes, without
from tasksharing.optimise.model import Found, Limit, build
from tasksharing.optimise.models import Frontier, Point, TooScattered, Why
from tasksharing.optimise.question import Question
from tasksharing.optimise.training import train
from tasksharing.scenarios import Applied, apply
from tasksharing.scenarios.changes import AddStaff, Change, Move, Train
from tasksharing.scenarios.effects import FreedShift
from tasksharing.scenarios.forming import paid_minutes
from tasksharing.scenarios.scenario import Scenario

STEPS = 2.0
LEVELS = 4
_WEEKS, _POST, _FULL_WEEK = 52, 80, 35.5


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
        scenario = as_scenario(problem, facts, found, len(seen))
        kept = _kept(problem, book, facts, scenario, limit)
        if kept is None or _worth(book, question, kept.applied) > bound:
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
    """A scenario that keeps the question's limits, as applied."""

    scenario: Scenario
    applied: Applied


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
            return _Kept(trimmed, applied) if applied.shared.moved else None
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


def as_scenario(problem: Problem, facts: Facts, found: Found, number: int) -> Scenario:
    """Return a solution as a scenario that anybody can read, change, apply and roster.

    Those who take over on duty first give away what they are to give. What must be done at its own
    time moves before what may be done later, which finds room around it.
    """
    question = facts.question
    changes: list[Change] = [*_courses(question, found), *_staff(question, found)]
    for task, group, weekdays in sorted(found.moves, key=lambda move: _order(facts, move)):
        slack = group in question.slack
        changes.append(
            Move(
                kind="move",
                tasks=(task,),
                givers=facts.givers,
                to=group,
                weekdays=weekdays,
                slack=slack,
                reason="optimiser",
            )
        )
    return Scenario(
        id=f"optimised-{number}",
        name=Name(
            nb=f"Forslag {number} for {problem.name}"[:200],
            nn=f"Framlegg {number} for {problem.name}"[:200],
            en=f"Proposal {number} for {problem.name}"[:200],
        ),
        changes=tuple(changes),
        fill=question.fill,
        load=question.load,
    )


def _order(facts: Facts, move: tuple[str, str, tuple[int, ...]]) -> tuple[bool, bool]:
    task, group, _ = move
    return group in facts.question.slack, facts.tasks[task].window is not None


def _courses(question: Question, found: Found) -> Iterator[Train]:
    for number, course in enumerate(question.courses):
        people = tuple(one.person for one in found.trained if one.course == number)
        if people:
            yield train(course, people)


def _staff(question: Question, found: Found) -> Iterator[AddStaff]:
    for option in {(one.group, one.shift.code): one for one in question.shifts}.values():
        by: dict[int, list[int]] = defaultdict(list)
        for group, shift, weekday, heads in found.heads:
            if (group, shift) == (option.group, option.shift.code):
                by[heads].append(weekday)
        for heads, weekdays in sorted(by.items()):
            yield AddStaff(
                kind="add_staff",
                group=option.group,
                shift=option.shift,
                weekdays=tuple(sorted(weekdays)),
                heads=heads,
                posts=_posts(paid_minutes(option.shift) * heads * len(weekdays)),
            )


def _posts(minutes: int) -> tuple[float, ...]:
    """Return equal posts of at most 80 % that hold the minutes a week."""
    percent = minutes / 60 / _FULL_WEEK * 100
    number = ceil(percent / _POST)
    return (round(percent / number, 2),) * number


def _point(
    problem: Problem, book: TaskBook, question: Question, bound: Fraction, kept: _Kept
) -> Point:
    scenario, applied = kept
    effects = applied.effects
    return Point(
        scenario=scenario,
        worth_hours=_told(_worth(book, question, applied)),
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
