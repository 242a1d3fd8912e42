"""What is left of a budget, and stopping: shared by all solvers of a search."""

from __future__ import annotations

import threading
import time

from ortools.sat.python import cp_model

from rostering.strategies.base import Budget


class Meter:
    """Counts seconds and deterministic steps, and stops solvers that run.

    Parameters
    ----------
    budget
        What may be used.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.started = budget.started or time.monotonic()
        self.steps = 0.0
        self.stopping = False
        self._running: set[cp_model.CpSolver] = set()
        self._lock = threading.Lock()

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def share(self) -> float:
        """How much of the budget is used, from 0 to 1 and above."""
        used = [0.0]
        if self.budget.seconds is not None:
            used.append(self.now / self.budget.seconds)
        if self.budget.steps is not None:
            used.append(self.steps / self.budget.steps)
        return max(used)

    @property
    def over(self) -> bool:
        """Whether no solver may start any more."""
        return self.stopping or self.share >= 1

    def stop(self) -> None:
        """Stop the solvers that run now; none starts after that."""
        self.stopping = True
        with self._lock:
            for solver in self._running:
                solver.stop_search()

    def run(
        self,
        solver: cp_model.CpSolver,
        model: cp_model.CpModel,
        steps: float | None,
        share: float = 1.0,
    ) -> tuple[cp_model.CpSolverStatus, float]:
        """Run a solver within a share of what is left; return its status and the steps used.

        ``steps`` limits it further. After a stop it does not run at all.
        """
        limits = solver.parameters
        if self.budget.steps is not None:
            left = share * max(0.001, self.budget.steps - self.steps)
            steps = left if steps is None else min(steps, left)
        if self.budget.seconds is not None:
            limits.max_time_in_seconds = share * max(0.01, self.budget.seconds - self.now)
        if steps is not None:
            limits.max_deterministic_time = steps
        with self._lock:
            if self.stopping:
                return cp_model.UNKNOWN, 0.0
            self._running.add(solver)
        status = solver.solve(model)
        used: float = solver.response_proto.deterministic_time
        with self._lock:
            self._running.discard(solver)
            self.steps += used
        return status, used
