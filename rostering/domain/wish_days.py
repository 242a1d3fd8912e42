"""The days that wishes speak of, and whether a line refuses them: facts, before any weight."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.able import able
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.wishes import Wish, WishKind


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
