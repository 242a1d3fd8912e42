"""Where a node is split: by what its master loses on both sides (strong branching).

Candidates are sums of the unit that are not whole, options that somebody has in part, and how
often somebody works. Each side's loss is read off the master without new columns (Applegate,
Bixby, Chvatal and Cook 1995; product rule of Achterberg 2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from rostering.strategies.columns.generation import Generation
from rostering.strategies.columns.master import Relaxed
from rostering.strategies.columns.node import Node

CANDIDATES = 6  # sums tried, and options tried
TINY = 1e-4


@dataclass(frozen=True, slots=True)
class Split:
    """Two parts of a node, the likelier one first."""

    first: Node
    second: Node


def split(generation: Generation, node: Node, relaxed: Relaxed, bound: float) -> Split:
    """Return the split whose two parts lose the most, by the product of both."""
    candidates = [
        *_sums(generation, node, relaxed, bound),
        *_options(generation, node, relaxed, bound),
    ]
    if len(candidates) == 1:
        return candidates[0]
    scored = []
    for number, candidate in enumerate(candidates):
        losses = [
            max(generation.loss(part, relaxed.objective), TINY)
            for part in (candidate.first, candidate.second)
        ]
        scored.append((losses[0] * losses[1], -number))
    generation.master.enter(node)
    return candidates[-max(scored)[1]]


def _sums(generation: Generation, node: Node, relaxed: Relaxed, bound: float) -> Iterator[Split]:
    """Yield splits at the sums that are farthest from whole."""
    apart = sorted(
        ((abs(value - round(value)), row) for row, value in enumerate(relaxed.values)),
        reverse=True,
    )
    for distance, row in apart[:CANDIDATES]:
        if distance > TINY:
            value = relaxed.values[row]
            low, high = node.span(row, generation.team.rows.rows[row])
            under = node.within(row, (low, floor(value)), bound)
            over = node.within(row, (ceil(value), high), bound)
            yield Split(over, under) if value - floor(value) > 0.5 else Split(under, over)


def _options(generation: Generation, node: Node, relaxed: Relaxed, bound: float) -> Iterator[Split]:
    """Yield splits at the options that are had most nearly by half."""
    shares: dict[tuple[int, int, int], float] = {}
    for column, share in relaxed.shares:
        for day, option in enumerate(column.flat):
            key = (column.person, day, option)
            shares[key] = shares.get(key, 0.0) + share
    parted = [(abs(share - 0.5), key) for key, share in shares.items() if TINY < share < 1 - TINY]
    for _, (person, day, option) in sorted(parted)[:CANDIDATES]:
        seat = generation.team.seats[person]
        whole_day = range(int(seat.option_at[day]), int(seat.option_at[day + 1]))
        having = node.without(person, frozenset(whole_day) - {option}, bound)
        lacking = node.without(person, frozenset([option]), bound)
        likely = shares[person, day, option] >= 0.5
        yield Split(having, lacking) if likely else Split(lacking, having)
