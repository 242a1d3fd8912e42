"""One statement about a line as a small layered automaton with costs.

States lie on the boundaries between days. Costs are paid as soon as they are certain: a state's
potential is the least that it must still cost, and a step pays the difference. States that behave
alike from a boundary on are one state.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
State = Hashable
Step = Callable[[int, State, int], tuple[State, int] | None]
DEAD = -1


@dataclass(frozen=True, slots=True)
class Day:
    """A day's step: ``to[state, group]`` is the next state or -1, ``cost`` what it costs.

    ``group[option]`` is the group of options that the step does not tell apart.
    """

    group: Ints
    to: Ints
    cost: Ints


@dataclass(frozen=True, slots=True)
class Component:
    """Steps from day ``first`` on, one a day; before it there is one state, after the last one too.

    ``base`` points are paid in any case.
    """

    first: int
    days: tuple[Day, ...]
    base: int

    @property
    def last(self) -> int:
        """The last day of the steps."""
        return self.first + len(self.days) - 1

    @property
    def width(self) -> int:
        """The largest number of states on a boundary."""
        return max(len(day.to) for day in self.days)


def groups(masks: Iterable[int], options: int) -> tuple[Ints, list[int]]:
    """Return each option's group by the masks it is in, and an option of each group."""
    held = list(masks)
    seen: dict[tuple[bool, ...], int] = {}
    group = np.zeros(options, dtype=np.int32)
    first: list[int] = []
    for option in range(options):
        key = tuple(bool(mask >> option & 1) for mask in held)
        if key not in seen:
            seen[key] = len(first)
            first.append(option)
        group[option] = seen[key]
    return group, first


def explored(
    start: State, first: int, grouped: list[tuple[Ints, list[int]]], step: Step
) -> Component | None:
    """Return the automaton of a step function; None when every line is barred.

    After the last day all states are the same: what they cost has been paid by then.

    Parameters
    ----------
    start
        State before day ``first``.
    grouped
        By day: the options' groups and an option of each.
    step
        Next state and points for (day, state, option); None when the line is barred.
    """
    layers: list[dict[State, int]] = [{start: 0}]
    raw: list[tuple[Ints, Ints]] = []
    for offset, (_, first_of) in enumerate(grouped):
        here = layers[-1]
        after: dict[State, int] = {}
        to = np.full((len(here), len(first_of)), DEAD, dtype=np.int32)
        cost = np.zeros((len(here), len(first_of)), dtype=np.int32)
        for state, row in here.items():
            for column, option in enumerate(first_of):
                found = step(first + offset, state, option)
                if found is not None:
                    to[row, column] = after.setdefault(found[0], len(after))
                    cost[row, column] = found[1]
        if not after:
            return None
        raw.append((to, cost))
        layers.append(after)
    return minimal(first, [group for group, _ in grouped], raw)


def minimal(first: int, group: list[Ints], raw: list[tuple[Ints, Ints]]) -> Component | None:
    """Return a component with each step's states merged that behave alike."""
    alias = np.zeros(max(1, int(raw[-1][0].max()) + 1), dtype=np.int32)
    potential = np.zeros(len(alias), dtype=np.int64)
    days: list[Day] = []
    for offset in range(len(raw) - 1, -1, -1):
        to, cost = raw[offset]
        barred = to == DEAD
        total = np.where(barred, 0, cost + potential[to]).astype(np.int64)
        target = np.where(barred, DEAD, alias[to])
        barred = target == DEAD
        least = np.where(barred, np.iinfo(np.int64).max, total).min(axis=1)
        alive = ~barred.all(axis=1)
        paid = np.where(barred, 0, total - least[:, None])
        rows = np.concatenate([target, paid], axis=1)[alive]
        unique, inverse = np.unique(rows, axis=0, return_inverse=True)
        alias = np.full(len(to), DEAD, dtype=np.int32)
        alias[alive] = inverse.reshape(-1)
        potential = np.where(alive, least, 0)
        width = to.shape[1]
        days.append(
            Day(
                group[offset],
                unique[:, :width].astype(np.int32),
                unique[:, width:].astype(np.int32),
            )
        )
    if alias[0] == DEAD:
        return None
    return Component(first, tuple(reversed(days)), int(potential[0]))
