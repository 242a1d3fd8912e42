"""Which part of a duty lies at night, on a Sunday or on a public holiday."""

from __future__ import annotations

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex


def minutes_between(index: ProblemIndex, duty: Duty, start: int, end: int) -> int:
    """Return the real minutes of a duty between two local times of day, on any of its days.

    An ``end`` that is not after ``start`` lies on the next day. The break is not taken out.
    """
    known: dict[tuple[int, ...], int] = index.memo.setdefault("minutes_between", {})
    key = (duty.day, duty.start, duty.end, start, end)
    if key not in known:
        until = end if end > start else end + 1440
        known[key] = sum(
            _overlap(duty, index.clock.at(day, start), index.clock.at(day, until))
            for day in range(duty.day - 1, duty.day + 3)
        )
    return known[key]


def red_minutes_between(index: ProblemIndex, duty: Duty, start: int, end: int) -> int:
    """Return the real minutes between two times of a Sunday or public holiday."""
    known: dict[tuple[int, ...], int] = index.memo.setdefault("red_minutes_between", {})
    key = (duty.day, duty.start, duty.end, start, end)
    if key not in known:
        known[key] = sum(
            _overlap(duty, index.clock.at(day, start), index.clock.at(day, end))
            for day in range(duty.day, duty.day + 3)
            if index.calendar.is_red(day)
        )
    return known[key]


def _overlap(duty: Duty, start: int, end: int) -> int:
    return max(0, min(duty.end, end) - max(duty.start, start))
