"""Which breaches are new and which are gone when one verdict takes the place of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from rostering.domain.findings import Violation


def new_breaches(before: Iterable[Violation], after: Iterable[Violation]) -> Iterator[Violation]:
    """Yield the breaches of the second verdict that the first one does not have.

    A breach is one that was there before when rule, person, days and what it speaks of are the
    same and it is no larger; that of a run that has become longer is a new one.
    """
    held: dict[Hashable, list[Violation]] = {}
    for found in sorted(before, key=_size):
        held.setdefault(_key(found), []).append(found)
    for found in sorted(after, key=_size, reverse=True):
        same = held.get(_key(found), [])
        if same and same[-1].missing >= found.missing and same[-1].amount >= found.amount:
            same.pop()
        else:
            yield found


def gone_breaches(before: Iterable[Violation], after: Iterable[Violation]) -> Iterator[Violation]:
    """Yield the breaches of the first verdict of which the second one has none, whatever size."""
    left = Counter(_key(found) for found in after)
    for found in before:
        key = _key(found)
        if left[key]:
            left[key] -= 1
        else:
            yield found


def _size(found: Violation) -> tuple[int, int]:
    return found.missing, found.amount


def _key(found: Violation) -> Hashable:
    """Return what a breach speaks of: its facts but for the numbers."""
    names = sorted((name, told) for name, told in found.facts.items() if isinstance(told, str))
    return (found.rule, found.person, found.day, found.last_day, found.text, tuple(names))
