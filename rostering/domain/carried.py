"""Burdens carried in from earlier rosters; who is new starts at the ward's median."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from statistics import median

from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person

NEW = timedelta(weeks=26)
"""How long before the period somebody may have come and still be new without own entries."""

MOST_BEYOND = 12  # points per full-time post beyond one's part that count


def size_of(index: ProblemIndex, person: Person) -> float:
    """Return a person's position size in percent, as a mean over the days of the period."""
    sizes = index.memo.setdefault("position_size", {})
    if person.id not in sizes:
        dates = [index.clock.date(day) for day in range(index.days)]
        held = (p.percent for when in dates for p in person.positions if p.holds_on(when))
        sizes[person.id] = sum(held) / max(1, len(dates))
    found: float = sizes[person.id]
    return found


def is_new(index: ProblemIndex, person: Person) -> bool:
    """Return whether somebody has come lately and has no entry in a ledger that others have."""
    ledger = index.problem.ledger
    since = person.in_post_since
    if not ledger or since is None or since < index.problem.horizon.start - NEW:
        return False
    return all(balance.person != person.id for balance in ledger)


def carried(index: ProblemIndex) -> dict[tuple[str, str], int]:
    """Return points by (person, burden); who is new has the median by position size."""
    found: dict[tuple[str, str], int] | None = index.memo.get("carried")
    if found is None:
        found = {}
        for balance in index.problem.ledger:
            key = (balance.person, balance.burden)
            found[key] = found.get(key, 0) + balance.points
        new = [person for person in index.problem.people if is_new(index, person)]
        found.update(_starting(index, new, found))
        index.memo["carried"] = found
    return found


def beyond_part(index: ProblemIndex, person: str, burden: str) -> int:
    """Return how many points of a burden somebody has carried beyond their part, 12 at most.

    The part is that of all points carried that one's planned hours are of everybody's. What is
    beyond it is told per full-time post, as fairness is measured, to the nearest whole point.
    """
    if not index.problem.ledger:
        return 0
    key = ("beyond_part", burden)
    found: dict[str, int] | None = index.memo.get(key)
    if found is None:
        found = index.memo[key] = dict(_beyond(index, burden))
    return found.get(person, 0)


def _beyond(index: ProblemIndex, burden: str) -> Iterator[tuple[str, int]]:
    held = carried(index)
    minutes = {person: index.contracts[person].to_plan for person in index.people}
    total = sum(held.get((person, burden), 0) for person, has in minutes.items() if has > 0)
    everything = max(1, sum(minutes.values()))
    for person in index.problem.people:
        part = max(0, total) * minutes[person.id] / everything
        size = size_of(index, person) / 100 or 1.0
        above = round((held.get((person.id, burden), 0) - part) / size)
        if above > 0:
            yield person.id, min(MOST_BEYOND, above)


def _starting(
    index: ProblemIndex, new: Iterable[Person], held: dict[tuple[str, str], int]
) -> dict[tuple[str, str], int]:
    """Return what the new start with: the median points for a percent of post, times theirs."""
    new = list(new)
    names = {person.id for person in new}
    known = [p for p in index.problem.people if p.id not in names and size_of(index, p) > 0]
    found = {}
    for burden in dict.fromkeys(burden for _, burden in held) if new and known else ():
        middle = median(held.get((p.id, burden), 0) / size_of(index, p) for p in known)
        for person in new:
            found[person.id, burden] = round(middle * size_of(index, person))
    return found
