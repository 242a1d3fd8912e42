"""The watch over a unit's forecasts: what was told beforehand beside what came."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from sqlalchemy import CursorResult, delete, select
from sqlalchemy.orm import Session

from absence_model.forecaster.drift import Drift, Point, veiled, watch
from absence_model.forecaster.hiding import retold
from absence_model.forecaster.told import DayAhead, Learnt
from api.forecasts.counts import days_of
from api.forecasts.tables import AbsenceModel
from api.units.documents import unpacked

AHEAD = 28  # days: a forecast from further back is not what anybody went by


@lru_cache(maxsize=64)
def learnt_of(document: bytes) -> Learnt:
    """Return what a model told when it was made; what an earlier version told is blurred."""
    return retold(Learnt.model_validate_json(unpacked(document)))


def models_of(session: Session, unit: str) -> list[AbsenceModel]:
    """Return a unit's models, the latest first."""
    query = select(AbsenceModel).where(AbsenceModel.unit_id == unit)
    return list(session.scalars(query.order_by(AbsenceModel.made.desc(), AbsenceModel.id)))


def forget_models(session: Session, unit: str) -> int:
    """Delete a unit's models; return how many there were."""
    gone = session.execute(delete(AbsenceModel).where(AbsenceModel.unit_id == unit))
    assert isinstance(gone, CursorResult)
    return int(gone.rowcount)


def drift_of(session: Session, unit: str, models: list[AbsenceModel]) -> Drift:
    """Judge what was told of the latest days by the last forecast made before each.

    A new fit does not wipe the slate: its forerunners' forecasts count until the window is over. A
    day on which nothing was planned was closed, and says nothing of a forecast.
    """
    told: dict[dt.date, DayAhead] = {}
    for model in sorted(models, key=lambda one: (one.made, one.id)):
        learnt = learnt_of(model.told)
        told |= {day.date: day for day in learnt.ahead if day.horizon <= AHEAD}
    if not told:
        return watch([])
    came = days_of(session, unit, min(told))
    open_days = (day for day in came if day.date in told and day.planned > 0)
    points = [_point(told[day.date], day.absent) for day in open_days]
    return veiled(watch(points), points)


def _point(day: DayAhead, actual: float) -> Point:
    return Point(
        date=day.date,
        actual=actual,
        mean=day.expected.mean,
        low=day.expected.quantile(0.1),
        high=day.expected.quantile(0.9),
        naive=day.naive.mean,
    )
