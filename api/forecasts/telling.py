"""The forecast as it is to be used today: the champion's, or the naive one after a drift."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from absence_model.forecaster.card import method
from absence_model.forecaster.told import DayAhead, Expected, Learnt, Quality
from api.forecasts.shapes import Band, ForecastTold, QualityTold
from api.forecasts.tables import AbsenceCount, AbsenceModel
from api.forecasts.watching import drift_of, learnt_of

DECIMALS = 1
"""Of shifts: a mean of few days told more closely would tell their sum."""


def told_of(
    session: Session, models: list[AbsenceModel], today: dt.date, days: int, language: str
) -> ForecastTold:
    """Return what is told of the latest model: so many days from today on."""
    unit = models[0].unit_id
    model, learnt = models[0], learnt_of(models[0].told)
    drift = drift_of(session, unit, models)
    naive = drift.verdict == "drifted"
    last = today + dt.timedelta(days=days - 1)
    ahead = [day for day in learnt.ahead if today <= day.date <= last]
    return ForecastTold(
        made=model.made,
        model=model.id,
        used="naive" if naive else "champion",
        methods=methods(learnt, naive=naive),
        ground=learnt.ground,
        days=[_band(day, naive=naive) for day in ahead],
        quality=[_worded(one, language) for one in learnt.card.quality],
        drift=drift,
        stale=_stale(session, unit, learnt),
        short=learnt.card.short,
    )


def _worded(one: Quality, language: str) -> QualityTold:
    told = {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in one.model_dump().items()
    }
    words = {"champion_words": method(one.champion, language)}
    return QualityTold(**told, **words, naive_words=method(one.naive, language))


def methods(learnt: Learnt, *, naive: bool) -> dict[int, str]:
    """Return the name of what each horizon rests on."""
    return {one.horizon: one.naive if naive else one.champion for one in learnt.card.quality}


def expected_of(day: DayAhead, *, naive: bool) -> Expected:
    """Return what is expected on a day."""
    return day.naive if naive else day.expected


def _band(day: DayAhead, *, naive: bool) -> Band:
    found = expected_of(day, naive=naive)
    return Band(
        date=day.date,
        planned=day.planned,
        mean=round(found.mean, DECIMALS),
        median=round(found.quantile(0.5), DECIMALS),
        low_50=round(found.quantile(0.25), DECIMALS),
        high_50=round(found.quantile(0.75), DECIMALS),
        low_80=round(found.quantile(0.1), DECIMALS),
        high_80=round(found.quantile(0.9), DECIMALS),
        low_95=round(found.quantile(0.025), DECIMALS),
        high_95=round(found.quantile(0.975), DECIMALS),
    )


def _stale(session: Session, unit: str, learnt: Learnt) -> bool:
    mine = (AbsenceCount.unit_id == unit) & (AbsenceCount.planned > 0)  # others are not learnt from
    query = select(func.max(AbsenceCount.date), func.count(AbsenceCount.date.distinct()))
    last, days = session.execute(query.where(mine)).one()
    return bool((last, days) != (learnt.ground.last, learnt.ground.days))
