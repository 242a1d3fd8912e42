"""Which cells a swap may touch: none that is past, frozen, locked, worked, or a day off."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.roster import DayCode, Overlay, Roster

MOVABLE = (DayCode.F1, DayCode.F2)
"""Codes that are laid anew when a duty comes to stand on them; all others close their day."""


class Closed(StrEnum):
    """Why a cell can neither give a duty nor take one."""

    OUTSIDE = "outside"
    PAST = "past"
    FROZEN = "frozen"
    LOCKED = "locked"
    WORKED = "worked"
    AWAY = "away"


class Cells:
    """The cells of a roster on a day: what is closed, and where F1 and F2 stand."""

    def __init__(self, index: ProblemIndex, roster: Roster, today: date) -> None:
        clock, until = index.clock, index.problem.horizon.frozen_until
        self._index = index
        self._today = clock.day(today)
        self._frozen = 0 if until is None else clock.day(until)
        self._locked = {(lock.person, clock.day(lock.date)) for lock in index.problem.locks}
        self._worked = {(entry.person, clock.day(entry.date)) for entry in roster.worked}
        self._off: set[tuple[str, int]] = set()
        self._movable: dict[str, dict[int, Overlay]] = {}
        for overlay in roster.overlays:
            day = clock.day(overlay.date)
            if overlay.code in MOVABLE:
                self._movable.setdefault(overlay.person, {})[day] = overlay
            else:
                self._off.add((overlay.person, day))

    def closed(self, person: str, day: int) -> Closed | None:
        """Return why a cell is closed, None for one that is open."""
        cell = (person, day)
        reasons = {
            Closed.OUTSIDE: not 0 <= day < self._index.days,
            Closed.PAST: day < self._today,
            Closed.FROZEN: day < self._frozen,
            Closed.LOCKED: cell in self._locked,
            Closed.WORKED: cell in self._worked,
            Closed.AWAY: self.is_off(person, day),
        }
        return next((reason for reason, holds in reasons.items() if holds), None)

    def may_take(self, person: str, duty: Duty) -> bool:
        """Return whether a duty would stand in an open cell and end before the next day off."""
        if self.closed(person, duty.day) is not None:
            return False
        return not any(self.is_off(person, day) for day in self.days(duty)[1:])

    def days(self, duty: Duty) -> tuple[int, ...]:
        """Return the days that a duty has a minute on, its own first."""
        last = duty.day
        while self._index.clock.at(last + 1) < duty.end:
            last += 1
        return tuple(range(duty.day, last + 1))

    def codes(self, person: str) -> dict[int, Overlay]:
        """Return a person's F1 and F2 by day."""
        return self._movable.get(person, {})

    def is_off(self, person: str, day: int) -> bool:
        """Return whether known absence or a day-off code other than F1 and F2 covers a day."""
        return (person, day) in self._off or self._index.away(person, day) is not None
