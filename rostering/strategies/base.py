"""The one interface of all strategies: budget in, progress on the way, outcome out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a strategy may work.

    Parameters
    ----------
    seconds
        Wall-clock limit; None for no limit.
    steps
        Limit in the solver's deterministic time units; with one worker and equal input and seed
        two runs give the same roster.
    workers
        Threads.
    seed
        Random seed.
    started
        ``time.monotonic()`` at which the seconds began to run; None for "when the strategy runs".
    """

    seconds: float | None = 60.0
    steps: float | None = None
    workers: int = 2
    seed: int = 1
    started: float | None = None


class Status(StrEnum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Progress:
    """News from a running solve.

    ``seconds`` since the start; ``objective`` and ``bound`` in points, None while unknown;
    ``roster`` holds the assignments when this is a new best roster. ``told`` is a part of what a
    question other than for one roster has found (``rostering.explain``, ``rostering.replan``), and
    ``share`` how much of the work is done, from 0 to 1, where that is known.
    """

    seconds: float
    phase: str
    objective: int | None = None
    bound: int | None = None
    roster: tuple[Assignment, ...] | None = None
    told: object | None = None
    share: float | None = None

    @property
    def gap(self) -> float | None:
        """``(best - bound) / max(1, best)``, or None while one of the two is unknown."""
        return gap(self.objective, self.bound)


def gap(objective: int | None, bound: int | None) -> float | None:
    """Return ``(objective - bound) / max(1, objective)``, or None when one is unknown."""
    if objective is None or bound is None:
        return None
    return (objective - bound) / max(1, objective)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solve gives back; ``roster`` and ``card`` are None when none was found.

    ``stopped`` tells that somebody stopped it and ``cut`` that the solving process was ended
    or died, so that its last roster was kept; ``first_s`` is the time of the first lawful
    roster and ``peak_mb`` the solving process's peak memory.
    """

    status: Status
    roster: Roster | None
    card: ScoreCard | None
    objective: int | None
    bound: int | None
    seconds: float
    first_s: float | None = None
    peak_mb: float | None = None
    stopped: bool = False
    cut: bool = False

    @property
    def gap(self) -> float | None:
        """Relative distance from the best roster to the proved bound."""
        return gap(self.objective, self.bound)


@dataclass(frozen=True, slots=True)
class Answer:
    """A strategy's raw answer, before checker and score card have judged it.

    ``others_mb`` is the peak memory of processes that the strategy started itself, ``steps`` what
    it has used of the budget's, where it counts them. ``told`` answers a question other than for
    one roster.
    """

    status: Status
    assignments: tuple[Assignment, ...] | None
    objective: int | None
    bound: int | None
    others_mb: float = 0.0
    steps: float | None = None
    told: object | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What another strategy has found of the same problem: a lawful roster, a bound, or both.

    ``objective`` is the roster's points, ``bound`` holds for all rosters of the problem.
    """

    roster: tuple[Assignment, ...] | None = None
    objective: int | None = None
    bound: int | None = None

    def after(self, earlier: Offer | None) -> Offer:
        """Return the two as one: the later roster and the better bound."""
        if earlier is None:
            return self
        latest = earlier if self.roster is None else self
        bounds = [b for b in (earlier.bound, self.bound) if b is not None]
        return Offer(latest.roster, latest.objective, max(bounds, default=None))


Report = Callable[[Progress], None]
Stopped = Callable[[], bool]
Offers = Callable[[], Offer | None]
"""Gives the newest offer since the last call; cheap enough to ask many times a second."""


def no_offers() -> Offer | None:
    """Return None: nobody else searches."""
    return None


class Strategy(Protocol):
    """Anything that searches for a roster."""

    @property
    def name(self) -> str:
        """The name in ``strategies.registry``."""
        ...

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,
    ) -> Answer:
        """Search until the budget is used up or the registered stop function is called.

        Parameters
        ----------
        problem, budget
            What to plan, and how long that may take.
        warm
            A roster to start from; it need not be lawful.
        report
            Called with each piece of news.
        on_stop
            Called with the function that stops the search, again whenever another one does.
        offers
            May be asked now and then for what other strategies have found meanwhile.
        """
        ...
