"""A lattice is the sum of its components, the smallest graph that is."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.strategies.columns.clauses import clause_component
from rostering.strategies.columns.component import DEAD, Component
from rostering.strategies.columns.counters import counter_component
from rostering.strategies.columns.formula import Formula, Formulas
from rostering.strategies.columns.lattice import Lattice, TooLarge, product_of, refined
from rostering.strategies.columns.pricing import cheapest, flattened, rests, traced
from rostering.strategies.columns.statements import Clause, Counter, Use
from tests.strategies.columns.said import FEW, FULL, OPTIONS, Line, formulas, lines, paid, written

FORMULAS = Formulas(FULL)
PLENTY = 100_000


@st.composite
def components(draw: st.DrawFn) -> Component:
    """Return the component of a clause or of a sum of one use."""
    price = draw(PRICE)
    told = draw(TOLD)
    held = tuple((f, w) for one, w in told if not isinstance(f := formulas(one), bool))
    if not held:
        found = None
    elif draw(st.booleans()):
        found = clause_component(Clause(held[0][0], price), FORMULAS, OPTIONS)
    else:
        use = Use(1, draw(st.integers(-2, 2)), price, draw(st.integers(1, 3)))
        found = counter_component(Counter(held, (use,)), FORMULAS, OPTIONS)
    return found or draw(COMPONENTS)


COMPONENTS = components()
TOLD = st.lists(st.tuples(written(), st.sampled_from((-2, -1, 1, 2))), min_size=1, max_size=3)
PRICE = st.one_of(st.none(), st.integers(1, 9))


@cache
def ward() -> st.SearchStrategy[list[list[Component]]]:
    """Return the components of one to three roots, some of them shared."""

    def of(every: list[Component]) -> st.SearchStrategy[list[list[Component]]]:
        numbers = st.sets(st.integers(0, len(every) - 1))
        owned = numbers.map(lambda chosen: [every[number] for number in sorted(chosen)])
        return st.lists(owned, min_size=1, max_size=3)

    return st.lists(COMPONENTS, min_size=1, max_size=4).flatmap(of)


def walked(lattice: Lattice, root: int, line: Line) -> int | None:
    """Return what a lattice charges for a line; None when it does not have it."""
    node, points = lattice.roots[root], lattice.base[root]
    for layer, option in zip(lattice.layers, line, strict=True):
        if node == DEAD:
            return None
        arc = layer.arc_of[option]
        points += int(layer.cost[node, arc])
        node = int(layer.to[node, arc])
    return None if node == DEAD else points


def summed(owned: list[Component], line: Line) -> int | None:
    """Return what components charge for a line together; None when one bars it."""
    each = [paid(component, line) for component in owned]
    return None if None in each else sum(points for points in each if points is not None)


@FEW
@given(ward())
def test_each_root_charges_every_line_what_its_components_do(owned: list[list[Component]]) -> None:
    lattice = product_of(owned, OPTIONS, PLENTY)
    for root, held in enumerate(owned):
        for line in lines():
            assert walked(lattice, root, line) == summed(held, line)


@FEW
@given(ward())
def test_a_root_without_a_line_has_no_node(owned: list[list[Component]]) -> None:
    lattice = product_of(owned, OPTIONS, PLENTY)
    for root, held in enumerate(owned):
        empty = all(summed(held, line) is None for line in lines())
        assert (lattice.roots[root] == DEAD) is empty


@FEW
@given(ward(), COMPONENTS)
def test_a_component_more_gives_the_same_graph_as_all_at_once(
    owned: list[list[Component]], more: Component
) -> None:
    at_once = product_of([[*held, more] for held in owned], OPTIONS, PLENTY)
    one_by_one = refined(product_of(owned, OPTIONS, PLENTY), more, PLENTY)
    assert [root == DEAD for root in one_by_one.roots] == [root == DEAD for root in at_once.roots]
    for root in range(len(owned)):
        for line in lines():
            assert walked(one_by_one, root, line) == walked(at_once, root, line)
    sizes = [[len(layer.to) for layer in found.layers] for found in (one_by_one, at_once)]
    assert sizes[0] == sizes[1], "both are the smallest graph"


@FEW
@given(ward())
def test_nodes_of_a_day_differ_and_every_one_has_a_way_on(owned: list[list[Component]]) -> None:
    for layer in product_of(owned, OPTIONS, PLENTY).layers:
        rows = np.concatenate([layer.to, layer.cost], axis=1)
        assert len(np.unique(rows, axis=0)) == len(rows)
        assert (layer.to != DEAD).any(axis=1).all()
        assert (np.where(layer.to == DEAD, 99, layer.cost).min(axis=1) == 0).all(), "paid early"


@FEW
@given(ward(), st.integers(0, 10_000))
def test_the_cheapest_line_is_the_least_of_all(owned: list[list[Component]], seed: int) -> None:
    """Under random prices of options, where each option is a class of its own."""
    lattice = product_of([[*held, *TOLD_APART] for held in owned], OPTIONS, PLENTY)
    flat, prices = flattened(lattice), np.random.default_rng(seed).integers(-5, 6, (11, 1)) / 2
    price, rest = np.array(prices), np.empty((int(flat.node_at[-1]), 1))
    rests(flat, price, rest)
    for root in range(len(owned)):
        if lattice.roots[root] == DEAD:
            continue
        costs = {}
        for line in lines():
            told = walked(lattice, root, line)
            arcs = flat.price_at[:-1] + classes(lattice, line)
            found = traced(flat, arcs.astype(np.int32), int(lattice.roots[root]))
            assert found == (-1 if told is None else told - lattice.base[root])
            if told is not None:
                costs[line] = told - lattice.base[root] + float(prices[arcs, 0].sum())
        chosen = np.empty(len(OPTIONS), dtype=np.int32)
        least = float(rest[lattice.roots[root], 0])
        own = cheapest(flat, price, rest, 0, int(lattice.roots[root]), chosen)
        assert least == pytest.approx(min(costs.values()))
        assert own + prices[flat.price_at[:-1] + chosen, 0].sum() == pytest.approx(least)


def told_apart() -> list[Component]:
    """Return components that tell every option of a day apart and charge each differently."""
    found = []
    for day, number in OPTIONS.items():
        weights = [(FORMULAS.leaf(day, 1 << option), option) for option in range(1, number)]
        held = tuple((leaf, w) for leaf, w in weights if not isinstance(leaf, bool))
        component = counter_component(Counter(held, (Use(1, 0, 1, 1),)), FORMULAS, OPTIONS)
        found += [] if component is None else [component]
    return found


TOLD_APART = told_apart()


def classes(lattice: Lattice, line: Line) -> np.ndarray:
    """Return a line's arc class of each day."""
    held = zip(lattice.layers, line, strict=True)
    return np.array([layer.arc_of[option] for layer, option in held], dtype=np.int64)


def test_too_large_a_graph_is_given_up() -> None:
    leaf = FORMULAS.leaf(0, 1), FORMULAS.leaf(3, 1)
    formula = FORMULAS.joined(True, leaf)
    assert not isinstance(formula, bool)
    component = clause_component(Clause(formula, 4), FORMULAS, OPTIONS)
    assert component is not None
    arcs = product_of([[component]], OPTIONS, PLENTY).arcs
    assert product_of([[component]], OPTIONS, arcs).arcs == arcs
    with pytest.raises(TooLarge):
        product_of([[component]], OPTIONS, arcs - 1)
    with pytest.raises(TooLarge):
        refined(product_of([[]], OPTIONS, PLENTY), component, arcs - 1)


def test_what_allows_no_line_at_all_is_a_lattice_without_nodes() -> None:
    first, last = (
        clause_component(Clause(formula, None), FORMULAS, OPTIONS)
        for day in (0, 1)
        if not isinstance(formula := FORMULAS.joined(day == 0, worked_or_off(day)), bool)
    )
    assert first is not None
    assert last is not None
    lattice = product_of([[first, last]], OPTIONS, PLENTY)
    assert lattice.roots == (DEAD,)
    assert refined(lattice, first, PLENTY).roots == (DEAD,)


def worked_or_off(day: int) -> list[Formula]:
    """Return of two days that both are off, or of each that somebody works."""
    return [FORMULAS.leaf(n, 1 if day == 0 else FULL[n] - 1) for n in (0, 1)]
