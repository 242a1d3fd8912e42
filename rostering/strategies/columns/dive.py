"""Diving: lines are fixed person by person, and the rest priced anew, until all are whole."""

from __future__ import annotations

from collections.abc import Callable

from rostering.strategies.columns.generation import End, Generation
from rostering.strategies.columns.node import Node
from rostering.strategies.columns.team import Column, Team

ROUNDS = 12  # of pricing after a fixing; more gives a little better lines much later
TINY = 1e-6


def dive(
    generation: Generation,
    start: Node,
    cutoff: float,
    stop: Callable[[], bool],
    avoid: frozenset[tuple[int, tuple[int, ...]]] = frozenset(),
) -> tuple[Column, ...] | None:
    """Return a roster near the relaxed optimum of a node; None when the dive ends nowhere.

    Parameters
    ----------
    cutoff
        Points from which on a roster is of no interest.
    avoid
        Person and flat options of lines that are not fixed first (limited discrepancy).
    """
    team, node = generation.team, start
    fixed: set[int] = set()
    result = generation.run(node, cutoff, stop)
    while result.end is not End.CUT and not result.relaxed.whole:
        if stop() or result.relaxed.barred > len(team.seats):
            return None
        chosen = _to_fix(result.relaxed.shares, fixed, avoid)
        avoid = frozenset()
        for column in chosen:
            fixed.add(column.person)
            node = node.without(column.person, all_but(team, column), node.bound)
        result = generation.run(node, cutoff, stop, most=ROUNDS)
    if result.end is End.CUT or not result.relaxed.whole or result.relaxed.barred > TINY:
        return None
    return tuple(column for column, _ in result.relaxed.shares)


def _to_fix(
    shares: list[tuple[Column, float]],
    fixed: set[int],
    avoid: frozenset[tuple[int, tuple[int, ...]]],
) -> list[Column]:
    """Return the lines that are taken wholly, or the one with the largest share."""
    open_ones = [(share, column) for column, share in shares if column.person not in fixed]
    whole = [column for share, column in open_ones if share > 1 - TINY]
    rest = [item for item in open_ones if item[0] <= 1 - TINY]
    fresh = [item for item in rest if (item[1].person, item[1].flat) not in avoid] or rest
    if fresh:
        whole.append(max(fresh, key=lambda item: (item[0], -item[1].person))[1])
    return whole


def all_but(team: Team, column: Column) -> frozenset[int]:
    """Return the options that a person does not have in a line."""
    return frozenset(range(len(team.seats[column.person].own))) - frozenset(column.flat)
