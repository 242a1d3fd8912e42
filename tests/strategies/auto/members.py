"""Strategies that do one thing each, to be members of `auto` in its tests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.score import total_points
from rostering.strategies.base import (
    Answer,
    Budget,
    Offer,
    Offers,
    Progress,
    Report,
    Status,
    no_offers,
)

OnStop = Callable[[Callable[[], None]], None]
Roster = tuple[Assignment, ...]


@dataclass(frozen=True)
class Teller:
    """Tells a roster and a bound at once, then waits until it is stopped; it has no answer."""

    roster: Roster | None = None
    bound: int | None = None
    name: str = "teller"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: Roster | None,
        report: Report,
        on_stop: OnStop,
        offers: Offers = no_offers,
    ) -> Answer:
        points = None if self.roster is None else points_of(problem, self.roster)
        report(Progress(0.0, "tell", points, self.bound, self.roster))
        self.wait(on_stop)
        return Answer(Status.UNKNOWN, None, None, None)

    def wait(self, on_stop: OnStop) -> None:
        stopped: list[bool] = []
        on_stop(lambda: stopped.append(True))
        while not stopped:
            time.sleep(0.02)


@dataclass(frozen=True)
class Stubborn(Teller):
    """Tells the same and never ends, whoever asks."""

    name: str = "stubborn"

    def wait(self, on_stop: OnStop) -> None:
        time.sleep(600)


@dataclass(frozen=True)
class Listener:
    """Waits for an offered roster and answers with it."""

    name: str = "listener"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: Roster | None,
        report: Report,
        on_stop: OnStop,
        offers: Offers = no_offers,
    ) -> Answer:
        offer: Offer | None = None
        while offer is None or offer.roster is None or offer.bound is None:
            time.sleep(0.02)
            newer = offers()
            offer = newer.after(offer) if newer is not None else offer
        assert offer.objective == points_of(problem, offer.roster)
        report(Progress(0.0, f"heard {offer.objective} {offer.bound}"))
        return Answer(Status.OPTIMAL, offer.roster, offer.objective, offer.objective)


@dataclass(frozen=True)
class Heir:
    """Answers with the roster that it was started from."""

    name: str = "heir"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: Roster | None,
        report: Report,
        on_stop: OnStop,
        offers: Offers = no_offers,
    ) -> Answer:
        assert warm is not None
        return Answer(Status.OPTIMAL, warm, points_of(problem, warm), None)


@dataclass(frozen=True)
class Failing:
    """Raises, or dies as when there is no memory left."""

    dies: bool = False
    name: str = "failing"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: Roster | None,
        report: Report,
        on_stop: OnStop,
        offers: Offers = no_offers,
    ) -> Answer:
        if self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        raise EngineDrift("failing fails")


@dataclass(frozen=True)
class Ending:
    """Ends at once with a status and nothing else, and 1000 MB of processes of its own."""

    status: Status
    name: str = "ending"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: Roster | None,
        report: Report,
        on_stop: OnStop,
        offers: Offers = no_offers,
    ) -> Answer:
        return Answer(self.status, None, None, None, others_mb=1000.0)


def points_of(problem: Problem, roster: Roster) -> int:
    """Return what a roster costs by the score card."""
    court = Court.of(problem)
    return total_points(court, court.index.plan(roster))
