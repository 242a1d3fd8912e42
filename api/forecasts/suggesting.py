"""Reserve shifts that pay: the forecast of each day, thinned to its shifts, by the newsvendor."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from sqlalchemy.orm import Session

from absence_model.forecaster.told import Expected
from api.forecasts.counts import FLOOR, employees
from api.forecasts.reserve_shapes import AskReserve, ProposedRow, Suggestion
from api.forecasts.telling import expected_of as used_of
from api.forecasts.watching import drift_of, learnt_of, models_of
from api.periods.tables import Period
from api.units.wards import unit_of
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem

if TYPE_CHECKING:
    from absence_model.reserve.newsvendor import Prices
    from absence_model.reserve.rows import ShiftReserve
    from absence_model.reserve.ward import Day, DayCounts, PlannedShift


def suggested(
    session: Session, period: Period, problem: Problem, given: AskReserve, today: dt.date
) -> Suggestion:
    """Return what pays in a period at some prices; nothing where there is no forecast."""
    from absence_model.reserve.newsvendor import Prices
    from absence_model.reserve.rows import plan_reserve
    from absence_model.reserve.ward import expected_of, planned_shifts

    told, used = _forecast(session, period)
    horizon = problem.horizon
    dates = [horizon.start + dt.timedelta(days=n) for n in range(horizon.days)]
    reached = {date: told[date] for date in dates if date in told and date >= today}
    shifts = planned_shifts(ProblemIndex(problem)) if reached else ()
    shared = any(person.other_units for person in problem.people)
    cells = expected_of(shifts, days_to_expect(shifts, reached), pooled=shared)
    asked = given.prices
    prices = Prices(float(asked.planned), float(asked.called), float(asked.idle))
    planned = plan_reserve(cells, prices)
    names = {shift.code: shift.name or shift.code for shift in problem.shifts}
    rows = [_row(one, names, prices) for one in planned if one.worth]
    heads = sum(row.heads for row in rows)
    without, with_it = (
        sum(getattr(one, name) for one in planned) for name in ("without", "with_it")
    )
    return Suggestion(
        used=used,
        rows=rows,
        prices=asked,
        level=round(prices.level, 4),
        days=len(dates),
        unreached=len(dates) - len(reached),
        shifts=heads,
        planned_cost=heads * asked.planned,
        cost_without=round(without),
        cost_with=round(without) - round(without - with_it),
        saved=round(without - with_it),
    )


def _forecast(
    session: Session, period: Period
) -> tuple[dict[dt.date, Expected], Literal["champion", "naive"] | None]:
    unit = unit_of(session, period.unit_id)
    models = models_of(session, unit.id) if employees(session, unit) >= FLOOR else []
    if not models:
        return {}, None
    naive = drift_of(session, unit.id, models).verdict == "drifted"
    ahead = learnt_of(models[0].told).ahead
    told = {day.date: used_of(day, naive=naive) for day in ahead}
    return told, "naive" if naive else "champion"


def days_to_expect(
    shifts: Sequence[PlannedShift], told: Mapping[dt.date, Expected]
) -> dict[Day, DayCounts]:
    """Return what to expect in each part of the ward: the unit's day, by its part of the people."""
    from absence_model.reserve.ward import DayCounts as Counts

    noises = _noises(told)
    people: dict[dt.date, int] = defaultdict(int)
    parts: dict[Day, int] = defaultdict(int)
    for shift in shifts:
        people[shift.date] += shift.people
        parts[shift.unit, shift.date] += shift.people
    found = {}
    for (unit, date), count in parts.items():
        if date in told:
            noise = noises[date]
            found[unit, date] = Counts(told[date].mean * count / people[date], noise, noise)
    return found


def _row(one: ShiftReserve, names: Mapping[str, str], prices: Prices) -> ProposedRow:
    expected = one.expected
    last = one.worth[-1]  # called x chance + idle x (1 - chance)
    return ProposedRow(
        date=expected.date,
        units=list(expected.units),
        shifts=list(expected.shifts),
        shift_names=[names[code] for code in expected.shifts],
        heads=len(one.worth),
        worth=[max(1, round(worth)) for worth in one.worth],
        expected=round(expected.mean, 3),
        needed=round((last - prices.idle) / (prices.called - prices.idle), 3),
    )


def _noises(told: Mapping[dt.date, Expected]) -> dict[dt.date, float]:
    """Return how much more each day varies than by chance alone, from all that is told of it."""
    import numpy as np

    from absence_model.intervals.sums import moments
    from absence_model.reserve.counts import spread_as_noise

    if not told:
        return {}
    mean = np.array([one.mean for one in told.values()])
    drawn = moments(mean, np.array([one.quantiles for one in told.values()]))
    noises = spread_as_noise(np.maximum(mean, 1e-9), drawn.variance)
    return dict(zip(told, noises.tolist(), strict=True))
