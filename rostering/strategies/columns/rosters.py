"""What a search of columns has found: its best roster, one to mend, and the bound."""

from __future__ import annotations

from typing import Protocol

from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.strategies.base import Answer, Status
from rostering.strategies.columns.branching import Best
from rostering.strategies.columns.master import BARRED
from rostering.strategies.columns.team import Column
from rostering.strategies.columns.ward import Ward
from rostering.strategies.cpsat import round_up

PROMISING = 0.9  # of the best roster's points: what a broken one costs that is worth mending


class Tell(Protocol):
    """Is told of each better roster and bound."""

    def __call__(self, phase: str, *, better: bool = False) -> None:
        """Take note; ``better`` tells that there is a new best roster."""


class Rosters:
    """Keeps the best lawful roster, the best one that is still broken, and the best bound.

    Parameters
    ----------
    ward
        Judges rosters.
    tell
        Called when there is a better roster or bound.

    ``best`` is lawful; ``broken`` has sums in barred values, and counts while there is no other or
    while it ``promises`` far fewer points than the best, apart from what is barred. ``rival`` is
    another lawful one that is improved in its place, until it is better or given up.
    """

    def __init__(self, ward: Ward, tell: Tell) -> None:
        self.ward, self._tell = ward, tell
        self.best, self.broken, self.rival = Best(), Best(), Best()
        self.promises = float("inf")
        self.roster: tuple[Assignment, ...] | None = None
        self.bound: int | None = None

    @property
    def points(self) -> int | None:
        """Points of the best lawful roster."""
        return None if self.roster is None else int(self.best.points)

    @property
    def mending(self) -> bool:
        """Whether a broken roster is to be mended, for want of a lawful one nearly as good."""
        return self.roster is None or self.promises < PROMISING * self.best.points

    @property
    def start(self) -> Best:
        """The roster that neighbourhoods begin with; it has no columns when there is none."""
        if self.mending:
            return self.broken
        return self.rival if self.rival.columns else self.best

    @property
    def closed(self) -> bool:
        """Whether the bound is reached."""
        return self.close(0.0)

    @property
    def rank(self) -> tuple[float, float, float]:
        """What is less after anything better has been found."""
        return self.best.points, self.broken.points, self.rival.points

    def close(self, share: float) -> bool:
        """Return whether the best roster is within a share of the bound."""
        return self.bound is not None and self.best.points <= self.bound * (1 + share)

    def raise_bound(self, bound: float) -> None:
        """Take note of a bound and tell it when it is a better one."""
        if bound in (float("inf"), -float("inf")):
            return
        grain = self.ward.team.grain
        whole = max(0, grain * round_up(bound / grain))  # nothing charged is ever negative
        if self.bound is None or whole > self.bound:
            self.bound = whole
            self._tell("bound")

    def arrived(self, columns: tuple[Column, ...], phase: str) -> None:
        """Take a roster, or keep it for mending when its sums have barred values."""
        points, barred = self.ward.team.charged(columns)
        charged = points + BARRED * barred
        if not barred:
            self.take(columns, phase)
            if self.rival.columns and self.best.points <= points < self.rival.points:
                self.rival = Best(points, columns)
        elif charged < self.broken.points:
            self.broken.points, self.broken.columns = charged, columns
            self.promises = points

    def give_up(self) -> None:
        """Mend no more what could not be mended, and leave a rival that was not better."""
        self.promises = float("inf")
        self.rival = Best()

    def rivalled(self, columns: tuple[Column, ...]) -> None:
        """Take a lawful roster that is not better as the one to improve."""
        points, barred = self.ward.team.charged(columns)
        if barred or not self.ward.exact:
            return
        if points == self.best.points:
            self.best.columns = columns
        elif points > self.best.points:
            self.rival = Best(points, columns)

    def take(self, columns: tuple[Column, ...], phase: str) -> None:
        """Judge a roster and keep it when it is the best so far.

        Raises
        ------
        EngineDrift
            When it breaks hard rules although columns and rows say all of them.
        """
        assignments = self.ward.assignments(columns)
        points = self.ward.judged(assignments)
        if points is None:
            if self.ward.exact:
                raise EngineDrift("column generation made a roster that breaks hard rules")
            return
        if points < self.best.points:
            self.best.points, self.best.columns = float(points), columns
            self.rival = Best()
            self.roster = assignments
            self._tell(phase, better=True)

    def answer(self, *, searched: bool) -> Answer:
        """Return the best roster; ``searched`` tells that nothing is left to search."""
        if self.roster is None:
            ended = Status.INFEASIBLE if searched and self.ward.exact else Status.UNKNOWN
            return Answer(ended, None, None, self.bound)
        status = Status.OPTIMAL if self.closed else Status.FEASIBLE
        return Answer(status, self.roster, self.points, self.bound)
