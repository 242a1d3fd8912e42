"""A shift type placed on a day: the unit of work that rules and terms look at."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.clock import Clock
from rostering.domain.shifts import Pay, ShiftKind, ShiftType


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in real minutes from the horizon's first midnight.

    Parameters
    ----------
    day
        Day index of the start date; negative lies in the past.
    code, kind, unit, role
        Shift code, its kind, where it is worked and the exclusive demand row it fills.
    start, end
        Real minutes; ``end - start`` holds the unpaid break too.
    minutes
        Working minutes, without the unpaid break.
    counts
        Whether the shift counts in staffing.
    pay
        How the hours are paid and counted.
    copy
        Whether this is a duty of a cyclic roster seen from its next round: it lies before the
        horizon and yet is as open as the duty that it copies.
    """

    day: int
    code: str
    kind: ShiftKind
    unit: str
    role: str | None
    start: int
    end: int
    minutes: int
    counts: bool
    pay: Pay = Pay.ORDINARY
    copy: bool = False

    @property
    def past(self) -> bool:
        """Whether the duty lies before the horizon and cannot be changed."""
        return self.day < 0 and not self.copy

    @property
    def contractual(self) -> bool:
        """Whether the hours settle the contract: not extra time, not overtime."""
        return self.pay in (Pay.ORDINARY, Pay.MOVED)

    def overlaps(self, start: int, end: int) -> bool:
        """Return whether the duty has a minute in the half-open span."""
        return self.start < end and start < self.end


def place(
    shift: ShiftType,
    clock: Clock,
    day: int,
    unit: str,
    role: str | None,
    pay: Pay | None = None,
) -> Duty:
    """Return the duty that a shift type makes on a day, clock changes included."""
    start = clock.at(day, shift.start)
    end = clock.at(day, shift.end_minute)
    return Duty(
        day=day,
        code=shift.code,
        kind=shift.kind,
        unit=unit,
        role=role,
        start=start,
        end=end,
        minutes=max(0, end - start - shift.unpaid_break),
        counts=shift.counts,
        pay=pay or shift.pay,
    )
