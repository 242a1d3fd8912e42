"""One horizon's contest: models against naive forecasts on the past, then fitted to all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from absence_model.estimators.contenders import Contender
from absence_model.estimators.scene import Scene
from absence_model.evaluate.metrics import coverage, pinball, skill_interval
from absence_model.evaluate.rolling import Forecasts, Rolling, joined
from absence_model.evaluate.spreads import spread_for
from absence_model.forecaster.told import LEVELS, Quality
from absence_model.gate import FEWEST as CHOOSING
from absence_model.intervals.conformal import FEWEST, Spread
from absence_model.intervals.together import ASSUMED, correlation
from absence_model.series import Panel, SeriesInfo
from absence_model.series.rows import Rows

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]
Done = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Bucket:
    """What a horizon uses: ``model`` is None where the gate let only a naive forecast through.

    ``naive`` is then used, and where the watch falls back. It is never ``zero``: that nobody is
    away is often the nearest guess of a small unit's day, and no use to anybody who plans.
    ``correlation`` is that of two units' errors on the same day, on the days that were judged.
    """

    horizon: int
    model: Contender | None
    naive: str
    spread: Spread
    naive_spread: Spread
    quality: Quality
    correlation: float = ASSUMED


class Contest:
    """The contest of one horizon on a panel that goes on with empty days after its last known."""

    def __init__(
        self,
        panel: Panel,
        info: SeriesInfo,
        horizon: int,
        last: int,
        influenza: Vector | None = None,
    ) -> None:
        self.horizon, self.last = horizon, last
        self.rolling = Rolling(panel, info, horizon, last + 1, influenza)

    @property
    def rounds(self) -> int:
        """How many fits there are: one for each part of the past that is judged, and the last."""
        return len(self.rolling.segments()[0]) + 1

    def decide(self, done: Done) -> Bucket:
        """Let everybody forecast the past, judge them, and fit who won to all that is known."""
        past: list[Forecasts] = []
        for rows in self.rolling.segments()[0]:
            past.append(self.rolling.forecast(rows)[0])
            done()
        ahead, scene, fitted = self.rolling.forecast(self._ahead())
        seen = joined(past, list(ahead.models), ahead)
        verdict = self.rolling.verdict(seen, scene, fitted, self.last)
        plain = verdict.plain
        model = next((one for one in fitted if one.name == verdict.champion), None)
        done()
        return Bucket(
            self.horizon,
            model,
            plain,
            _spread(plain, model, scene, seen, self.last),
            _spread(plain, None, scene, seen, self.last),
            _quality(self.horizon, model, plain, seen, past, scene),
            _correlation(model, plain, seen),
        )

    def _ahead(self) -> Rows:
        units = len(self.rolling.panel.units)
        ones = np.ones(units, np.int64)
        target = ones * (self.last + self.horizon)
        return Rows(self.horizon, ones * self.last, target, np.arange(units))


def _correlation(model: Contender | None, plain: str, seen: Forecasts) -> float:
    made = seen.models[model.name] if model else seen.naive[plain]
    return correlation(seen.rows.target, seen.rows.unit, seen.truth - made)


def _best(seen: Forecasts) -> str:
    """Return the naive forecast with the least absolute error: what a model is compared with."""
    errors = {name: float(np.abs(made - seen.truth).mean()) for name, made in seen.naive.items()}
    return min(errors, key=lambda name: errors[name])


def _spread(plain: str, model: Contender | None, scene: Scene, seen: Forecasts, cut: int) -> Spread:
    """Return the spread round the model, or round the naive forecast where there is none."""
    return spread_for(model.name if model else plain, model, scene, seen, cut)


def _quality(
    horizon: int,
    model: Contender | None,
    plain: str,
    seen: Forecasts,
    past: list[Forecasts],
    scene: Scene,
) -> Quality:
    """Return how good who won was on the days that were judged, each forecast before it came."""
    name = model.name if model else plain
    made = seen.models[name] if model else seen.naive[plain]
    if model:
        made = model.middle(made)
    known = ~np.isnan(made) & ~np.isnan(seen.truth)
    beside = _best(seen) if model and known.any() else plain
    told: dict[str, Any] = {
        "horizon": horizon,
        "champion": name,
        "naive": beside,
        "passed": model is not None,
    }
    if known.sum() < CHOOSING:
        return Quality(why="untried" if model else "short_history", **told)
    error = np.abs(made - seen.truth)[known]
    simple = np.abs(seen.naive[beside] - seen.truth)[known]
    low, high = skill_interval(seen.rows.target[known], error, simple, horizon)
    return Quality(
        why="better" if model else "not_better",
        days=int(known.sum()),
        mae=float(error.mean()),
        naive_mae=float(simple.mean()),
        skill=float(1 - error.sum() / simple.sum()) if model and simple.sum() > 0 else None,
        skill_low=low if model else None,
        skill_high=high if model else None,
        **_held(plain, model, past, scene),
        **told,
    )


def _held(
    plain: str, model: Contender | None, past: list[Forecasts], scene: Scene
) -> dict[str, float | None]:
    """Return how often the bands held: of each part's days, by what was known before that part."""
    truths, bands = [], []
    name = model.name if model else plain
    for number in range(1, len(past)):
        part = past[number]
        cut = int(part.rows.origin.min())
        before = joined([one.until(cut) for one in past[:number]], list(part.models), part)
        made = (part.models if model else part.naive).get(name)
        if made is None or len(before.truth) < FEWEST:
            continue
        spread = _spread(plain, model, scene, before, cut)
        truths.append(part.truth)
        bands.append(spread.quantiles(made, part.scale))
    if not truths:
        return {}
    truth, band = np.concatenate(truths), np.vstack(bands)
    column = {level: band[:, LEVELS.index(level)] for level in (0.05, 0.1, 0.9, 0.95)}
    loss = pinball(truth, column[0.1], 0.1) + pinball(truth, column[0.9], 0.9)
    return {
        "coverage_80": coverage(truth, column[0.1], column[0.9]),
        "coverage_90": coverage(truth, column[0.05], column[0.95]),
        "pinball_80": float(loss.mean() / 2),
    }
