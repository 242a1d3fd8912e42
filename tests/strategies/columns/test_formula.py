"""Formulas read day by day mean what they say."""

from __future__ import annotations

from hypothesis import given

from rostering.strategies.columns.formula import Formula, Formulas, Gate, Leaf, first_day, last_day
from tests.strategies.columns.said import FULL, MANY, Line, formulas, lines, meant, written


def true_of(formula: Formula, line: Line) -> bool:
    """Evaluate a formula directly."""
    if isinstance(formula, bool):
        return formula
    if isinstance(formula, Leaf):
        return bool(formula.mask >> line[formula.day] & 1)
    values = (true_of(part, line) for part in formula.parts)
    return all(values) if formula.every else any(values)


def read(formula: Formula, line: Line) -> Formula:
    """Read a whole line, day by day."""
    made = Formulas(FULL)
    for day, option in enumerate(line):
        formula = made.read(formula, day, option)
    return formula


@MANY
@given(written())
def test_a_simplified_formula_is_as_true_as_what_was_written(told: object) -> None:
    formula = formulas(told)
    for line in lines():
        assert true_of(formula, line) == meant(told, line)


@MANY
@given(written())
def test_reading_all_days_leaves_the_truth_itself(told: object) -> None:
    formula = formulas(told)
    for line in lines():
        assert read(formula, line) is true_of(formula, line)


@MANY
@given(written())
def test_reading_leaves_nothing_about_days_already_read(told: object) -> None:
    made = Formulas(FULL)
    for line in lines():
        left: Formula = formulas(told)
        for day, option in enumerate(line):
            left = made.read(left, day, option)
            assert isinstance(left, bool) or day < first_day(left) <= last_day(left)


@MANY
@given(written())
def test_the_opposite_of_the_opposite_is_the_formula(told: object) -> None:
    made, formula = Formulas(FULL), formulas(told)
    opposite = made.negated(formula)
    assert made.negated(opposite) == formula
    for line in lines():
        assert true_of(opposite, line) is not true_of(formula, line)


@MANY
@given(written())
def test_gates_alternate_and_have_two_different_parts_at_least(told: object) -> None:
    waiting = [formulas(told)]
    while waiting:
        formula = waiting.pop()
        if isinstance(formula, Gate):
            assert len(set(formula.parts)) == len(formula.parts) > 1
            nested = [part for part in formula.parts if isinstance(part, Gate)]
            assert all(part.every is not formula.every for part in nested)
            waiting += nested


def test_options_of_one_day_are_joined_into_one_leaf() -> None:
    made = Formulas({0: 0b111, 1: 0b11})
    first, second = made.leaf(0, 0b001), made.leaf(0, 0b010)
    assert made.joined(False, [first, second]) == Leaf(0, 0b011)
    assert made.joined(True, [first, second]) is False
    assert made.joined(False, [first, second, made.leaf(0, 0b100)]) is True
    assert made.joined(True, []) is True
    assert made.joined(False, []) is False


def test_order_and_repetition_make_no_difference() -> None:
    made = Formulas({0: 0b11, 1: 0b11})
    parts = [made.leaf(0, 1), made.leaf(1, 2)]
    assert made.joined(True, parts) == made.joined(True, [*reversed(parts), *parts])
