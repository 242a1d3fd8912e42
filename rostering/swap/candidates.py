"""Swaps that no cheap fact rules out: rings of two or three in the graph of single exchanges."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rostering.domain.duty import Duty
from rostering.domain.roster import Assignment
from rostering.swap.exchange import Exchange
from rostering.swap.sitting import Chain, Held, Sitting, moves
from rostering.swap.staffing import NOTHING

Askable = Callable[[Assignment], bool] | None
Offer = tuple[Held, Exchange]
"""A duty that somebody would give for the one taken in the exchange."""


class Candidate:
    """A ring of exchanges that may be lawful, the asker's first.

    ``distance`` sums the days between the asked duty and the others; ``place`` orders chains by
    the names of the others, no two alike.
    """

    __slots__ = ("_staffing", "_unit", "_unit_points", "chain", "distance", "place")

    def __init__(self, sitting: Sitting, chain: Chain, others: tuple[Held, ...]) -> None:
        asked = chain[0].given.day
        self.chain, self._staffing = chain, sitting.staffing
        seen = moves(chain)
        self._unit = None if seen else NOTHING
        self._unit_points = self._staffing.floor(seen) if seen else 0
        self.distance = sum([abs(held.duty.day - asked) for held in others])
        last = others[1].place + 1 if len(others) > 1 else 0
        self.place = (others[0].place + 1) * (sitting.size + 1) + last

    @property
    def level(self) -> tuple[bool, int]:
        """Whether anybody loses wish points, and those gained together as a negative number."""
        gains = [exchange.wishes for exchange in self.chain]
        return (min(gains) < 0, -sum(gains))

    @property
    def points(self) -> int:
        """The change of the score card's total, or the least that it can be."""
        found = self._unit_points
        for exchange in self.chain:
            found += exchange.points
        return found

    @property
    def dead(self) -> bool:
        """Whether it is known already that the chain is unlawful."""
        if self._unit is not None and self._unit.new:
            return True
        return any(exchange.judged and not exchange.lawful for exchange in self.chain)

    @property
    def lawful(self) -> bool:
        """Whether the unit and all lines are without new hard breaches; all must be measured."""
        return not self.dead and all(exchange.lawful for exchange in self.chain)

    def measure(self) -> bool:
        """Measure some more, first what many chains share; return whether there was anything."""
        if self._unit is None:
            self._unit = self._staffing.effect(moves(self.chain))
            self._unit_points = self._unit.points
            return True
        for exchange in self.chain:
            if not exchange.exact:
                exchange.measure()
                if exchange is not self.chain[-1]:
                    exchange.glance()
                return True
        return False


def candidates(
    sitting: Sitting, asked: Held, window: int, *, three_way: bool, may_ask: Askable = None
) -> Iterator[Candidate]:
    """Yield each swap of a duty that may be lawful once."""
    asker, mine = sitting.holder(asked.person), asked.duty
    others = _others(sitting, asked, window, may_ask)
    offers = list(_offers(sitting, mine, others))
    for held, exchange in offers:
        if asker.has_room(mine, held.duty):
            yield Candidate(sitting, (asker.exchange(mine, held.duty), exchange), (held,))
    if three_way:
        by_duty: dict[int, list[Offer]] = {}
        for held, exchange in offers:
            by_duty.setdefault(id(held.duty), []).append((held, exchange))
        for person, held_here in others.items():
            wanted = [held for held in held_here if asker.has_room(mine, held.duty)]
            for last, offer, closing in _closings(sitting, person, wanted, by_duty):
                chain = (asker.exchange(mine, last.duty), offer[1], closing)
                yield Candidate(sitting, chain, (offer[0], last))


def _others(sitting: Sitting, asked: Held, window: int, may_ask: Askable) -> dict[str, list[Held]]:
    """Return the duties near the asked one that others could give."""
    first, last = asked.duty.day - window, asked.duty.day + window
    people = (person for person in sitting.held if person != asked.person)
    near = {person: list(sitting.to_give(person, first, last)) for person in people}
    if may_ask is None:
        return near
    return {
        who: [held for held in duties if may_ask(held.assignment)] for who, duties in near.items()
    }


def _offers(sitting: Sitting, mine: Duty, others: dict[str, list[Held]]) -> Iterator[Offer]:
    """Yield what each other person could give for the asked duty."""
    for person, held in others.items():
        holder = sitting.holder(person)
        for one in held:
            if holder.has_room(one.duty, mine):
                yield one, holder.exchange(one.duty, mine)


def _closings(
    sitting: Sitting, person: str, wanted: list[Held], by_duty: dict[int, list[Offer]]
) -> Iterator[tuple[Held, Offer, Exchange]]:
    """Yield whose duty a person could take for one that the asker could have of the person."""
    holder = sitting.holder(person)
    offered = [(offers[0][0].duty, offers) for offers in by_duty.values()] if wanted else []
    takable = [(duty, holder.room(duty), offers) for duty, offers in offered]
    for last in wanted:
        for duty, room, offers in takable:
            if room is not None and room.after(last.duty):
                closing = holder.exchange(last.duty, duty)
                for offer in offers:
                    if offer[0].person != person:
                        yield last, offer, closing
