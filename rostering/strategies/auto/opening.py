"""The opening of `auto`: CP-SAT until it has a lawful roster, for others to improve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.strategies.base import Answer, Budget, Offers, Report, no_offers


@dataclass(frozen=True, slots=True)
class Opening:
    """Strategy `cpsat` up to its first roster; imports the solver where it runs."""

    name: str = "cpsat"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,
    ) -> Answer:
        """See ``Strategy.run``."""
        from rostering.strategies.cpsat import CpSat

        return CpSat(first_only=True).run(problem, budget, warm, report, on_stop, offers)
