"""The variables of a question as a CP-SAT model, solved within limits and read back."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from ortools.sat.python import cp_model

from tasksharing.optimise.facts import Facts, Supply
from tasksharing.optimise.training import Trainee

Linear = cp_model.LinearExpr | int


class Limit(NamedTuple):
    """Bounds of one search: paid minutes of new staff a week, and shifts of a single head."""

    new_minutes: int
    single: int


class Found(NamedTuple):
    """A solution: task to group on weekdays, heads by shift and weekday, who is trained, its worth.

    ``worth`` is freed time of health staff, weighed by when it is needed, in whole units.
    """

    moves: tuple[tuple[str, str, tuple[int, ...]], ...]
    heads: tuple[tuple[str, str, int, int], ...]
    trained: tuple[Trainee, ...]
    worth: int
    bound: int


@dataclass
class Model:
    """The variables of a question; ``build`` fills them in."""

    facts: Facts
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    goes: dict[tuple[str, str], cp_model.IntVar] = field(default_factory=dict)
    heads: dict[int, cp_model.IntVar] = field(default_factory=dict)
    trains: dict[Trainee, cp_model.IntVar] = field(default_factory=dict)
    out: dict[Supply, cp_model.IntVar] = field(default_factory=dict)
    into: dict[tuple[int, str, int], list[cp_model.IntVar]] = field(default_factory=dict)
    able: dict[tuple[str, str], dict[str, cp_model.IntVar]] = field(default_factory=dict)
    moved: dict[tuple[str, int], Linear] = field(default_factory=dict)
    divided: list[Linear] = field(default_factory=list)
    step: int = 1

    def solve(self, limit: Limit, steps: float, seed: int) -> Found | None:
        """Return the best solution within limits; the same on every machine with one worker."""
        copy = self.cp.clone()
        paid = [
            self.facts.rooms[number].minutes * copy.get_int_var_from_proto_index(var.index)
            for number, var in self.heads.items()
        ]
        copy.add(sum(paid) <= limit.new_minutes)
        single = []
        for var in self.heads.values():
            mine = copy.get_int_var_from_proto_index(var.index)
            alone = copy.new_bool_var("")
            copy.add(mine == 1).only_enforce_if(alone)
            copy.add(mine != 1).only_enforce_if(~alone)
            single.append(alone)
        copy.add(sum(single) <= limit.single)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = seed
        solver.parameters.max_deterministic_time = steps
        status = solver.solve(copy)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None
        return self._read(solver)

    def _read(self, solver: cp_model.CpSolver) -> Found:
        rooms = self.facts.rooms
        return Found(
            moves=tuple(
                (task, group, self._weekdays(solver, task))
                for (task, group), var in sorted(self.goes.items())
                if solver.value(var)
            ),
            heads=tuple(
                (rooms[n].group, rooms[n].shift, rooms[n].weekday, solver.value(var))
                for n, var in self.heads.items()
                if solver.value(var)
            ),
            trained=tuple(sorted(key for key, var in self.trains.items() if solver.value(var))),
            worth=ceil(round(solver.objective_value) / self.step),
            bound=ceil(round(solver.best_objective_bound) / self.step),
        )

    def _weekdays(self, solver: cp_model.CpSolver, task: str) -> tuple[int, ...]:
        moved = {w: solver.value(m) for (name, w), m in self.moved.items() if name == task}
        return tuple(weekday for weekday, minutes in sorted(moved.items()) if minutes)
