"""Put a roster into the model: whether it is lawful there, and what it costs exactly."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rostering.domain.roster import Assignment
from rostering.model.build import Built
from rostering.verbs import FALSE, TRUE


@dataclass(frozen=True, slots=True)
class Settled:
    """Exact objective in points, and the value of every variable of the model."""

    objective: int
    values: list[int]


def settle(built: Built, assignments: tuple[Assignment, ...]) -> Settled | None:
    """Return a roster's exact cost in the model; None when the model does not allow it.

    While searching, the variables that charge for goals may lie above their least value; with
    all duties fixed and the cost minimised they are tight.
    """
    wanted, found = set(assignments), 0
    fixed = built.model.clone()
    literals = built.speaker.literals
    for assignment, literal in built.duties():
        worked = assignment in wanted
        found += worked
        if literals.known(literal):
            fixed.add(literals.variable(literal) == int(worked))
        elif literal == (FALSE if worked else TRUE):
            return None  # else nothing is said about the duty: it may be worked or not
    if found != len(wanted):
        return None
    fixed.clear_hints()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    if solver.solve(fixed) != cp_model.OPTIMAL:
        return None
    return Settled(round(solver.objective_value), list(solver.response_proto.solution))
