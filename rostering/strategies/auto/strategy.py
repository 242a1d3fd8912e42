"""The strategy `auto`: the others, chosen by size and cores, with one best roster and bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.strategies.auto.crew import Crew, Turn, crew, possible_duties
from rostering.strategies.auto.race import Race
from rostering.strategies.base import Answer, Budget, Offers, Progress, Report, no_offers
from rostering.strategies.registry import strategy


@dataclass(frozen=True, slots=True)
class Auto:
    """Runs other strategies; it ends when the best roster's points are the best bound.

    Parameters
    ----------
    crew
        Who runs on how many cores; None to choose by the size of the problem and the budget's
        workers.
    """

    crew: Crew | None = None
    name: str = "auto"

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
        seats = self.crew
        if seats is None:
            seats = crew(budget, possible_duties(ProblemIndex(problem)))
            if [len(seat.turns) for seat in seats] == [1]:
                return _alone(seats[0].turns[0], problem, budget, warm, report, on_stop)
        race = Race(problem, budget, warm, report, offers, seats)
        on_stop(race.halt)
        return race.answer()


def _alone(
    turn: Turn,
    problem: Problem,
    budget: Budget,
    warm: tuple[Assignment, ...] | None,
    report: Report,
    on_stop: Callable[[Callable[[], None]], None],
) -> Answer:
    """Run one strategy here: another process would cost more than it brings."""

    def told(news: Progress) -> None:
        report(replace(news, phase=f"{turn.name}: {news.phase}"))

    chosen = strategy(turn.strategy) if isinstance(turn.strategy, str) else turn.strategy
    return chosen.run(problem, budget, warm, told, on_stop)
