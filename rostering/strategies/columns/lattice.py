"""All lines that a group of people may work, as one layered graph.

A node lies on the boundary between two days; an arc is a class of options that all statements
treat alike. The graph is the product of the components: first the short ones together, then the
long ones one by one, with nodes merged after each step that allow the same rests of lines at the
same cost. The result is the smallest such graph, whatever the order (a weighted decision diagram;
Mohri 2009 for pushing and minimising).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rostering.strategies.columns.component import DEAD, Component, Day
from rostering.strategies.columns.layers import Arcs, extended, folded

Longs = NDArray[np.int64]
LASTING = 0.5  # of a layer's arcs: what each later day has at least, as a rule
_NOWHERE = np.zeros((1, 1), dtype=np.int32)  # a component's day before it begins and after it ends


@dataclass(frozen=True, slots=True)
class Layer:
    """A day's arcs: ``to[node, arc]`` is a node after the day or -1, ``cost`` its points.

    ``arc_of[option]`` is the class of each option of the day.
    """

    arc_of: NDArray[np.int32]
    to: NDArray[np.int32]
    cost: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Layers by day and, by root, the first node and the points paid in any case.

    A root that allows no line at all has node -1.
    """

    layers: tuple[Layer, ...]
    roots: tuple[int, ...]
    base: tuple[int, ...]

    @property
    def arcs(self) -> int:
        """The number of arcs, the barred ones included."""
        return sum(layer.to.size for layer in self.layers)


class TooLarge(Exception):
    """The graph would have more arcs than allowed."""


def product_of(owned: list[list[Component]], options: dict[int, int], most_arcs: int) -> Lattice:
    """Return the graph of several components that are followed at once.

    Parameters
    ----------
    owned
        The components of each root; a component object may belong to several.
    options
        The number of options by day.
    most_arcs
        Where to give up.

    Raises
    ------
    TooLarge
        When the graph, before nodes are merged, has more arcs than that.
    """
    return _Product(owned, options, most_arcs).lattice()


class _Product:
    """One pass over the days with the states of all open components side by side.

    A component's state is kept from its first day to its last; of one that not every root owns it
    is kept from the beginning, -1 where it is not owned.
    """

    def __init__(
        self, owned: list[list[Component]], options: dict[int, int], most_arcs: int
    ) -> None:
        self.owned, self.options, self.most_arcs = owned, options, most_arcs
        self.components = list({id(c): c for held in owned for c in held}.values())
        have = [{id(c) for c in held} for held in owned]
        self.owns = np.array([[id(c) in one for c in self.components] for one in have], dtype=bool)
        self.owns = self.owns.reshape(len(owned), len(self.components))
        self.shared: NDArray[np.bool_] = np.asarray(self.owns.all(axis=0))
        salt = np.random.default_rng(7).integers(1, 2**62, len(self.components) + 1, np.int64)
        self.salt = salt | 1

    def lattice(self) -> Lattice:
        columns = [n for n in range(len(self.components)) if not self.shared[n]]
        states = np.where(self.owns[:, columns], 0, -1).astype(np.int64)
        layers, total = [], 0
        for day in range(len(self.options)):
            opened = [n for n, c in enumerate(self.components) if c.first == day and self.shared[n]]
            columns += opened
            states = np.pad(states, ((0, 0), (0, len(opened))))
            layer, states = self._day(day, columns, states)
            kept = [place for place, n in enumerate(columns) if self.components[n].last > day]
            columns = [columns[place] for place in kept]
            total += layer.to.size
            if total > self.most_arcs:
                raise TooLarge
            layers.append(layer)
        base = [sum(c.base for c in held) for held in self.owned]
        return merged(layers, list(range(len(self.owned))), base)

    def _day(self, day: int, columns: list[int], states: Longs) -> tuple[Layer, Longs]:
        """Return the day's arcs, and the states after it of the components that go on."""
        steps = [self._step(n, day) for n in columns]
        arc_of, first_of = self._arcs(day, [step for step in steps if step is not None])
        goes_on = [place for place, n in enumerate(columns) if self.components[n].last > day]
        costs = np.zeros((len(states), len(first_of)), dtype=np.int64)
        alive = np.ones((len(states), len(first_of)), dtype=bool)
        ends = np.repeat(states[:, None, goes_on], len(first_of), axis=1)
        place_after = {place: n for n, place in enumerate(goes_on)}
        for place, step in enumerate(steps):
            if step is None:
                continue
            here = np.maximum(states[:, place], 0)
            held = states[:, place] >= 0
            group = step.group[first_of]
            to = np.where(held[:, None], step.to[here][:, group], 0)
            costs += np.where(held[:, None], step.cost[here][:, group], 0)
            alive &= to != DEAD
            if place in place_after:
                ends[:, :, place_after[place]] = np.where(held[:, None], to, -1)
        return self._numbered(arc_of, ends, costs, alive)

    def _step(self, number: int, day: int) -> Day | None:
        component = self.components[number]
        inside = component.first <= day <= component.last
        return component.days[day - component.first] if inside else None

    def _arcs(self, day: int, steps: list[Day]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return each option's class, and the first option of each class."""
        told = np.array([step.group for step in steps], dtype=np.int64)
        if not len(told):
            return np.zeros(self.options[day], dtype=np.int32), np.zeros(1, dtype=np.int64)
        _, first_of, arc_of = np.unique(told, axis=1, return_index=True, return_inverse=True)
        return arc_of.reshape(-1).astype(np.int32), first_of

    def _numbered(
        self, arc_of: NDArray[np.int32], ends: Longs, costs: Longs, alive: NDArray[np.bool_]
    ) -> tuple[Layer, Longs]:
        """Give each distinct tuple of states a number."""
        every = ends[alive]
        with np.errstate(over="ignore"):
            mixed = (every + 2) @ self.salt[: every.shape[1]]
        _, index, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        after = every[index]
        if not np.array_equal(after[inverse], every):
            raise ArithmeticError("two states have one hash")
        to = np.full(alive.shape, DEAD, dtype=np.int32)
        to[alive] = inverse
        return Layer(arc_of, to, costs.astype(np.int32)), after


def refined(lattice: Lattice, component: Component, most_arcs: int) -> Lattice:
    """Return a graph with one more component, which all roots own.

    Raises
    ------
    TooLarge
        When the graph, before nodes are merged, has or is about to have more arcs than that.
    """
    if all(root == DEAD for root in lattice.roots):
        return lattice
    nodes = np.maximum(np.array(lattice.roots, dtype=np.int64), 0)
    here = np.stack([nodes, np.zeros_like(nodes)], axis=1)
    layers, total = [], 0
    for day, layer in enumerate(lattice.layers):
        fine, here = _refined_day(layer, component, day, here)
        total += fine.to.size
        if total + LASTING * fine.to.size * (len(lattice.layers) - day - 1) > most_arcs:
            raise TooLarge
        layers.append(fine)
    base = [points + component.base for points in lattice.base]
    found = merged(layers, list(range(len(nodes))), base)
    pairs = zip(lattice.roots, found.roots, strict=True)
    return replace(found, roots=tuple(new if old != DEAD else DEAD for old, new in pairs))


def _refined_day(layer: Layer, component: Component, day: int, here: Longs) -> tuple[Layer, Longs]:
    node, state = here[:, 0], here[:, 1]
    inside = component.first <= day <= component.last
    step = component.days[day - component.first] if inside else None
    group = layer.arc_of * 0 if step is None else step.group
    keys = layer.arc_of.astype(np.int64) * (int(group.max()) + 1) + group
    _, first_of, arc_of = np.unique(keys, return_index=True, return_inverse=True)
    width = 1 if step is None else int(step.to.max()) + 1
    after_width = width if inside and day < component.last else 1
    here_to, here_cost = (_NOWHERE, _NOWHERE) if step is None else (step.to, step.cost)
    numbered, cost, codes = extended(
        Arcs(layer.to, layer.cost, layer.arc_of[first_of].astype(np.int64)),
        Arcs(
            here_to.astype(np.int32), here_cost.astype(np.int32), group[first_of].astype(np.int64)
        ),
        node.copy(),
        state.copy() if step is not None else np.zeros_like(state),
        after_width,
    )
    fine = Layer(arc_of.astype(np.int32), numbered, cost)
    return fine, np.stack([codes // after_width, codes % after_width], axis=1)


def merged(layers: list[Layer], roots: list[int], base: list[int]) -> Lattice:
    """Return a graph with costs paid as early as possible and like nodes merged."""
    size = 1 + int(layers[-1].to.max(initial=0)) if layers else 1
    alias = np.zeros(size, dtype=np.int32)
    potential = np.zeros(size, dtype=np.int64)
    found: list[Layer] = []
    for layer in reversed(layers):
        alias, potential, to, cost, count = folded(layer.to, layer.cost, alias, potential)
        found.append(Layer(layer.arc_of, to[:count].copy(), cost[:count].copy()))
    first = [int(alias[root]) for root in roots]
    paid_before = [int(points + potential[root]) for root, points in zip(roots, base, strict=True)]
    return Lattice(tuple(reversed(found)), tuple(first), tuple(paid_before))
