"""Components charge and bar exactly what clauses and sums say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.model.record import AnyOf, Barred, Bounded, Charged, Cleared, Reaches, Statement
from rostering.strategies.columns.clauses import clause_component
from rostering.strategies.columns.component import Component
from rostering.strategies.columns.counters import counter_component, points
from rostering.strategies.columns.formula import Formula, Formulas
from rostering.strategies.columns.statements import Clause, Counter, Reader, Use
from tests.strategies.columns.said import FULL, MANY, OPTIONS, Line, formulas, lines, paid, written
from tests.strategies.columns.said import meant as truth

FORMULAS = Formulas(FULL)
PRICES = st.one_of(st.none(), st.integers(1, 9))
LITERALS = {
    number: (day, option)
    for number, (day, option) in enumerate(
        ((day, option) for day, held in OPTIONS.items() for option in range(1, held)), 2
    )
}
"""Base literals: day and option of each; option 0 is a day off."""
DERIVED = 100


def charged(over: int, price: int | None, convex: int) -> int | None:
    """Return by definition what a sum costs that is ``over`` above its bound."""
    if price is None:
        return None if over > 0 else 0
    return sum(price * min(unit, convex) for unit in range(1, over + 1))


@MANY
@given(written(), PRICES)
def test_a_clause_is_charged_or_barred_when_it_becomes_true(
    told: object, price: int | None
) -> None:
    formula = formulas(told)
    if isinstance(formula, bool):
        return  # such a clause has no component: ``Reader.clause`` tells it apart
    component = clause_component(Clause(formula, price), FORMULAS, OPTIONS)
    for line in lines():
        assert paid(component, line) == (price if truth(told, line) else 0)


@st.composite
def sums(draw: st.DrawFn) -> tuple[list[tuple[object, int]], tuple[Use, ...]]:
    """Return weights of what was written, and one to three uses of the sum."""
    weights = st.integers(-4, 4).filter(bool)
    parts = draw(st.lists(st.tuples(written(), weights), min_size=1, max_size=4))
    uses = st.builds(Use, st.sampled_from((-2, -1, 1, 3)), st.integers(-6, 6), PRICES,
                     st.integers(1, 3))  # fmt: skip
    return parts, tuple(draw(st.lists(uses, min_size=1, max_size=3)))


@MANY
@given(sums())
def test_a_sum_is_charged_or_barred_by_its_final_value(
    said: tuple[list[tuple[object, int]], tuple[Use, ...]],
) -> None:
    parts, uses = said
    weights = [(formulas(told), weight) for told, weight in parts]
    held = tuple((formula, w) for formula, w in weights if not isinstance(formula, bool))
    if not held:
        return
    constant = sum(weight for formula, weight in weights if formula is True)
    component = counter_component(Counter(held, uses), FORMULAS, OPTIONS)
    for line in lines():
        total = sum(weight for told, weight in parts if truth(told, line)) - constant
        each = [charged(u.factor * total - u.room, u.price, u.convex) for u in uses]
        wanted = None if None in each else sum(cost for cost in each if cost is not None)
        assert paid(component, line) == wanted


@pytest.mark.parametrize("convex", [1, 2, 4])
def test_each_unit_above_the_room_costs_more_up_to_the_convex_one(convex: int) -> None:
    for over in range(7):
        assert points((Use(1, 2, 5, convex),), 2 + over) == charged(over, 5, convex)


@st.composite
def statements(draw: st.DrawFn) -> tuple[Any, dict[int, Any]]:
    """Return a statement of a record over base literals and disjunctions, and what these mean."""
    base = st.sampled_from(sorted(LITERALS))
    signed = st.builds(lambda number, sign: number * sign, base, st.sampled_from((1, -1)))
    parts = st.lists(signed, min_size=2, max_size=4, unique=True)
    meanings = {
        DERIVED + n: AnyOf(tuple(held)) for n, held in enumerate(draw(st.lists(parts, max_size=3)))
    }
    either = st.sampled_from([*LITERALS, *meanings])
    literal = st.builds(lambda number, sign: number * sign, either, st.sampled_from((1, -1)))
    combination = st.lists(literal, min_size=1, max_size=3).map(tuple)
    summed = st.lists(st.tuples(st.integers(-6, 6), either), min_size=1, max_size=5).map(tuple)
    choice = st.lists(combination, min_size=1, max_size=2).map(tuple)
    bounds = st.integers(-8, 8)
    return draw(
        st.one_of(
            st.builds(Barred, combination, PRICES),
            st.builds(Cleared, st.lists(choice, max_size=2).map(tuple), PRICES),
            st.builds(Bounded, summed, bounds),
            st.builds(Charged, summed, bounds, st.integers(1, 5), st.integers(1, 3)),
        )
    ), meanings


def holds(literal: int, line: Line, meanings: dict[int, Any]) -> bool:
    """Return whether a literal is true of a line."""
    number = abs(literal)
    if number in meanings:
        found = any(holds(part, line, meanings) for part in meanings[number].parts)
    else:
        day, option = LITERALS[number]
        found = line[day] == option
    return found if literal > 0 else not found


def cost(statement: Statement, line: Line, meanings: dict[int, Any]) -> int | None:
    """Return by definition what a line pays for a statement; None when it is barred."""

    def every(literals: tuple[int, ...]) -> bool:
        return all(holds(literal, line, meanings) for literal in literals)

    if isinstance(statement, Barred):
        return statement.price if every(statement.literals) else 0
    if isinstance(statement, Cleared):
        clear = any(not any(map(every, choice)) for choice in statement.alternatives)
        return 0 if clear else statement.price
    total = sum(weight for weight, literal in statement.terms if holds(literal, line, meanings))
    if isinstance(statement, Bounded):
        return charged(total - statement.bound, None, 1)
    return charged(total - statement.bound, statement.price, statement.convex)


def reader(meanings: dict[int, Any]) -> Reader:
    """Return a reader of the base literals and of what was derived from them."""
    own: dict[int, Formula] = {
        number: FORMULAS.leaf(day, 1 << option) for number, (day, option) in LITERALS.items()
    }
    return Reader(FORMULAS, own, meanings)


@MANY
@given(statements())
def test_what_a_record_says_costs_what_it_says(told: tuple[Any, dict[int, Any]]) -> None:
    statement, meanings = told
    component: Component | None = None
    if isinstance(statement, Barred | Cleared):
        clause = reader(meanings).clause(statement)
        assert clause is not None
        if isinstance(clause, bool):
            always = statement.price if clause else 0
            assert {cost(statement, line, meanings) for line in lines()} == {always}
            return
        component = clause_component(clause, FORMULAS, OPTIONS)
    else:
        counter = reader(meanings).counter(statement)
        assert counter is not None
        weights, use = counter
        if not weights:
            assert {cost(statement, line, meanings) for line in lines()} == {points((use,), 0)}
            return
        component = counter_component(Counter(weights, (use,)), FORMULAS, OPTIONS)
    for line in lines():
        assert paid(component, line) == cost(statement, line, meanings)


def test_multiples_of_a_sum_are_one_sum() -> None:
    told = reader({})
    once, use = told.counter(Bounded(((1, 2), (-2, 3)), 4)) or ((), None)
    again, other = told.counter(Charged(((-3, 2), (6, 3)), 5, 7)) or ((), None)
    assert once == again
    assert (use, other) == (Use(1, 4, None, 1), Use(-3, 5, 7, 1))


def test_what_rests_on_a_threshold_is_said_by_no_formula() -> None:
    told = reader({DERIVED: Reaches(((1, 2), (1, 3)), 1)})
    assert told.clause(Barred((2, DERIVED), 3)) is None
    assert told.clause(Cleared((((DERIVED,),),), None)) is None
    assert told.counter(Bounded(((1, 2), (1, DERIVED)), 1)) is None


def test_what_nobody_can_keep_has_no_component() -> None:
    both = FORMULAS.leaf(0, 1), FORMULAS.leaf(1, 1)
    held = tuple((formula, 1) for formula in both if not isinstance(formula, bool))
    assert counter_component(Counter(held, (Use(-1, -3, None, 1),)), FORMULAS, OPTIONS) is None


def test_points_are_paid_as_soon_as_they_are_certain() -> None:
    """At least two days off of three, 5 points each day short: two worked days decide it."""
    held = tuple(
        (formula, 1) for day in (0, 1, 3) if not isinstance(formula := FORMULAS.leaf(day, 1), bool)
    )
    component = counter_component(Counter(held, (Use(-1, -2, 5, 1),)), FORMULAS, OPTIONS)
    assert component is not None
    assert component.base == 0
    assert [int(day.cost.max()) for day in component.days] == [0, 5, 0, 5]


def test_states_that_end_alike_are_one() -> None:
    """Of "not both of day 0 and day 3" only whether day 0 was it is remembered."""
    formula = FORMULAS.joined(True, [FORMULAS.leaf(0, 2), FORMULAS.leaf(3, 2)])
    assert not isinstance(formula, bool)
    component = clause_component(Clause(formula, None), FORMULAS, OPTIONS)
    assert component is not None
    assert [len(day.to) for day in component.days] == [1, 2, 2, 2]
    assert np.array_equal(component.days[1].to, [[0], [1]])
