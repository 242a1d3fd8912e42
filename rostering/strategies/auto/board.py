"""The best roster and bound that anybody has found."""

from __future__ import annotations

from rostering.domain.roster import Assignment


class Board:
    """A roster with its points and a bound, each only ever replaced by a better one."""

    def __init__(self) -> None:
        self.roster: tuple[Assignment, ...] | None = None
        self.points: int | None = None
        self.bound: int | None = None

    def take(self, roster: tuple[Assignment, ...] | None, points: int | None) -> bool:
        """Keep a roster when it has fewer points; return whether it has."""
        if roster is None or points is None:
            return False
        better = self.points is None or points < self.points
        if better:
            self.roster, self.points = roster, points
        return better

    def raise_to(self, bound: int | None) -> bool:
        """Keep a bound when it is higher; return whether it is."""
        better = bound is not None and (self.bound is None or bound > self.bound)
        if better:
            self.bound = bound
        return better

    @property
    def closed(self) -> bool:
        """Whether the roster is proved to be the best."""
        return self.close(0.0)

    def close(self, share: float) -> bool:
        """Return whether the bound is within a share of the roster's points."""
        if self.points is None or self.bound is None:
            return False
        return self.points - self.bound <= share * self.points
