"""Components of clauses: what is left of a formula is the state."""

from __future__ import annotations

from typing import cast

from rostering.strategies.columns.component import Component, State, explored, groups
from rostering.strategies.columns.formula import Formula, Formulas, first_day, last_day, masks
from rostering.strategies.columns.statements import Clause


def clause_component(
    clause: Clause, formulas: Formulas, options: dict[int, int]
) -> Component | None:
    """Return the automaton of a clause; None when no line keeps it.

    Parameters
    ----------
    options
        Number of options by day.
    """
    first, last = first_day(clause.formula), last_day(clause.formula)
    by_day: dict[int, set[int]] = {day: set() for day in range(first, last + 1)}
    for leaf in masks(clause.formula):
        by_day[leaf.day].add(leaf.mask)
    grouped = [groups(sorted(by_day[day]), options[day]) for day in range(first, last + 1)]

    def step(day: int, state: State, option: int) -> tuple[State, int] | None:
        left = formulas.read(cast("Formula", state), day, option)
        if left is not True:
            return left, 0
        return None if clause.price is None else (False, clause.price)

    return explored(clause.formula, first, grouped, step)
