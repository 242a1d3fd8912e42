"""The most that an exchange can save of what some goals cost now, known without measuring them.

A cause of some goals vanishes only when a duty moves within a few days of it; of all others
everything could go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rostering.domain.duty import Duty
from rostering.domain.findings import Cause

REACH = {"single_days": 1, "backward_rotation": 1, "quick_returns": 3, "night_recovery": 5}
"""Days from a moved duty within which a cause of a goal can vanish.

Single days and rotation are a day and its neighbours; a quick return is two duties of at most two
days less than 11 hours apart; recovery looks 48 hours ahead from the end of a night.
"""


class Slack:
    """What the goals of one line cost now, by where a moved duty could reach it."""

    def __init__(self) -> None:
        self._near: dict[int, Counter[int]] = {}
        self._anywhere = 0

    def add(self, goal: str, weight: int, causes: Iterable[Cause]) -> None:
        """Add what a goal, a term's id, costs."""
        for cause in causes:
            points = weight * cause.amount
            if goal in REACH:
                self._near.setdefault(REACH[goal], Counter())[cause.day] += points
            else:
                self._anywhere += points

    def add_anywhere(self, points: int) -> None:
        """Add points that any exchange may save."""
        self._anywhere += points

    def of(self, given: Duty, taken: Duty) -> int:
        """Return the most points that an exchange can save."""
        found = self._anywhere
        for reach, points in self._near.items():
            days = {day + n for day in (given.day, taken.day) for n in range(-reach, reach + 1)}
            found += sum(points[day] for day in days)
        return found
