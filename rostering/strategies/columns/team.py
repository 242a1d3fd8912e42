"""Everybody's lattice with prices: who costs what under given duals, and the best line of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rostering.strategies.columns.crews import Crew
from rostering.strategies.columns.person import Subject
from rostering.strategies.columns.pricing import (
    Flat,
    Floats,
    Ints,
    Longs,
    cheapest,
    classed,
    flattened,
    rests,
)
from rostering.strategies.columns.rows import Rows

AT_ONCE = 8  # people priced in one pass; more fill no wider registers and more memory


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One person's line: an option a day, its points, and its weight in each row it touches.

    ``flat`` counts the options over all days.
    """

    person: int
    options: tuple[int, ...]
    flat: tuple[int, ...]
    cost: int
    rows: tuple[tuple[int, int], ...]


Shares = Sequence[tuple[Column, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Seat:
    """A person with flat arrays over all options of all days, the days one after another.

    Parameters
    ----------
    own
        Points of each option, infinite where barred.
    arc_of
        Arc class of each option, counted over all days.
    option_at
        First option of each day.
    linked, row, weight
        Which option adds how much to which row.
    """

    subject: Subject
    crew: int
    root: int
    base: int
    own: Floats
    arc_of: Ints
    option_at: Longs
    linked: Longs
    row: Longs
    weight: Floats


class Team:
    """Prices lines for everybody.

    ``grain`` divides the points of every roster.

    Parameters
    ----------
    exact
        Whether columns and rows say all that a roster costs.
    """

    def __init__(self, crews: Sequence[Crew], rows: Rows, *, exact: bool = False) -> None:
        self.rows = rows
        self.flats: list[Flat] = [flattened(crew.lattice) for crew in crews]
        touching: dict[int, list[tuple[int, int]]] = {}
        for number, row in enumerate(rows.rows):
            for literal, weight in row.weights:
                touching.setdefault(literal, []).append((number, weight))
        self.seats = [
            _seat(crew, number, one, root, touching)
            for number, crew in enumerate(crews)
            for one, root in zip(crew.members, crew.root_of, strict=True)
        ]
        self._memory = np.empty(0)
        self.grain = self._grain() if exact else 1

    def _grain(self) -> int:
        parts = [np.array([self.rows.constant, *(seat.base for seat in self.seats)], dtype=float)]
        parts += [row.price for row in self.rows.rows]
        parts += [seat.own for seat in self.seats]
        parts += [np.unique(flat.cost) for flat in self.flats]
        held = [part[np.isfinite(part)].astype(np.int64) for part in parts]
        return max(1, int(np.gcd.reduce(np.concatenate(held))))

    def price(
        self,
        people: Iterable[int],
        multipliers: Floats,
        barred: Mapping[int, frozenset[int]],
    ) -> list[tuple[float, Column]] | None:
        """Return each person's least cost and the line that has it; None when one has no line.

        Parameters
        ----------
        multipliers
            Points for each unit that a line adds to a row.
        barred
            Options barred besides the person's own, by person.
        """
        found: list[tuple[float, Column]] = []
        by_crew: dict[int, list[int]] = {}
        for person in people:
            by_crew.setdefault(self.seats[person].crew, []).append(person)
        for crew, members in by_crew.items():
            for start in range(0, len(members), AT_ONCE):
                part = self._priced(crew, members[start : start + AT_ONCE], multipliers, barred)
                if part is None:
                    return None
                found += part
        return found

    def _priced(
        self,
        crew: int,
        members: list[int],
        multipliers: Floats,
        barred: Mapping[int, frozenset[int]],
    ) -> list[tuple[float, Column]] | None:
        flat = self.flats[crew]
        price = np.empty((int(flat.price_at[-1]), len(members)))
        chosen = np.empty(price.shape, dtype=np.int32)
        for place, person in enumerate(members):
            costs = self.costs(person, multipliers, barred.get(person))
            classed(costs, self.seats[person].arc_of, place, price, chosen)
        rest = self._room(int(flat.node_at[-1]), len(members))
        rests(flat, price, rest)
        found = []
        line = np.empty(len(flat.width), dtype=np.int32)
        for place, person in enumerate(members):
            node = int(flat.node_at[0]) + self.seats[person].root
            least = float(rest[node, place])
            if not np.isfinite(least):
                return None
            paid = cheapest(flat, price, rest, place, node, line)
            options = chosen[flat.price_at[:-1] + line, place]
            found.append((least + self.seats[person].base, self.column(person, options, paid)))
        return found

    def _room(self, nodes: int, people: int) -> Floats:
        """Return an array of nodes by people, memory of an earlier one where it is enough."""
        if len(self._memory) < nodes * people:
            self._memory = np.empty(nodes * people)
        return self._memory[: nodes * people].reshape(nodes, people)

    def lawful(self, column: Column) -> bool:
        """Return whether a line alone breaks no row: one of the person's own may be a hard sum."""
        for number, weight in column.rows:
            row = self.rows.rows[number]
            if row.own and not np.isfinite(row.price[weight - row.low]):
                return False
        return True

    def sums(self, shares: Shares) -> dict[int, Floats]:
        """Return the share of each option, summed over the lines of a person who has any."""
        found = {
            column.person: np.zeros(len(self.seats[column.person].own)) for column, _ in shares
        }
        for column, share in shares:
            found[column.person][list(column.flat)] += share
        return found

    def charged(self, columns: Iterable[Column]) -> tuple[float, float]:
        """Return the points of one column a person, and how far its rows are in barred values."""
        sums = np.zeros(len(self.rows.rows), dtype=np.int64)
        points, barred = float(self.rows.constant), 0.0
        for column in columns:
            points += column.cost
            for number, weight in column.rows:
                sums[number] += weight
        for row, value in zip(self.rows.rows, sums.tolist(), strict=True):
            allowed = row.low + np.flatnonzero(np.isfinite(row.price))
            near = min(max(value, allowed[0]), allowed[-1])
            points += float(row.price[near - row.low])
            barred += abs(value - near)
        return points, barred

    def costs(self, person: int, multipliers: Floats, barred: frozenset[int] | None) -> Floats:
        """Return the cost of each option: the person's own points and what the rows charge."""
        seat = self.seats[person]
        charged = seat.weight * multipliers[seat.row]
        found = seat.own + np.bincount(seat.linked, charged, minlength=len(seat.own))
        if barred:
            found[list(barred)] = np.inf
        return found

    def column(self, person: int, options: Longs | Ints, paid: int) -> Column:
        """Return the column of options, counted over all days, whose arcs cost ``paid``."""
        seat = self.seats[person]
        taken = np.zeros(len(seat.own), dtype=bool)
        taken[options] = True
        touched = taken[seat.linked]
        sums = np.bincount(seat.row[touched], seat.weight[touched], minlength=len(self.rows.rows))
        held = np.flatnonzero(sums)
        cost = int(paid + seat.base + seat.own[options].sum())
        inside = tuple((options - seat.option_at[:-1]).tolist())
        weights = tuple(zip(held.tolist(), sums[held].astype(int).tolist(), strict=True))
        return Column(person, inside, tuple(options.tolist()), cost, weights)


def _seat(
    crew: Crew,
    number: int,
    one: Subject,
    root: int,
    touching: dict[int, list[tuple[int, int]]],
) -> Seat:
    lattice = crew.lattice
    own: list[float] = []
    arc_of: list[int] = []
    option_at = [0]
    linked: list[int] = []
    row: list[int] = []
    weight: list[int] = []
    price_at = 0
    for day, layer in enumerate(lattice.layers):
        for option, points in enumerate(one.own[day]):
            if option:
                for place, times in touching.get(one.options.literals[day][option - 1], ()):
                    linked.append(len(own))
                    row.append(place)
                    weight.append(times)
            own.append(np.inf if one.barred[day][option] else points)
            arc_of.append(price_at + layer.arc_of[option])
        option_at.append(len(own))
        price_at += layer.to.shape[1]
    return Seat(
        one,
        number,
        lattice.roots[root],
        lattice.base[root] + one.constant,
        np.array(own, dtype=float),
        np.array(arc_of, dtype=np.int32),
        np.array(option_at, dtype=np.int64),
        np.array(linked, dtype=np.int64),
        np.array(row, dtype=np.int64),
        np.array(weight, dtype=float),
    )
