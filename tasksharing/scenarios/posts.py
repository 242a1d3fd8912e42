"""Posts for new shifts: those that are hired, and the smallest that cover what was formed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from tasksharing.scenarios.changes import AddStaff
from tasksharing.scenarios.forming import Formed, paid_minutes

_WORKDAYS = 5
"""Shifts a week that one person works at most, on average."""
_FINEST = 100
"""Posts are told to a hundredth of a percent."""


def formed_by(change: AddStaff, formed: Iterable[Formed]) -> list[Formed]:
    """Return the shifts that were formed of a change: its own weekdays, with heads."""
    return [
        one
        for one in formed
        if one.heads
        and (one.group, one.shift) == (change.group, change.shift.code)
        and one.weekday in change.weekdays
    ]


def formed_minutes(change: AddStaff, formed: Iterable[Formed]) -> int:
    """Return the paid minutes a week of the shifts that were formed of a change."""
    return paid_minutes(change.shift) * sum(one.heads for one in formed_by(change, formed))


def hired(change: AddStaff, formed: Sequence[Formed]) -> tuple[float, ...]:
    """Return the posts that are hired: as written, the smallest where none are; or nobody."""
    if not formed_by(change, formed):
        return ()
    return change.posts or smallest(change, formed)


def smallest(change: AddStaff, formed: Sequence[Formed]) -> tuple[float, ...]:
    """Return the smallest equal posts that cover the shifts that were formed, in percent.

    As few people as can be there at once and work at most full time, five shifts a week. What
    weekends and rest ask for beyond that is found by rostering.
    """
    mine = formed_by(change, formed)
    if not mine:
        return ()
    full = Fraction(str(change.full_time_hours)) * 60
    percent = formed_minutes(change, formed) / full * 100
    shifts = sum(one.heads for one in mine)
    people = max(*(one.heads for one in mine), ceil(percent / 100), ceil(shifts / _WORKDAYS), 1)
    each = Fraction(ceil(percent / people * _FINEST), _FINEST)
    return (float(each),) * people
