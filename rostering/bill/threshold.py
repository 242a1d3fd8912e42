"""Where a part-timer's extra time becomes overtime, to the minute."""

from __future__ import annotations

from fractions import Fraction

from rostering.domain.duty import Duty
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.wages.exact import half_up
from rostering.wages.payroll import Payroll, held


def ordinary_minutes(book: Payroll, line: Line) -> dict[Duty, int]:
    """Return how many minutes of each extra duty are paid as extra time; the rest is overtime.

    In each fixed week, Monday to Sunday, a duty counting whole where it starts, contract hours
    count first and then the extra ones in order: those above the threshold are overtime.
    """
    used: dict[int, int] = {}
    extra: list[Duty] = []
    for duty in line.duties:
        week = line.index.calendar.monday(duty.day)
        if duty.pay is Pay.EXTRA:
            extra.append(duty)
        elif duty.pay is not Pay.OVERTIME:
            used[week] = used.get(week, 0) + duty.minutes
    found: dict[Duty, int] = {}
    for duty in extra:
        week, bound = line.index.calendar.monday(duty.day), threshold(book, line, duty.day)
        before = used.get(week, 0)
        room = duty.minutes if bound is None else bound - before
        found[duty] = max(0, min(duty.minutes, room))
        used[week] = before + duty.minutes
    return found


def threshold(book: Payroll, line: Line, day: int) -> int | None:
    """Return the minutes a week above which extra time is overtime; None when it never is.

    ``full_time``: the longest full-time week of the person's positions; ``own_post``: the week
    that the positions owe. People without a position have the table's full-time week.
    """
    when = line.index.clock.date(day)
    rates = book.wages.rates(when)
    if rates.part_timer_threshold == "never":
        return None
    positions = held(line.person, when)
    if not positions:
        return half_up(rates.full_time_week * 60)
    weeks = [Fraction(str(position.full_time_hours)) * 60 for position in positions]
    if rates.part_timer_threshold == "full_time":
        return half_up(max(weeks))
    shares = (Fraction(str(position.percent)) / 100 for position in positions)
    owed = (week * share for week, share in zip(weeks, shares, strict=True))
    return half_up(sum(owed, Fraction(0)))
