"""Refused shift wishes by strength or points, one for each date of the wish."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import Strength, Wish, WishKind
from rostering.terms.base import employee_term
from rostering.verbs import Verbs

POINTS = {Strength.WEAK: 1, Strength.MEDIUM: 3, Strength.STRONG: 9}


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
