"""The best repair of one day: stand-ins for open shifts, an exact search.

First no hard rule is broken that was not broken before, then as few people as possible are missing
under the minima, then the stand-ins cost least. A stand-in takes one shift that an absent person
has left; nobody's other duties move.

Filling shifts is an assignment problem whose worth is not a sum: where one is missing, the second
stand-in is worth nothing. So it is searched, by branch and bound. Of those who count in the same
cells only as many of the cheapest are looked at as there are open shifts: of more, one would be
free to take a dearer one's place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rostering.domain.duty import Duty
from rostering.replan.stress.day import Counts, Day, OnDuty, Signature
from rostering.replan.stress.fitness import Fitness, Taker, place_of

Worth = tuple[int, int, int]
"""New breaches, people missing under the minima, øre: less is better."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A day after its best repair.

    Parameters
    ----------
    holds
        Whether every minimum and every hard rule holds.
    placed
        The stand-ins with the shifts they take.
    uncovered
        Absent people's duties that a minimum still needs.
    rows
        The demand rows further under their minimum than before anybody was away.
    ore
        What the stand-ins cost.
    """

    holds: bool
    placed: tuple[tuple[Duty, Taker], ...]
    uncovered: tuple[OnDuty, ...]
    rows: tuple[str, ...]
    ore: int

    @property
    def minutes(self) -> int:
        """Minutes of the uncovered duties."""
        return sum(one.duty.minutes for one in self.uncovered)


@dataclass(frozen=True, slots=True)
class _Offer:
    taker: Taker
    counts: Signature
    gain: int


def repair(day: Day, fitness: Fitness, absent: Sequence[str]) -> Repair:
    """Return the best repair of a day on which some people, by id, are away from all duties."""
    gone = frozenset(absent)
    left = tuple(one for one in day.duties if one.person.id in gone)
    search = _Search(day, fitness, left, gone)
    count, placed = search.run()
    return Repair(
        holds=search.best[:2] == (0, 0),
        placed=tuple((duty, offer.taker) for duty, offer in placed),
        uncovered=_uncovered(day, left, count),
        rows=tuple(dict.fromkeys(_rows_under(day, count))),
        ore=search.best[2],
    )


class _Search:
    """Branch and bound over the open shifts, equal ones side by side."""

    def __init__(
        self, day: Day, fitness: Fitness, left: tuple[OnDuty, ...], gone: frozenset[str]
    ) -> None:
        self.day, self.gone, self.most = day, gone, len(left)
        self.start = day.without(left)
        self.unmended = len(day.wrong({}, gone) - day.wrong_before)
        self.slots: list[tuple[Duty, list[_Offer]]] = []
        if day.missing(self.start):
            opened = Counter(place_of(one.duty) for one in left)
            for place in sorted(opened, key=str):
                duty = day.index.duty(*place)
                offers = list(self._offers(fitness, duty))
                self.slots += [(duty, offers)] * opened[place]
        gains = [max((offer.gain for offer in offers), default=0) for _, offers in self.slots]
        self.gain_from = [sum(gains[number:]) for number in range(len(gains) + 1)]
        self.placed: list[tuple[Duty, _Offer]] = []
        self.best: Worth = self._worth(self.start, 0)
        self.found: tuple[Counts, tuple[tuple[Duty, _Offer], ...]] = (self.start, ())

    def run(self) -> tuple[Counts, tuple[tuple[Duty, _Offer], ...]]:
        """Return the counts and the stand-ins of the best repair."""
        self._go_on(0, 0, self.start, 0)
        return self.found

    def _offers(self, fitness: Fitness, duty: Duty) -> Iterator[_Offer]:
        """Yield the stand-ins worth a look: of each kind the cheapest, as many as may be needed."""
        day, seen = self.day, Counter[tuple[Signature, str]]()
        short = {n for n, low in enumerate(day.least) if self.start[n] < low}
        bound = {n for n, most in enumerate(day.most) if most is not None}
        for taker in fitness.takers(duty):
            name = taker.person.id
            counts = day.signature(taker.person, duty)
            gain = len(short.intersection(counts))
            kind = tuple(number for number in counts if number in short or number in bound)
            key = (kind, name if day.in_pair(name) else "")
            if name not in self.gone and gain and seen[key] < self.most:
                seen[key] += 1
                yield _Offer(taker, counts, gain)

    def _worth(self, count: Counts, ore: int) -> Worth:
        day, added = self.day, {offer.taker.person.id: duty for duty, offer in self.placed}
        wrong = len(day.wrong(added, self.gone) - day.wrong_before) if day.pairs else 0
        return (wrong + day.over(count), day.missing(count), ore)

    def _go_on(self, slot: int, first: int, count: Counts, ore: int) -> None:
        """Try every way on from a slot; of equal slots the later takes a later offer."""
        here = self._worth(count, ore)
        if here < self.best:
            self.best, self.found = here, (count, tuple(self.placed))
        within_reach = max(0, here[1] - self.gain_from[slot]) if slot < len(self.slots) else here[1]
        if slot == len(self.slots) or (self.unmended, within_reach, ore) >= self.best:
            return
        duty, offers = self.slots[slot]
        after = slot + 1
        same = after < len(self.slots) and self.slots[after][0] == duty
        used = {offer.taker.person.id for _, offer in self.placed}
        for number in range(first, len(offers)):
            offer = offers[number]
            if offer.taker.person.id not in used:
                self.placed.append((duty, offer))
                more = _more(count, offer.counts)
                self._go_on(after, number + 1 if same else 0, more, ore + offer.taker.ore)
                self.placed.pop()
        while after < len(self.slots) and self.slots[after][0] == duty:
            after += 1  # left open: so are its equals, for these are filled from the first on
        self._go_on(after, 0, count, ore)


def _more(count: Counts, numbers: Signature, by: int = 1) -> Counts:
    found = list(count)
    for number in numbers:
        found[number] += by
    return tuple(found)


def _rows_under(day: Day, count: Counts) -> Iterator[str]:
    for cell, now, was in zip(day.cells, count, day.count, strict=True):
        if now < min(was, cell.minimum):
            yield cell.row.id


def _uncovered(day: Day, left: tuple[OnDuty, ...], count: Counts) -> tuple[OnDuty, ...]:
    """Return the absent people's duties whose return would mend what can be mended.

    None of them could be left out; where there is a choice, the longest are. A shift that was
    filled counts too when whoever fills it does not count in a minimum that needs it.
    """
    if not any(_rows_under(day, count)):
        return ()
    for one in left:
        count = _more(count, one.counts)
    best = _under(day, count)
    kept = sorted(left, key=lambda one: (-one.duty.minutes, one.person.id, one.duty.code))
    for one in tuple(kept):
        fewer = _more(count, one.counts, -1)
        if _under(day, fewer) == best:
            count = fewer
            kept.remove(one)
    return tuple(kept)


def _under(day: Day, count: Counts) -> int:
    """Return how many people are missing that were there before, over all cells."""
    rows = zip(day.cells, count, day.count, strict=True)
    return sum(max(0, min(was, cell.minimum) - now) for cell, now, was in rows)
