"""Reserve shifts that pay: the forecast of each day, thinned to its shifts, by the newsvendor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from absence_model.forecaster.told import Expected
from api.forecasts.counts import FLOOR, employees
from api.forecasts.groups import Group, groups_on
from api.forecasts.reserve_shapes import AskReserve, ProposedRow, ShiftPrices, Suggestion
from api.forecasts.telling import expected_of
from api.forecasts.watching import drift_of, learnt_of, models_of
from api.periods.tables import Period
from api.units.wards import unit_of
from rostering.domain.problem import Problem

MOST = 20
_BAND = 2.5631  # the 80 % band of a normal distribution in standard deviations


@dataclass(frozen=True, slots=True)
class _Day:
    date: dt.date
    group: Group
    share: float
    expected: Expected


def suggested(
    session: Session, period: Period, problem: Problem, given: AskReserve, today: dt.date
) -> Suggestion:
    """Return what pays in a period at some prices; nothing where there is no forecast."""
    known, used = _forecast(session, period)
    dates = [problem.horizon.start + dt.timedelta(days=n) for n in range(problem.horizon.days)]
    reached = [date for date in dates if date in known and date >= today]
    cells = [cell for date in reached for cell in _cells(problem, date, known[date])]
    rows, without, with_ = _weighed(cells, given.prices)
    names = {shift.code: shift.name or shift.code for shift in problem.shifts}
    prices = given.prices
    shifts = sum(row.heads for row in rows)
    return Suggestion(
        used=used,
        rows=[row.model_copy(update={"shift_names": [names[c] for c in row.shifts]}) for row in rows],
        prices=prices,
        level=round((prices.called - prices.planned) / (prices.called - prices.idle), 4),
        days=len(dates),
        unreached=len(dates) - len(reached),
        shifts=shifts,
        planned_cost=shifts * prices.planned,
        cost_without=round(without),
        cost_with=round(with_),
        saved=round(without - with_),
    )


def _forecast(session: Session, period: Period) -> tuple[dict[dt.date, Expected], str | None]:
    unit = unit_of(session, period.unit_id)
    models = models_of(session, unit.id) if employees(session, unit) >= FLOOR else []
    if not models:
        return {}, None
    naive = drift_of(session, unit.id, models).verdict == "drifted"
    ahead = learnt_of(models[0].told).ahead
    told = {day.date: expected_of(day, naive=naive) for day in ahead}
    return told, "naive" if naive else "champion"


def _cells(problem: Problem, date: dt.date, expected: Expected) -> Iterator[_Day]:
    """Yield a day's groups, each with its share of what the plan aims at."""
    groups = groups_on(problem, date)
    whole = sum(group.target for group in groups)
    for group in groups:
        yield _Day(date, group, group.target / whole, expected)


def _weighed(
    cells: list[_Day], prices: ShiftPrices
) -> tuple[list[ProposedRow], float, float]:
    """Return the rows that pay, and what is expected to be spent without and with them."""
    import numpy as np

    from absence_model.reserve.counts import AbsentCounts
    from absence_model.reserve.newsvendor import Prices, best_heads

    if not cells:
        return [], 0.0, 0.0
    told = Prices(float(prices.planned), float(prices.called), float(prices.idle))
    mean = np.array([cell.expected.mean for cell in cells])
    noise = np.array([_noise(cell.expected) for cell in cells])
    counts = AbsentCounts(mean, noise).thinned(np.array([cell.share for cell in cells]))
    heads = np.minimum(best_heads(counts, told), MOST)
    worth, needed = told.worth(counts, MOST), counts.at_least(MOST)
    without = float(told.expected_cost(counts, np.zeros(len(cells))).sum())
    with_ = float(told.expected_cost(counts, heads).sum())
    rows = [
        ProposedRow(
            date=cell.date,
            units=list(cell.group.units),
            shifts=list(cell.group.shifts),
            shift_names=[],
            heads=int(count),
            worth=[max(1, round(float(w))) for w in worth[n][: int(count)]],
            expected=round(float(counts.mean[n]), 3),
            needed=round(float(needed[n][int(count) - 1]), 3),
        )
        for n, (cell, count) in enumerate(zip(cells, heads, strict=True))
        if count > 0
    ]
    return rows, without, with_


def _noise(expected: Expected) -> float:
    """Return how much more a day varies than by chance alone, from its 80 % band."""
    spread = (expected.quantile(0.9) - expected.quantile(0.1)) / _BAND
    if expected.mean <= 0:
        return 0.0
    return max(0.0, (spread**2 - expected.mean) / expected.mean**2)
