"""Solve a part from the roster it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rostering.errors import EngineDrift
from rostering.strategies.base import Status
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.part import OPEN, Part
from rostering.strategies.lns.table import Ints

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


@dataclass(frozen=True, slots=True)
class Solved:
    """How a part ended: the new truth of its free literals, in their order, and the steps used.

    ``more`` is what the solver says the new values cost beyond the old ones.
    """

    status: Status
    values: Ints
    more: int
    steps: float


def solve(
    part: Part,
    meter: Meter,
    steps: float | None,
    seed: int,
    *,
    gap: float = 0.0,
    share: float = 1.0,
) -> Solved:
    """Solve a part on one thread, from the roster at hand.

    Parameters
    ----------
    part, meter
        What to solve, and the budget that it is taken from.
    steps, share
        Limits: deterministic steps, and a share of what is left of the budget.
    seed
        The solver's.
    gap
        Relative gap that is good enough.
    """
    solver = cp_model.CpSolver()
    tune(solver, seed)
    solver.parameters.relative_gap_limit = gap
    _hint(part)
    status, used = meter.run(solver, part.speaker.model, steps, share)
    found = told(status, part.speaker.model)
    values = part.incumbent.truth[part.free]
    if found in (Status.UNKNOWN, Status.INFEASIBLE):
        return Solved(found, values, 0, used)
    return Solved(found, _values(part, solver), round(solver.objective_value) - part.before, used)


def told(status: cp_model.CpSolverStatus, model: cp_model.CpModel) -> Status:
    """Return a solver's status as a search's own."""
    if status == cp_model.MODEL_INVALID:
        raise EngineDrift(f"the solver refuses the model: {model.validate()}")
    return _STATUS.get(status, Status.UNKNOWN)


def tune(solver: cp_model.CpSolver, seed: int) -> None:
    """Set what measured best on neighbourhoods; see docs/engine-profile.md."""
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0


def _hint(part: Part) -> None:
    """Hint the roster at hand; literals that mean the same share a variable."""
    literals, values = part.speaker.literals, dict[int, int]()
    for literal, mine in part.known.items():
        if literals.known(mine):
            value = int(part.incumbent.truth[literal])
            values[literals.position(mine)] = value if mine > 0 else 1 - value
    hint = part.speaker.model.proto.solution_hint
    hint.vars.extend(list(values))
    hint.values.extend(list(values.values()))


def _values(part: Part, solver: cp_model.CpSolver) -> Ints:
    """Return the new truth of the free literals; those that nothing speaks of stay as they were."""
    literals = part.speaker.literals
    found = part.value[part.free]
    for place in (found == OPEN).nonzero()[0].tolist():
        literal = int(part.free[place])
        mine = part.known[literal]
        if literals.known(mine):
            found[place] = solver.boolean_value(literals.variable(mine))
        else:
            found[place] = part.incumbent.truth[literal]
    return found
