"""A model of a few free literals, and what sentences about them allow and cost."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from ortools.sat.python import cp_model

from rostering.domain.index import ProblemIndex
from rostering.model.listener import HARD, Binding
from rostering.model.says import Speaker
from rostering.verbs import Literal
from tests.rules.worlds import World

Say = Callable[[Speaker, list[Literal]], object]


def speaker() -> Speaker:
    """Return a speaker over the smallest ward."""
    return Speaker(ProblemIndex(World("", {"name": "w", "line": "F"}, {}).problem({})))


def costs(
    say: Say, number: int, binding: Binding = HARD, *, switch: bool | None = None
) -> dict[tuple[bool, ...], int | None]:
    """Return the least cost of each truth assignment of free literals; None when it is barred.

    With ``switch`` what is said binds under a switch, which is then set.
    """
    speaking = speaker()
    literals = [speaking.literals.new() for _ in range(number)]
    if switch is not None:
        lever = speaking.literals.new()
        binding = Binding(switch=lever)
        speaking.model.add(speaking.literals.variable(lever) == int(switch))
    speaking.binding = binding
    say(speaking, literals)
    speaking.binding = HARD
    speaking.finish(goals=True)
    return {
        truth: least(speaking, dict(zip(literals, truth, strict=True)))
        for truth in product((False, True), repeat=number)
    }


def least(speaking: Speaker, truth: dict[Literal, bool]) -> int | None:
    """Return the least objective with some literals fixed; None when that is impossible."""
    fixed = [(speaking.literals.variable(literal), value) for literal, value in truth.items()]
    model = speaking.model.clone()
    for variable, value in fixed:
        model.add(variable == int(value))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    return round(solver.objective_value)
