"""Diving: lines are fixed person by person, and the rest priced anew, until all are whole."""

from __future__ import annotations

from collections.abc import Callable

from rostering.strategies.columns.generation import End, Found, Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.team import Column

ROUNDS = 30  # of pricing after a fixing; fewer are sooner done and end dearer
NEAR = 0.001  # of the bound: how far above it the master may stay between two fixings
SURE = 0.7  # share of a line from which on it is fixed together with the best one
PART = 6  # at most one in so many people is fixed at once, but for whole lines
TINY = 1e-6


def dive(
    generation: Generation,
    start: Node,
    first: Found,
    cutoff: float,
    stop: Callable[[], bool],
) -> tuple[Column, ...] | None:
    """Return a roster near the relaxed optimum of a node; None when the dive ends nowhere.

    Parameters
    ----------
    first
        What the rounds at the node gave.
    cutoff
        Points from which on a roster is of no interest.
    """
    node, result = start, first
    lawful = generation.team.lawful
    while result.end is not End.CUT and not result.relaxed.whole:
        if stop():
            return None
        lines = _to_fix(node, [pair for pair in result.relaxed.shares if lawful(pair[0])])
        if not lines:
            return None
        node = node.fixing(lines)
        result = generation.run(node, cutoff, stop, near_enough=NEAR, most=ROUNDS)
    if result.end is End.CUT or result.relaxed.barred > TINY:
        return None
    return tuple(column for column, _ in result.relaxed.shares)


def _to_fix(node: Node, shares: list[tuple[Column, float]]) -> list[Column]:
    """Return the lines that are taken wholly, or else the few with the largest shares."""
    open_ones = [(share, column) for column, share in shares if column.person not in node.fixed]
    if not open_ones:
        return []
    whole = [column for share, column in open_ones if share > 1 - TINY]
    if whole:
        return whole
    ordered = sorted(open_ones, key=lambda item: (-item[0], item[1].person))
    left = len({column.person for _, column in open_ones})
    sure = [column for share, column in ordered[: max(1, left // PART)] if share > SURE]
    return sure or [ordered[0][1]]
