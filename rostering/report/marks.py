"""What a cell of the report may tell of a day off: never whether somebody is sick."""

from __future__ import annotations

from enum import StrEnum

from rostering.domain.roster import DayCode


class Mark(StrEnum):
    """A day code as others may read it.

    Sickness, a sick child and leave are one: the report is signed by people who need to know that
    somebody is away, and not why (GDPR art. 9).
    """

    F1 = "F1"
    F2 = "F2"
    F3 = "F3"
    F4 = "F4"
    F5 = "F5"
    VACATION = "vacation"
    COURSE = "course"
    TIME_OFF = "time_off"
    ABSENCE = "absence"


_PRIVATE = {DayCode.SICK, DayCode.SICK_CHILD, DayCode.LEAVE}


def mark(code: DayCode) -> Mark:
    """Return what the report shows for a day code."""
    return Mark.ABSENCE if code in _PRIVATE else Mark(code.value)
