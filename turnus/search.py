"""One search for a roster as a command runs it: followed and stoppable."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault
from turnus.stopping import StopSwitch
from turnus.terminal.screen import Screen

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster
    from rostering.strategies.base import Budget, Outcome

DEFAULT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: limits, seed, threads and strategy."""

    seconds: float | None = None
    steps: float | None = None
    seed: int = 1
    workers: int = 2
    strategy: str = "auto"

    def budget(self) -> Budget:
        """Return the engine's budget; without any limit it is a minute.

        Raises
        ------
        BadInput
            When a limit is not above zero or the strategy is unknown.
        """
        from rostering.strategies.base import Budget
        from rostering.strategies.registry import NAMES

        faults = [
            Fault(f"--{name}", f"{value:g}", "a number above 0")
            for name, value in (("seconds", self.seconds), ("steps", self.steps))
            if value is not None and not (value > 0 and math.isfinite(value))
        ]
        if self.strategy not in NAMES:
            needed = f"one of: {', '.join(NAMES)}"
            faults.append(Fault("--strategy", repr(self.strategy), needed))
        if faults:
            raise BadInput(faults)
        unlimited = self.seconds is None and self.steps is None
        seconds = DEFAULT_SECONDS if unlimited else self.seconds
        return Budget(seconds=seconds, steps=self.steps, workers=self.workers, seed=self.seed)


def search(
    screen: Screen, problem: Problem, wanted: Wanted, warm: Roster | None, stop: StopSwitch
) -> Outcome:
    """Search, showing what happens, until the limit or the stop."""
    from rostering.solve import solve
    from turnus.terminal.live import follower

    budget = wanted.budget()
    _announce(screen, problem, budget)
    with follower(screen, budget, stop) as following:
        return solve(
            problem,
            budget,
            strategy=wanted.strategy,
            warm=warm,
            report=following.report,
            stop=stop,
            language=screen.language,
        )


def _announce(screen: Screen, problem: Problem, budget: Budget) -> None:
    words, horizon = screen.words, problem.horizon
    facts = {"people": len(problem.people), "days": horizon.days, "start": horizon.start}
    screen.note(words.say("solve.plan", name=problem.name, **facts), "bold")
    if budget.seconds is not None:
        screen.note(words.say("solve.limit_seconds", seconds=budget.seconds))
    else:
        screen.note(words.say("solve.limit_steps", steps=budget.steps))
