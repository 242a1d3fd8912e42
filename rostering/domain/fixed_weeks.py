"""Weeks in a row over which hours are summed: fixed weeks, Monday to Sunday, wholly known."""

from __future__ import annotations

from rostering.domain.index import ProblemIndex


def windows(index: ProblemIndex, weeks: int) -> list[tuple[int, ...]]:
    """Return the Mondays of each window of so many weeks in a row that the period can change.

    When fewer weeks are known, the one window is all that is known: what is not known is never
    held against anybody. A base roster goes round, so a window of it begins in each of its weeks
    and passes the same week again when it is longer than the roster.
    """
    known = index.memo.setdefault("fixed_weeks", {})
    if weeks not in known:
        known[weeks] = _windows(index, weeks)
    found: list[tuple[int, ...]] = known[weeks]
    return found


def _windows(index: ProblemIndex, weeks: int) -> list[tuple[int, ...]]:
    last = index.days - 1
    if index.cyclic:
        round_ = list(index.calendar.weeks(0, last))
        return [
            tuple(round_[(first + ahead) % len(round_)] for ahead in range(weeks))
            for first in range(len(round_))
        ]
    known = tuple(index.calendar.weeks(index.first_known, last))
    if len(known) <= weeks:
        return [known]
    rows = (known[first : first + weeks] for first in range(len(known) - weeks + 1))
    return [row for row in rows if row[-1] + 6 >= 0]


def days_of(window: tuple[int, ...]) -> list[int]:
    """Return the days of a window's weeks."""
    return [day for monday in window for day in range(monday, monday + 7)]
