"""Everybody's lattice with prices: who costs what under given duals, and the best line of each."""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One person's line: an option a day, its points, and its weight in each row it touches."""

    person: int
    options: tuple[int, ...]
    cost: int
    rows: tuple[tuple[int, int], ...]


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

    Raises
    ------
    ValueError
        When somebody has no lawful line at all.
    """

    def __init__(self, crews: Sequence[Crew], rows: Rows) -> None:
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
        self._rest = [np.empty(int(flat.node_at[-1])) for flat in self.flats]

    def best(
        self, person: int, multipliers: Floats, own: Floats | None = None
    ) -> tuple[float, Column]:
        """Return a person's least cost and the line that has it.

        Parameters
        ----------
        multipliers
            Points for each unit that a line adds to a row.
        own
            Other points of the options than the person's own.
        """
        seat = self.seats[person]
        flat, rest = self.flats[seat.crew], self._rest[seat.crew]
        own = seat.own if own is None else own
        costs = own + np.bincount(
            seat.linked, seat.weight * multipliers[seat.row], minlength=len(seat.own)
        )
        price = np.empty(int(flat.price_at[-1]))
        chosen = np.empty(len(price), dtype=np.int32)
        classed(costs, seat.arc_of, price, chosen)
        rests(flat, price, rest)
        node = int(flat.node_at[0]) + seat.root
        least = float(rest[node])
        if not np.isfinite(least):
            raise ValueError(f"no lawful line for {seat.subject.person}")
        line = np.empty(len(flat.width), dtype=np.int32)
        paid = cheapest(flat, price, rest, node, line)
        options = chosen[flat.price_at[:-1] + line]
        return least + seat.base, self.column(person, options, paid)

    def column(self, person: int, options: Longs | Ints, paid: int) -> Column:
        """Return the column of options, counted over all days, whose arcs cost ``paid``."""
        seat = self.seats[person]
        taken = np.zeros(len(seat.own), dtype=bool)
        taken[options] = True
        touched = taken[seat.linked]
        sums = np.bincount(seat.row[touched], seat.weight[touched], minlength=len(self.rows.rows))
        held = np.flatnonzero(sums)
        cost = int(paid + seat.base + seat.own[options].sum())
        inside = tuple(int(o) for o in options - seat.option_at[:-1])
        weights = tuple((int(r), int(sums[r])) for r in held)
        return Column(person, inside, cost, weights)


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
