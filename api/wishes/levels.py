"""Levels of cover: how each day would stand if all wishes were granted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from api.wishes.shapes import Cover, DayLevel
from api.wishes.tables import Wish
from rostering.domain.problem import Problem
from rostering.domain.wishes import WishKind

_TIGHT = 0.15  # of the people of the day: spare hands fewer than that are few
_WORKED = 5 / 7  # of a full-time person's days are duties


def day_levels(problem: Problem, wishes: Sequence[Wish]) -> list[DayLevel]:
    """Return the levels of all dates.

    A day is short when those who may work, less those who wish it off and less the part of them
    that the contracts leave free, are fewer than the staffing plan asks for. A shift is over when
    more wish for it than its target.
    """
    return [_day(problem, day, [w for w in wishes if w.date == day]) for day in _dates(problem)]


def _dates(problem: Problem) -> Iterable[dt.date]:
    start = problem.horizon.start
    return (start + dt.timedelta(days=number) for number in range(problem.horizon.days))


def _day(problem: Problem, day: dt.date, wishes: Sequence[Wish]) -> DayLevel:
    off = {w.person for w in wishes if w.kind == WishKind.AVOID and not w.shifts}
    away = {a.person for a in problem.absences if a.first <= day <= a.end}
    posts = sum(
        held.percent / 100 * _WORKED
        for person in problem.people
        if person.counts and person.id not in off | away
        for held in person.positions
        if held.holds_on(day)
    )
    targets = _targets(problem, day)
    needed = sum(targets.values())
    return DayLevel(
        date=day,
        level=_level(posts, needed),
        shifts={code: _shift(code, target, wishes) for code, target in sorted(targets.items())},
    )


def _targets(problem: Problem, day: dt.date) -> dict[str, int]:
    """Return the most people that any row asks for on each shift of a date.

    A row over several shifts counts as its first; curves name no shift and are left out.
    """
    found: dict[str, int] = {}
    for row in problem.demand:
        if row.shifts and row.applies(day):
            first = row.shifts[0]
            found[first] = max(found.get(first, 0), row.target)
    return found


def _level(posts: float, needed: int) -> Cover:
    if posts < needed:
        return Cover.UNDER
    return Cover.TIGHT if posts < needed * (1 + _TIGHT) else Cover.FINE


def _shift(code: str, target: int, wishes: Sequence[Wish]) -> Cover:
    wanted = sum(w.kind == WishKind.WANT and code in w.shifts for w in wishes)
    avoided = sum(w.kind == WishKind.AVOID and code in w.shifts for w in wishes)
    if wanted > target:
        return Cover.OVER
    return Cover.TIGHT if avoided > target else Cover.FINE
