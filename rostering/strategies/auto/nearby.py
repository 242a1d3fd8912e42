"""A second search by columns: another dive, then neighbourhoods, beside one that branches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.strategies.base import Answer, Budget, Offers, Report, no_offers


@dataclass(frozen=True, slots=True)
class Nearby:
    """Strategy `columns` without branching and with another seed."""

    name: str = "columns"

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
        from rostering.strategies.columns.strategy import Columns

        other = replace(budget, seed=budget.seed + 1)
        return Columns(branching=False).run(problem, other, warm, report, on_stop, offers)
