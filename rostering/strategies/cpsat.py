"""The whole problem as one CP-SAT model: general, exact, and the yardstick for the rest."""

from __future__ import annotations

import time
from collections.abc import Callable

from ortools.sat.python import cp_model

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.model.build import build
from rostering.model.settle import settle
from rostering.rulings import Rulings
from rostering.strategies.base import Answer, Budget, Progress, Report, Status

FIRST_SHARE = 0.5
_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


class CpSat:
    """First a lawful roster without goals, then the goals from there."""

    name = "cpsat"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
    ) -> Answer:
        """See ``Strategy.run``."""
        return _Run(problem, budget, report, on_stop).answer(warm)


class _Run:
    """One solve: the built model, the clock and what is left of the budget."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
    ) -> None:
        self.started = budget.started or time.monotonic()
        self.budget, self.report, self.on_stop = budget, report, on_stop
        self.steps_used = 0.0
        self.found: tuple[Assignment, ...] = ()
        self.tell("build")
        index = ProblemIndex(problem)
        self.built = build(index, Rulings(index))

    def tell(
        self,
        phase: str,
        objective: int | None = None,
        bound: int | None = None,
        roster: tuple[Assignment, ...] | None = None,
    ) -> None:
        self.report(Progress(time.monotonic() - self.started, phase, objective, bound, roster))

    def answer(self, warm: tuple[Assignment, ...] | None) -> Answer:
        start = settle(self.built, warm) if warm is not None else None
        if start is not None and warm is not None:
            self.found = warm
            self.hint(start.values)
            self.tell("improve", start.objective, None, warm)
        else:
            status = self.first_roster(warm)
            if status is not Status.FEASIBLE:
                return Answer(status, None, None, None)
        return self.improve()

    def first_roster(self, warm: tuple[Assignment, ...] | None) -> Status:
        """Find any lawful roster; the goals' own variables are left loose."""
        self.tell("first")
        if warm is not None:
            self.hint_roster(warm)
        without_goals = self.built.model.clone()
        without_goals.clear_objective()
        solver = self.solver(FIRST_SHARE)
        status = solver.solve(without_goals)
        self.steps_used += solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return _STATUS.get(status, Status.UNKNOWN)
        found = self.built.read(solver.boolean_value)
        settled = settle(self.built, found)
        if settled is not None:
            self.hint(settled.values)
        self.found = found
        self.tell("improve", settled.objective if settled else None, None, found)
        return Status.FEASIBLE

    def improve(self) -> Answer:
        """Minimise the goals from the hinted roster."""
        solver = self.solver(1.0)
        watch = _Watch(self)
        solver.best_bound_callback = watch.bound
        status = solver.solve(self.built.model, watch)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            found = self.built.read(solver.boolean_value)
        elif status == cp_model.INFEASIBLE:
            return Answer(Status.INFEASIBLE, None, None, None)
        else:
            found = self.found
        settled = settle(self.built, found)
        bound = round_up(solver.best_objective_bound)
        objective = settled.objective if settled else None
        self.tell("done", objective, bound, found)
        return Answer(_STATUS.get(status, Status.FEASIBLE), found, objective, bound)

    def solver(self, share: float) -> cp_model.CpSolver:
        """Return a solver with a share of what is left of the budget."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self.budget.workers
        solver.parameters.random_seed = self.budget.seed
        if self.budget.steps is not None:
            left = max(0.01, self.budget.steps - self.steps_used)
            solver.parameters.max_deterministic_time = left * share
        if self.budget.seconds is not None:
            left = max(0.1, self.budget.seconds - (time.monotonic() - self.started))
            solver.parameters.max_time_in_seconds = left * share
        self.on_stop(solver.stop_search)
        return solver

    def hint(self, values: list[int]) -> None:
        """Hint every variable of the model."""
        self.built.model.clear_hints()
        hint = self.built.model.proto.solution_hint
        hint.vars.extend(range(len(values)))
        hint.values.extend(values)

    def hint_roster(self, assignments: tuple[Assignment, ...]) -> None:
        """Hint the duties alone, when a warm roster is not lawful as it stands."""
        wanted = set(assignments)
        literals = self.built.speaker.literals
        hint = self.built.model.proto.solution_hint
        for assignment, literal in self.built.duties():
            if literals.known(literal):
                hint.vars.append(literals.position(literal))
                hint.values.append(int(assignment in wanted))


def round_up(bound: float) -> int:
    """Return the least whole number of points that a bound still allows."""
    return int(-(-(bound - 1e-6) // 1))


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes each better roster and bound on."""

    def __init__(self, run: _Run) -> None:
        super().__init__()
        self.run = run
        self.best: int | None = None

    def on_solution_callback(self) -> None:
        self.best = round(self.objective_value)
        found = self.run.built.read(self.boolean_value)
        self.run.tell("improve", self.best, round_up(self.best_objective_bound), found)

    def bound(self, bound: float) -> None:
        self.run.tell("improve", self.best, round_up(bound))
