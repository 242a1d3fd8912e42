"""What is judged in parts, bounded or ruled out at once is what judging everything says.

The rosters are drawn, not solved: nearly every rule and goal has something to say about them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from fixtures import ward
from rostering.check import Court
from rostering.domain.able import able
from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment, Roster
from rostering.swap.breaches import gone_breaches, new_breaches
from rostering.swap.room import room
from rostering.swap.sitting import Sitting
from rostering.swap.staffing import Staffing
from rostering.terms.registry import TERMS, weights

WARDS = ("small", "hard", "home_care", "nursing_home")


def changed(name: str, **more: Any) -> Problem:  # noqa: ANN401
    """Return a bundled ward with pairs of people, reserve to fill and a rule at a price."""
    problem = ward(name)
    people = [person.id for person in problem.people]
    first, code = problem.horizon.start, problem.shifts[0].code
    unit = problem.units[0].id
    told = problem.model_dump(mode="json")
    told["pairs"] = [
        {"id": "a", "kind": "apart", "person": people[0], "other": people[1]},
        {"id": "b", "kind": "together", "person": people[2], "other": people[3]},
    ]
    told["reserve"] = [
        {"id": str(n), "units": [unit], "shifts": [code], "heads": 2, "price": 7, "date": str(date)}
        for n, date in enumerate(first.fromordinal(first.toordinal() + n) for n in range(9))
    ]
    told["rules"]["runs"] = {"mode": "priced", "price": 3}
    return Problem.model_validate(told | more)


@cache
def drawn(name: str) -> tuple[Court, Roster]:
    """Return a ward and a roster in which four of five people work on each day, by chance."""
    problem, luck = changed(name), random.Random(11)
    court = Court.of(problem)
    index, found = court.index, []
    for person in problem.people:
        for day in range(index.days):
            options = [d for d in index.options(person, day) if able(index, person, d)]
            if options and luck.random() < 0.8:
                one = luck.choice(options)
                where = {"date": index.clock.date(day), "shift": one.code, "unit": one.unit}
                found.append(Assignment(person=person.id, role=one.role, **where))
    made = Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(found),
    )
    return court, made


def sitting(name: str) -> Sitting:
    court, roster = drawn(name)
    return Sitting(court, roster, roster.start)


def exchanges(here: Sitting, luck: random.Random) -> Iterator[tuple[str, Duty, Duty]]:
    """Yield a person with a duty to give and one to take, of days near each other or not."""
    everything = [held for mine in here.held.values() for held in mine]
    while True:
        given, taken = luck.sample(everything, 2)
        if luck.random() < 0.7:
            near = [h for h in everything if abs(h.duty.day - given.duty.day) < 6]
            taken = luck.choice(near)
        if taken.person != given.person:
            yield given.person, given.duty, taken.duty


def own_points(court: Court, line: Line) -> int:
    """Return a line's part of the score card, measured as a whole."""
    points = weights(court.index.problem)
    goals = (points[t.id] * c.amount for t in TERMS if t.scope != "unit" for c in t.measure(line))
    rulings = court.rulings
    priced = (v for v in court.judge_line(line) if rulings.mode(v.rule) is RuleMode.PRICED)
    return sum(goals) + sum(rulings.price(v.rule) * v.amount for v in priced)


@pytest.mark.parametrize("name", WARDS)
def test_a_floor_is_never_above_the_points_and_the_points_are_the_lines(name: str) -> None:
    here, luck = sitting(name), random.Random(2)
    loose = 0
    for _, (who, given, taken) in zip(range(60), exchanges(here, luck), strict=False):
        one = here.holder(who).exchange(given, taken)
        floors = [one.points]
        while not one.exact:
            one.measure()
            floors.append(one.points)
        assert floors == sorted(floors)
        whole = own_points(here.court, one.line) - own_points(here.court, one.of.line)
        assert one.points == whole
        loose += floors[0] < floors[-1]
    assert loose > 5


@pytest.mark.parametrize("name", WARDS)
def test_what_a_cheap_fact_rules_out_breaks_a_rule(name: str) -> None:
    here, luck = sitting(name), random.Random(3)
    verdicts: Counter[bool] = Counter()
    for _, (who, given, taken) in zip(range(150), exchanges(here, luck), strict=False):
        holder = here.holder(who)
        if not holder.has(taken):
            fits = room(here.court, holder.line, taken).after(given)
            line = holder.exchange(given, taken).line
            verdicts[fits] += 1
            assert fits or {v.rule for v in holder.breaches(line)} & {"no_overlap", "daily_rest"}
    assert min(verdicts.values()) > 5


@pytest.mark.parametrize("name", WARDS)
def test_the_unit_is_judged_on_a_few_days_as_on_all(name: str) -> None:
    here, luck = sitting(name), random.Random(4)
    staffing, plan = here.staffing, here.plan
    everything = [held for mine in here.held.values() for held in mine]
    seen: Counter[bool] = Counter()
    for _ in range(40):
        first = luck.choice(everything)
        near = [h for h in everything if abs(h.duty.day - first.duty.day) < luck.choice((2, 9))]
        ring = [first, *luck.sample(near, min(2, len(near)))]
        if len({held.person for held in ring}) < 3:
            continue
        moves = [(h.duty, h.person, to.person) for h, to in zip(ring, ring[1:] + ring[:1])]  # noqa: B905
        after = staffing.judged(plan.changed(_moved(here, moves)))
        unlike = [m for m in moves if _seen(staffing, m[1], m) != _seen(staffing, m[2], m)]
        effect = staffing.effect(unlike)
        assert staffing.floor(unlike) <= effect.points == after.points - staffing.now.points
        assert bool(effect.new) == bool(staffing.new_hard(staffing.now, after))
        seen[bool(effect.new)] += 1
    assert min(seen[True], seen[False]) > 1


def _seen(staffing: Staffing, person: str, move: tuple[Duty, str, str]) -> int:
    return staffing.seen(person, move[0].day)


def _moved(here: Sitting, moves: list[tuple[Duty, str, str]]) -> dict[str, Line]:
    duties = {who: list(here.plan.lines[who].planned) for _, who, _ in moves}
    for duty, giver, taker in moves:
        duties[giver].remove(duty)
        duties[taker].append(duty)
    return {who: here.index.line(who, held) for who, held in duties.items()}


def test_pairs_and_reserve_are_part_of_what_the_unit_is_judged_by() -> None:
    here = sitting("small")
    assert {"coverage", "pairs"} <= {found.rule for found in here.staffing.now.breaches}
    reserve = next(term for term in TERMS if term.id == "reserve")
    assert list(reserve.measure(here.plan))


def test_a_breach_is_the_same_while_it_is_no_larger() -> None:
    here = sitting("small")
    found = next(v for v in here.staffing.now.breaches if v.rule == "coverage" and v.missing > 1)
    smaller = type(found)(**{**_fields(found), "missing": 1, "amount": 1})
    assert list(new_breaches([found], [smaller])) == []
    assert list(new_breaches([smaller], [found])) == [found]
    assert list(new_breaches([found], [found, found])) == [found]
    assert list(gone_breaches([smaller], [found])) == []
    assert list(gone_breaches([found], [])) == [found]


def _fields(found: object) -> dict[str, Any]:
    return {name: getattr(found, name) for name in type(found).__slots__}  # type: ignore[attr-defined]
