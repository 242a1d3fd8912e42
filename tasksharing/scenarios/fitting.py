"""Whether the work that stays can be done when somebody fewer is on duty. Exact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import NamedTuple

from tasksharing.domain.tasks import QUARTER

ZERO = Fraction(0)
Gone = Counter[str]


class Piece(NamedTuple):
    """Minutes to be done between two places of a shift, by one of the groups that are able.

    ``people`` must be there at once; the minutes are person-minutes.
    """

    first: int
    last: int
    minutes: Fraction
    able: frozenset[str]
    people: int


@dataclass(frozen=True)
class Crew:
    """A shift's quarter-hours in order: who of each group is there, and what they have to do.

    ``load`` is how much of a quarter-hour can be filled with tasks; the rest is breaks and
    walking, for those who stay as for new staff.
    """

    heads: Mapping[str, Sequence[Fraction]]
    pieces: Sequence[Piece]
    load: Fraction

    def without(self, number: int) -> Gone | None:
        """Return of which groups so many heads can go, or None; those first who are most."""
        here = sorted(self.heads, key=lambda g: (-sum(self.heads[g], ZERO), g))
        choices = (Counter(chosen) for chosen in combinations_with_replacement(here, number))
        return next((gone for gone in choices if self._there(gone) and self._done(gone)), None)

    def _there(self, gone: Gone) -> bool:
        """Return whether so many of each group are there, for most of the shift."""
        return all(
            2 * sum(number <= there for there in self.heads[group]) > len(self.heads[group])
            for group, number in gone.items()
        )

    def _done(self, gone: Gone) -> bool:
        """Return whether everything is done in time without those who are gone.

        At each place the most urgent goes first, to the group that has the least work of its own.
        That finds a way whenever there is one for a single group; for several it may miss one,
        and then nobody goes.
        """
        pieces = [self._where_enough(piece, gone) for piece in self.pieces]
        if None in pieces:
            return False
        known = sorted(filter(None, pieces), key=lambda p: (p.last, len(p.able)))
        left = [piece.minutes for piece in known]
        starts: defaultdict[int, list[int]] = defaultdict(list)
        for number, piece in enumerate(known):
            starts[piece.first].append(number)
        order, open_ = self._order(), list[int]()
        for place in range(len(next(iter(self.heads.values()), ()))):
            open_ = sorted([*open_, *starts[place]])
            room = {g: self._room(g, place, gone) for g in order}
            for number in open_:
                if self._enough(known[number], place, gone):
                    left[number] -= _taken(known[number].able, left[number], room)
            if any(left[n] and known[n].last <= place for n in open_):
                return False
            open_ = [number for number in open_ if left[number]]
        return True

    def _order(self) -> list[str]:
        """Return the groups, those first who have the least that nobody else can do."""
        own: defaultdict[str, Fraction] = defaultdict(Fraction)
        for piece in self.pieces:
            if len(piece.able) == 1:
                own[next(iter(piece.able))] += piece.minutes
        return sorted(self.heads, key=lambda group: (own[group], group))

    def _room(self, group: str, place: int, gone: Gone) -> Fraction:
        return max(ZERO, self.heads[group][place] - gone[group]) * QUARTER * self.load

    def _where_enough(self, piece: Piece, gone: Gone) -> Piece | None:
        """Return a piece between the first and the last place where enough are there at once."""
        places = range(piece.first, piece.last + 1)
        fit = [place for place in places if self._enough(piece, place, gone)]
        return piece._replace(first=fit[0], last=fit[-1]) if fit else None

    def _enough(self, piece: Piece, place: int, gone: Gone) -> bool:
        fewer = sum(gone[group] for group in piece.able)
        if piece.people == 1 or not fewer:
            return True
        there = sum((self.heads[group][place] for group in piece.able), ZERO)
        return there - fewer >= piece.people


def _taken(able: Iterable[str], wanted: Fraction, room: dict[str, Fraction]) -> Fraction:
    """Take minutes out of the room of those who are able, in the room's order."""
    left = wanted
    for group, free in room.items():
        if group in able:
            part = min(left, free)
            room[group] = free - part
            left -= part
    return wanted - left
