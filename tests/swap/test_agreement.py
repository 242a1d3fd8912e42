"""What is found, what is accepted and what the whole roster's verdicts say are one and the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice, permutations

import pytest

from rostering.bill import bill
from rostering.check import Court, check
from rostering.domain.able import able
from rostering.domain.card import BreachEntry
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, DayCode, Roster
from rostering.errors import BadInput
from rostering.score import score
from rostering.swap import Swap, apply, require_swap, swaps_for
from rostering.terms.wishes import TERM as WISHES
from tests.solved import solved
from tests.swap.small_swaps import asked

Ring = tuple[Assignment, ...]
Broken = dict[tuple[str, str | None, date, date], list[int]]


@cache
def world(name: str) -> tuple[Problem, Roster, Court]:
    """Return a bundled ward with a roster of the engine."""
    problem, made = solved(name)
    return problem, made, Court.of(problem, made)


def spoilt(problem: Problem, made: Roster, luck: random.Random) -> Roster:
    """Return a roster with duties given to others, whether lawful or not."""
    duties = list(made.assignments)
    for number in luck.sample(range(len(duties)), 6):
        other = luck.choice(problem.people).id
        changed = duties[number].model_copy(update={"person": other})
        if changed not in duties:
            duties[number] = changed
    return made.model_copy(update={"assignments": tuple(duties)})


def broken(entries: tuple[BreachEntry, ...]) -> Broken:
    """Return how much is missing in each hard breach, by rule, person and dates."""
    found: Broken = {}
    for one in sorted(entries, key=lambda one: -one.missing):
        if one.hard:
            found.setdefault((one.rule, one.person, one.first, one.last), []).append(one.missing)
    return found


def is_worse(before: Broken, after: Broken) -> bool:
    """Return whether there are more breaches of a kind, or a larger one."""
    return any(
        len(sizes) > len(before.get(kind, []))
        or any(now > was for now, was in zip(sizes, before[kind], strict=False))
        for kind, sizes in after.items()
    )


def may_have(court: Court, roster: Roster, today: date, ring: Ring) -> bool:
    """Return whether all cells are open and each person could have the next duty at all."""
    index = court.index
    off = {(o.person, o.date) for o in roster.overlays if o.code not in (DayCode.F1, DayCode.F2)}
    for given, taken in zip(ring, (ring[-1], *ring[:-1]), strict=True):
        duty, who = index.placed(taken), index.people[given.person]
        spans = [taken.date]
        while index.clock.at(index.clock.day(spans[-1]) + 1) < duty.end:
            spans.append(spans[-1] + timedelta(days=1))
        days = [given.date, *spans]
        if any((who.id, d) in off or index.away(who.id, index.clock.day(d)) for d in days):
            return False
        if min(given.date, taken.date) < today or not able(index, who, duty):
            return False
        same = {"person": "", "pay": None}
        mine = [d.model_copy(update=same) for d in roster.assignments if d.person == who.id]
        if taken.model_copy(update=same) in mine:
            return False
    return True


def keeps_f1(before: Roster, after: Roster) -> bool:
    """Return whether everybody has as many F1 as before."""
    one, two = (
        Counter(o.person for o in r.overlays if o.code is DayCode.F1) for r in (before, after)
    )
    return one == two


def exchanged(roster: Roster, ring: Ring) -> Roster:
    """Return the roster after a swap, made by hand; its codes are left as they are."""
    takers = (*ring[1:], ring[0])
    taken = [
        one.model_copy(update={"person": to.person}) for one, to in zip(ring, takers, strict=True)
    ]
    kept = [duty for duty in roster.assignments if duty not in ring]
    return roster.model_copy(update={"assignments": (*kept, *taken)})


def lawful(court: Court, roster: Roster, today: date, ring: Ring, before: Broken) -> bool:
    """Return whether the full check of the roster afterwards has no hard breach that is new."""
    if not may_have(court, roster, today, ring):
        return False
    return not is_worse(before, broken(check(court.index.given, exchanged(roster, ring))))


def accepted(court: Court, roster: Roster, today: date, ring: Ring) -> Swap | None:
    try:
        return require_swap(court, roster, asked(*ring), today)
    except BadInput:
        return None


def draws(roster: Roster, luck: random.Random) -> Iterator[Ring]:
    """Yield rings of two or three people, half of them of days near each other."""
    while True:
        first = luck.choice(roster.assignments)
        near = [d for d in roster.assignments if abs((d.date - first.date).days) < 3]
        pool = near if luck.random() < 0.5 else roster.assignments
        ring = (first, *luck.sample(pool, min(len(pool), luck.choice((1, 2)))))
        if len({duty.person for duty in ring}) == len(ring) > 1:
            yield ring


def listed(court: Court, roster: Roster, today: date, luck: random.Random) -> Iterator[Ring]:
    """Yield some of the swaps that are found for two duties."""
    duties = [duty for duty in roster.assignments if duty.date >= today]
    for mine in luck.sample(duties, 2):
        try:
            found = swaps_for(
                court, roster, mine.person, mine.date, mine.shift, today=today, most=40
            )
        except BadInput:
            continue
        for swap in luck.sample(found, min(5, len(found))):
            yield tuple(one.gives for one in swap.handovers)


@pytest.mark.parametrize(("name", "many"), [("tiny", 40)])
def test_a_swap_is_accepted_just_when_the_full_check_finds_nothing_new(
    name: str, many: int
) -> None:
    problem, made, court = world(name)
    luck, today = random.Random(7), problem.horizon.start + timedelta(days=2)
    verdicts: Counter[bool] = Counter()
    for roster in (made, spoilt(problem, made, luck)):
        points, ore = score(problem, roster).total, bill(problem, roster).total
        before = broken(check(problem, roster))
        for ring in (*islice(draws(roster, luck), many), *listed(court, roster, today, luck)):
            swap = accepted(court, roster, today, ring)
            assert (swap is not None) == lawful(court, roster, today, ring, before), ring
            verdicts[swap is not None] += 1
            if swap is not None:
                after = apply(swap, roster)
                assert set(after.assignments) == set(exchanged(roster, ring).assignments)
                assert keeps_f1(roster, after)
                assert score(problem, after).total - points == swap.points
                assert bill(problem, after).total - ore == swap.ore
                assert _wishes(court, roster) - _wishes(court, after) == swap.wishes
    assert min(verdicts[True], verdicts[False]) > 5


def _wishes(court: Court, roster: Roster) -> int:
    plan = court.index.plan(roster.assignments)
    return sum(cause.amount for line in plan.lines.values() for cause in WISHES.measure(line))


def key(court: Court, swap: Swap) -> tuple[object, ...]:
    """Return where a swap belongs: wishes, points, dates, names; then whatever tells two apart."""
    first = swap.handovers[0].gives.date
    others = [one.gives for one in swap.handovers[1:]]
    far = sum(abs((duty.date - first).days) for duty in others)
    names = [(court.index.people[d.person].name, *d.key) for d in others]
    return (swap.worse_off, -swap.wishes, swap.points, far, names)


@pytest.mark.parametrize("broken_before", [False, True])
def test_pruning_loses_nothing_and_the_order_is_that_of_all(broken_before: bool) -> None:
    problem, made, court = world("tiny")
    luck, today = random.Random(3), problem.horizon.start
    roster = spoilt(problem, made, luck) if broken_before else made
    total = 0
    for mine in luck.sample(roster.assignments, 1):
        others = [duty for duty in roster.assignments if duty.person != mine.person]
        rings: list[Ring] = [(mine, other) for other in others]
        rings += [(mine, *two) for two in permutations(others, 2) if two[0].person != two[1].person]
        every = [swap for ring in rings if (swap := accepted(court, roster, today, ring))]
        where = (mine.person, mine.date, mine.shift)
        found = swaps_for(court, roster, *where, today=today, window=14, most=None)
        assert list(found) == sorted(every, key=lambda swap: key(court, swap))
        first = swaps_for(court, roster, *where, today=today, window=14, most=5)
        assert first == found[:5]
        total += len(found)
    assert total > 10


def test_what_is_found_on_a_larger_ward_is_accepted_unchanged_and_two_ways_are_complete() -> None:
    problem, roster, court = world("small")
    today = problem.horizon.start + timedelta(days=3)
    luck, count = random.Random(5), 0
    open_duties = [duty for duty in roster.assignments if duty.date >= today]
    for mine in luck.sample(open_duties, 4):
        where = (mine.person, mine.date, mine.shift)
        try:
            found = swaps_for(court, roster, *where, today=today, window=5, most=15)
        except BadInput:
            assert court.index.away(mine.person, court.index.clock.day(mine.date)) is not None
            continue
        for swap in found:
            assert require_swap(court, roster, swap, today) == swap
        count += len(found)
        near = [d for d in roster.assignments if abs((d.date - mine.date).days) <= 5]
        rings = [(mine, other) for other in near if other.person != mine.person]
        every = {s for ring in rings if (s := accepted(court, roster, today, ring)) is not None}
        two = swaps_for(court, roster, *where, today=today, window=5, most=None, three_way=False)
        assert set(two) == every
    assert count > 20
