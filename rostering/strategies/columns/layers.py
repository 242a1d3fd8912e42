"""Compiled passes over one layer of a lattice: one more component, and like nodes merged."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
DEAD = -1
_MIX = np.int64(-7046029254386353131)  # 2^64 / golden ratio, odd (Fibonacci hashing; Knuth 1998)


class Arcs(NamedTuple):
    """Ends and points by node (or state) and arc, and which of these arcs each new arc takes."""

    to: Ints
    cost: Ints
    taken: Longs


@numba.njit(cache=True, nogil=True)
def extended(
    layer: Arcs, step: Arcs, node: Longs, state: Longs, told_apart: int
) -> tuple[Ints, Ints, Longs]:
    """Return the arcs of pairs of a node and a component's state, their points and their ends.

    Parameters
    ----------
    layer, step
        Of the lattice and of the component's day.
    node, state
        The pairs.
    told_apart
        States that are told apart after the day.

    The ends are pairs as numbers, node times ``told_apart`` plus state, in order.
    """
    width = len(layer.taken)
    codes = np.full((len(node), width), np.int64(DEAD))
    paid = np.empty((len(node), width), dtype=np.int32)
    for pair in range(len(node)):
        for arc in range(width):
            first, second = layer.taken[arc], step.taken[arc]
            end, follows = layer.to[node[pair], first], step.to[state[pair], second]
            paid[pair, arc] = layer.cost[node[pair], first] + step.cost[state[pair], second]
            if end >= 0 and follows >= 0:
                codes[pair, arc] = np.int64(end) * told_apart + (follows if told_apart > 1 else 0)
    numbered, ends = _numbered(codes)
    return numbered, paid, ends


@numba.njit(cache=True, nogil=True)
def _numbered(codes: Longs) -> tuple[Ints, Longs]:
    """Return codes numbered from 0 in order, -1 kept, and the codes by number."""
    flat = codes.reshape(-1)
    used = np.zeros(flat.max() + 1 if len(flat) else 0, dtype=np.int32)
    for code in flat:
        if code >= 0:
            used[code] = 1
    ends = np.flatnonzero(used)
    for number in range(len(ends)):
        used[ends[number]] = number
    found = np.full(len(flat), np.int32(DEAD))
    for place in range(len(flat)):
        if flat[place] >= 0:
            found[place] = used[flat[place]]
    return found.reshape(codes.shape), ends


@numba.njit(cache=True, nogil=True)
def folded(
    to: Ints, cost: Ints, alias: Ints, potential: Longs
) -> tuple[Ints, Longs, Ints, Ints, int]:
    """Merge the nodes of a layer that go on alike, with points paid as early as possible.

    Parameters
    ----------
    to, cost
        By node and arc class.
    alias, potential
        New number and points paid in any case, by node of the next layer.

    Returns
    -------
    alias, potential
        The same by node of this layer; ``DEAD`` where no line goes on.
    to, cost
        Of the merged nodes.
    count
        How many these are; what stands after them is to be left.
    """
    nodes = len(to)
    mine, least = np.full(nodes, np.int32(DEAD)), np.zeros(nodes, dtype=np.int64)
    size = 1
    while size < 2 * nodes + 1:
        size *= 2
    table = np.full(size, np.int32(DEAD))
    kept_to, kept_cost, count = np.empty_like(to), np.empty_like(cost), 0
    for node in range(nodes):
        goes_on, lowest = _least(to[node], cost[node], alias, potential)
        if not goes_on:
            continue
        least[node] = lowest
        for arc, end in enumerate(to[node]):  # written where the next new node would stand
            alive = end >= 0 and alias[end] >= 0
            kept_to[count, arc] = alias[end] if alive else DEAD
            kept_cost[count, arc] = cost[node, arc] + potential[end] - lowest if alive else 0
        mine[node] = _entered(table, kept_to, kept_cost, count)
        count = max(count, mine[node] + 1)
    return mine, least, kept_to, kept_cost, count


@numba.njit(cache=True, nogil=True)
def _least(to: Ints, cost: Ints, alias: Ints, potential: Longs) -> tuple[bool, np.int64]:
    """Return whether any line goes on from a node, and the points that every such line pays."""
    goes_on, found = False, np.int64(0)
    for arc, end in enumerate(to):
        if end >= 0 and alias[end] >= 0:
            paid = cost[arc] + potential[end]
            found = min(found, paid) if goes_on else paid
            goes_on = True
    return goes_on, found


@numba.njit(cache=True, nogil=True)
def _entered(table: Ints, to: Ints, cost: Ints, node: int) -> int:
    """Return the node before it, or itself, that goes on like a node; ``table`` is hashed."""
    mixed = np.int64(to.shape[1])
    for arc in range(to.shape[1]):
        mixed = (mixed ^ (to[node, arc] + 2)) * _MIX
        mixed = (mixed ^ (mixed >> 29) ^ (cost[node, arc] + 3)) * _MIX
    place = (mixed ^ (mixed >> 32)) & (len(table) - 1)
    while table[place] >= 0:
        other = table[place]
        if np.array_equal(to[other], to[node]) and np.array_equal(cost[other], cost[node]):
            return int(other)
        place = (place + 1) & (len(table) - 1)
    table[place] = node
    return node
