"""What a fit tells, as plain data: the service keeps it, and answers from it without the model."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model

LEVELS = (0.025, 0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.975)
"""The quantiles that a forecast gives."""
BUCKETS = (1, 7, 14, 28, 365)
"""Horizons in days; each day ahead belongs to the first that is not before it."""


class Expected(Model):
    """Absence that is expected on a day: its mean, and its quantiles at ``LEVELS``."""

    mean: float = Field(ge=0)
    quantiles: tuple[float, ...]

    def quantile(self, level: float) -> float:
        """Return one of the quantiles in ``LEVELS``."""
        return self.quantiles[LEVELS.index(level)]


class DayAhead(Model):
    """A day of the forecast; ``naive`` is what is taken where the watch falls back.

    ``horizon`` counts from the last day that the unit has told of.
    """

    date: dt.date
    horizon: int
    planned: float
    champion: str
    expected: Expected
    naive: Expected


class Quality(Model):
    """How good a horizon was on days that the model had not seen; errors are in shifts.

    ``passed`` says whether a model got through the gate, ``why`` is the reason; one for a year
    ahead may be believed ``untried`` while no day so far ahead has come.
    """

    horizon: int
    champion: str
    naive: str
    passed: bool
    why: Literal["better", "not_better", "short_history", "untried"]
    days: int = 0
    mae: float | None = None
    naive_mae: float | None = None
    skill: float | None = None
    skill_low: float | None = None
    skill_high: float | None = None
    pinball_80: float | None = None
    coverage_80: float | None = None
    coverage_90: float | None = None


class Ground(Model):
    """What a unit's forecast rests on.

    ``dispersion`` is the variance of daily absence over its mean, within the same season and
    weekday as far as the model knows them; ``floor`` the relative error that no forecast of one
    day can go below: 0.80 x sqrt(dispersion / mean).
    """

    unit: str
    first: dt.date
    last: dt.date
    days: int
    missing: int
    planned: float
    absent: float
    dispersion: float
    floor: float | None


class CardFacts(Model):
    """Everything that a model card says, as data.

    ``influenza`` names the table of influenza that was learnt from; empty where there was none.
    """

    format: int
    source: str
    country: str
    measure: Literal["heads", "hours", "shifts"]
    units: int
    first: dt.date
    last: dt.date
    days: int
    missing: int
    cleaned: dict[str, int] = Field(default_factory=dict)
    short: bool
    naive: str
    planned: float
    absent: float
    dispersion: float
    quality: tuple[Quality, ...]
    versions: dict[str, str]
    data_hash: str
    influenza: str = ""
    model_hash: str = ""

    @property
    def span(self) -> int:
        """How many days lie from the first to the last."""
        return (self.last - self.first).days + 1


class Learnt(Model):
    """What the fit of a unit tells: what it rests on, a year ahead, and the model's card.

    ``blurred`` says that its figures hide the days behind them; earlier versions told more closely.
    """

    ground: Ground
    ahead: tuple[DayAhead, ...]
    card: CardFacts
    blurred: bool = False


def bucket(horizon: int) -> int:
    """Return the bucket of a day so far ahead."""
    return next((upto for upto in BUCKETS if horizon <= upto), BUCKETS[-1])
