"""The optimiser's question answered by trying everything; no solver, no shared code but the facts.

For one kind of new shift: every choice of tasks and heads, and for each weekday the best flow by
augmenting paths, dearest minutes first (which is optimal: sets that can be placed form a matroid).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from tasksharing.domain.tasks import QUARTER
from tasksharing.optimise.facts import Facts, Supply


def best_worth(facts: Facts, most_new: int) -> int:
    """Return the highest worth that any lawful choice has."""
    names = [name for name, task in facts.tasks.items() if _lawful(facts, name)]
    found = 0
    for size in range(facts.question.max_tasks + 1):
        for tasks in combinations(names, size):
            found = max(found, _heads(facts, tasks, most_new))
    return found


def _lawful(facts: Facts, name: str) -> bool:
    return all(facts.lawful[name, room.group] == 1 for room in facts.rooms)


def _heads(facts: Facts, tasks: tuple[str, ...], most_new: int) -> int:
    choices = [range(room.most + 1) for room in facts.rooms]
    best = 0
    for heads in product(*choices):
        paid = sum(n * room.minutes for n, room in zip(heads, facts.rooms, strict=True))
        if paid <= most_new:
            days = [_day(facts, tasks, number, n) for number, n in enumerate(heads)]
            if all(day is not None for day in days):
                best = max(best, sum(day or 0 for day in days))
    return best


def _day(facts: Facts, tasks: tuple[str, ...], number: int, heads: int) -> int | None:
    """Return the best worth of a weekday; None when the heads cannot be filled."""
    whole = [name for name in tasks if not facts.tasks[name].splittable]
    free = [name for name in tasks if facts.tasks[name].splittable]
    worths = [
        _flow(facts, chosen, free, number, heads)
        for size in range(len(whole) + 1)
        for chosen in combinations(whole, size)
    ]
    return max((worth for worth in worths if worth is not None), default=None)


def _flow(
    facts: Facts, forced: Iterable[str], free: Iterable[str], number: int, heads: int
) -> int | None:
    """Place what must be placed, then the dearest; None when that does not fill the heads."""
    room, flow = facts.rooms[number], _Flow(facts, number, heads)
    total = worth = 0
    for names, must in ((forced, True), (free, False)):
        for weight, key, amount in _dearest(facts, names, room.weekday):
            done = sum(flow.add((key.task, key.quarter), set()) for _ in range(amount))
            if must and done < amount:
                return None
            total, worth = total + done, worth + done * weight
    return worth if total >= room.least * heads else None


def _dearest(facts: Facts, names: Iterable[str], weekday: int) -> Iterator[tuple[int, Supply, int]]:
    found = [
        (facts.question.weight(weekday, key.quarter * QUARTER), key, amount)
        for key, amount in facts.supply.items()
        if key.task in names and key.weekday == weekday and key.group in facts.health
    ]
    yield from sorted(found, key=lambda one: -one[0])


class _Flow:
    """Units in quarter-hours; one more is placed by moving others out of its way."""

    def __init__(self, facts: Facts, number: int, heads: int) -> None:
        self.facts, self.heads = facts, heads
        self.left = {q: units * heads for q, units in facts.rooms[number].units.items()}
        self.placed: defaultdict[tuple[str, int], Counter[int]] = defaultdict(Counter)

    def reach(self, name: str, quarter: int) -> list[int]:
        task = self.facts.tasks[name]
        window = task.window
        inside = range(window.first // QUARTER, window.last // QUARTER) if window else ()
        return [q for q in self.left if task.people <= self.heads and (q == quarter or q in inside)]

    def add(self, source: tuple[str, int], seen: set[int]) -> bool:
        for q in self.reach(*source):
            if q not in seen:
                seen.add(q)
                if self.left[q] or self._moved_on(q, seen):
                    self.left[q] -= 1
                    self.placed[source][q] += 1
                    return True
        return False

    def _moved_on(self, q: int, seen: set[int]) -> bool:
        for other, there in list(self.placed.items()):
            if there[q] and self.add(other, seen):
                there[q] -= 1
                self.left[q] += 1
                return True
        return False
