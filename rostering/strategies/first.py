"""A first roster in one piece: any that a model without goals allows."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python import cp_model

from rostering.domain.roster import Assignment
from rostering.model.build import Built
from rostering.strategies.base import Status


def any_roster(
    built: Built,
    warm: tuple[Assignment, ...] | None,
    solver: cp_model.CpSolver,
    solve: Callable[[cp_model.CpSolver], Status],
) -> tuple[Status, tuple[Assignment, ...] | None]:
    """Solve a model without goals, from a hint; return a roster when there is one.

    Parameters
    ----------
    built
        The model.
    warm
        A roster like the one wanted; it need not be lawful.
    solver
        The solver with its limits.
    solve
        Runs it on the model.
    """
    if warm is not None:
        hint(built, warm)
    solver.parameters.linearization_level = 2  # proves impossible sums that search cannot
    status = solve(solver)
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return status, None
    return status, built.read(solver.boolean_value)


def hint(built: Built, assignments: tuple[Assignment, ...]) -> None:
    """Hint the duties alone, when a roster is not lawful as it stands."""
    wanted = set(assignments)
    literals = built.speaker.literals
    proto = built.model.proto.solution_hint
    for assignment, literal in built.duties():
        if literals.known(literal):
            proto.vars.append(literals.position(literal))
            proto.values.append(int(assignment in wanted))
