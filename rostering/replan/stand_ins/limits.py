"""How much of the upper limits on hours a person's extra shift uses up.

Asked are the limits that bind the shift's own week: overtime in a week, in four weeks in a row and
in a year (AML § 10-6), all hours of a week, and ordinary hours of a week (§ 10-4, § 10-5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.fixed_weeks import days_of, windows
from rostering.domain.line import Line
from rostering.domain.problem import RuleMode
from rostering.domain.shifts import Pay
from rostering.domain.weekly_hours import Category, category
from rostering.replan.stand_ins.models import LimitUse
from rostering.rules import all_hours, hours_per_week, overtime
from rostering.rules.base import Dated

FOUR = 4
Row = tuple[int, ...]
Counts = Callable[[Duty], bool]


@dataclass(frozen=True, slots=True)
class Limit:
    """One upper limit over weeks in a row: what it counts, what is used before and most of it."""

    rule: str
    value: str
    weeks: Row
    counts: Counts
    carried: int
    most: int


def limits_used(court: Court, after: Line, duty: Duty) -> tuple[LimitUse, ...]:
    """Return the limits of a line that holds an extra duty; of equal kinds the tightest.

    What a rule does not limit, or a rule that is switched off, is left out.
    """
    found: dict[tuple[str, str], LimitUse] = {}
    for limit in _limits(court, after, duty):
        used = limit.carried + sum(
            one.minutes
            for monday in limit.weeks
            for day in range(monday, monday + 7)
            for one in after.on(day)
            if limit.counts(one)
        )
        clock = after.index.clock
        told = LimitUse(
            rule=limit.rule,
            value=limit.value,
            first=clock.date(limit.weeks[0]),
            last=clock.date(limit.weeks[-1] + 6),
            used=used,
            most=limit.most,
            left=limit.most - used,
        )
        known = found.get((limit.rule, limit.value))
        if known is None or told.left < known.left:
            found[limit.rule, limit.value] = told
    return tuple(found.values())


def _limits(court: Court, line: Line, duty: Duty) -> Iterator[Limit]:
    monday = line.index.calendar.monday(duty.day)
    if duty.pay is Pay.OVERTIME:
        yield from _overtime(court, line, monday)
    week, person = (monday,), line.person
    hours = _held(court, all_hours.RULE, person.id)
    if hours and (most := hours.least("per_week", days_of(week))) is not None:
        yield Limit(all_hours.ID, "per_week", week, _any, 0, most)
    ordinary = _held(court, hours_per_week.RULE, person.id)
    kind = category(person, line.index.clock.date(monday))
    names = ["maximum"] if kind is Category.DAY else ["maximum", kind.value]
    bounds = [(ordinary.least(n, days_of(week)), n) for n in names] if ordinary else []
    held = [(most, name) for most, name in bounds if most is not None]
    if held and duty.pay is not Pay.OVERTIME:
        most, name = min(held)
        yield Limit(hours_per_week.ID, name, week, _is_ordinary, 0, most)


def _overtime(court: Court, line: Line, monday: int) -> Iterator[Limit]:
    values = _held(court, overtime.RULE, line.person.id)
    if values is None:
        return
    for name, weeks in (("week", 1), ("four_weeks", FOUR)):
        for row in windows(line.index, weeks):
            most = values.least(name, days_of(row)) if monday in row else None
            if most is not None:
                yield Limit(overtime.ID, name, row, _is_overtime, 0, most)
    for row, carried in _years(line, values.at(max(0, monday)).year_weeks):
        most = values.least("year", days_of(row)) if monday in row else None
        if most is not None:
            yield Limit(overtime.ID, "year", row, _is_overtime, carried, most)


def _years(line: Line, weeks: int) -> Iterable[tuple[Row, int]]:
    """Return each year's known weeks, with the overtime that the account has from before them."""
    index = line.index
    balances = index.problem.accounts
    mine = (b for b in balances if (b.person, b.account) == (line.person.id, "overtime"))
    known = sum(d.minutes for d in index.history[line.person.id] if _is_overtime(d))
    used = max(0, sum(b.minutes for b in mine) - known)
    begun = tuple(index.calendar.weeks(index.first_known, index.days - 1))[: weeks - 1]
    rows = [(row, 0) for row in windows(index, weeks) if len(row) == weeks or not used]
    return [*rows, (begun, used)] if used else rows


def _held(court: Court, rule: object, person: str) -> Dated[Any] | None:
    """Return a rule's values for a person, None when it is switched off."""
    for known, values in court.rulings.asking(person):
        if known is rule:
            return None if court.rulings.mode(known.id) is RuleMode.OFF else values
    return None


def _any(_: Duty) -> bool:
    return True


def _is_ordinary(duty: Duty) -> bool:
    return duty.pay is not Pay.OVERTIME


def _is_overtime(duty: Duty) -> bool:
    return duty.pay is Pay.OVERTIME
