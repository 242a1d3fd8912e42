"""The best lawful swaps of one duty, best first: judged only as far as their place asks for.

Chains with the same wish points wait in a heap under the least that they can cost. What comes up
is measured some more and goes back until it is exact; only then are its lines judged, and nothing
that still waits can come before it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from rostering.swap.candidates import Askable, Candidate, candidates
from rostering.swap.sitting import Chain, Held, Sitting


def best(
    sitting: Sitting, asked: Held, window: int, *, three_way: bool, may_ask: Askable = None
) -> Iterator[tuple[Chain, int]]:
    """Yield the lawful swaps of a duty in their order, with the change of the card's total.

    Nobody made worse off comes first, then the most wish points, the least points of the score
    card, the nearest dates, and names.

    Parameters
    ----------
    window
        Days that the other duties may lie before or after the asked one.
    may_ask
        Which duties of others may be asked for; None for all.
    """
    levels: dict[tuple[bool, int], list[Candidate]] = {}
    for one in candidates(sitting, asked, window, three_way=three_way, may_ask=may_ask):
        levels.setdefault(one.level, []).append(one)
    for level in sorted(levels):
        yield from _ranked(levels.pop(level), 2 * window + 1, (sitting.size + 1) ** 2)


def _ranked(waiting: list[Candidate], distances: int, places: int) -> Iterator[tuple[Chain, int]]:
    """Yield the lawful ones of chains, by points, distance and place.

    The three are one whole number, which is compared fast and is nothing to collect as garbage.
    """
    by_place = {one.place: one for one in waiting}

    def rank(one: Candidate) -> int:
        return (one.points * distances + one.distance) * places + one.place

    heap = [rank(one) for one in waiting]
    heapq.heapify(heap)
    while heap:
        one = by_place[heap[0] % places]
        if one.dead:
            heapq.heappop(heap)
        elif (now := rank(one)) > heap[0]:  # measured meanwhile, here or for another chain
            heapq.heapreplace(heap, now)
        elif not one.measure():
            heapq.heappop(heap)
            if one.lawful:
                yield one.chain, one.points
