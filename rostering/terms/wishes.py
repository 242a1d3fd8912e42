"""Refused shift wishes by strength or points, one for each date of the wish."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.able import able
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.wishes import Strength, Wish, WishKind
from rostering.terms.base import employee_term
from rostering.verbs import Verbs

POINTS = {Strength.WEAK: 1, Strength.MEDIUM: 3, Strength.STRONG: 9}


def wish_days(index: ProblemIndex, person: str) -> Iterator[tuple[Wish, int]]:
    """Yield each of a person's wishes with each day that it speaks of.

    A wish for work that the person could not take on that day in any roster is left out.
    """
    for wish in _by_person(index).get(person, ()):
        for day in range(index.clock.day(wish.first), index.clock.day(wish.end) + 1):
            if wish.kind is WishKind.AVOID or _possible(index, wish, day):
                yield wish, day


def _possible(index: ProblemIndex, wish: Wish, day: int) -> bool:
    key = ("wish", wish, day)
    if key not in index.memo:
        person = index.people[wish.person]
        named = (d for d in index.options(person, day) if wish.names(d.code, d.kind))
        index.memo[key] = any(able(index, person, duty) for duty in named)
    return bool(index.memo[key])


def _by_person(index: ProblemIndex) -> dict[str, list[Wish]]:
    found = index.memo.get("wishes")
    if not isinstance(found, dict):
        found = {}
        for wish in index.problem.wishes:
            found.setdefault(wish.person, []).append(wish)
        index.memo["wishes"] = found
    return found


def refused(line: Line, wish: Wish, day: int) -> bool:
    """Return whether a wish is refused on one of its days."""
    named = any(wish.names(duty.code, duty.kind) for duty in line.on(day))
    return named if wish.kind is WishKind.AVOID else not named


def _points(wish: Wish) -> int:
    return POINTS[wish.strength] if wish.points is None else wish.points


def measure(line: Line) -> Iterator[Cause]:
    """Yield the points of each wish day that is refused."""
    for wish, day in wish_days(line.index, line.person.id):
        if refused(line, wish, day):
            told = wish.strength.name.lower() if wish.points is None else "points"
            facts = {} if wish.points is None else {"points": wish.points}
            yield Cause(_points(wish), line.person.id, day, f"wish.{told}", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each refused wish day."""
    for wish, day in wish_days(verbs.index, verbs.person.id):
        named = [verbs.takes(d) for d in verbs.on(day) if wish.names(d.code, d.kind)]
        granted = verbs.any_of(named)
        price = weight * (wish.points or POINTS[wish.strength])
        verbs.price([granted if wish.kind is WishKind.AVOID else -granted], price)


TERM = employee_term("wishes", "wish points", measure, post)
