"""Rolling origins: models are fitted anew as time goes, each forecast made before its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from absence_model.baselines import naive, names_for
from absence_model.baselines.past import Past
from absence_model.estimators.contenders import Contender, contenders
from absence_model.estimators.counts import CountLevel
from absence_model.estimators.scene import Scene
from absence_model.evaluate.decision import decided
from absence_model.evaluate.guard import (
    refuse_leaks,
    refuse_other_fits,
    with_other_future,
    with_other_influenza,
)
from absence_model.evaluate.moved import quarter_errors
from absence_model.evaluate.spreads import spread_for
from absence_model.gate import Verdict
from absence_model.intervals.restless import scale_of
from absence_model.series import Panel, SeriesInfo
from absence_model.series.panel import Matrix
from absence_model.series.rows import YEAR, Rows, rows_of

STEP = 28
LONG_STEP = 91
"""Days between two fits; the longer for tests of more than 300 days."""
VALIDATION = {False: 112, True: 364}
"""Days before the test on which the gate judges, for many units and for few."""
VALIDATION_STEP = 56
FEWEST_ROWS = 300
FEWEST_DAYS = 49
SEASON = 100
"""Days of history before a model for a year ahead is believed untried."""
STALE = 60
"""Days after which the shape of the year is learnt anew."""


@dataclass(slots=True)
class Forecasts:
    """Forecasts of rows by everybody, with what came."""

    rows: Rows
    truth: Matrix
    scale: Matrix
    models: dict[str, Matrix] = field(default_factory=dict)
    naive: dict[str, Matrix] = field(default_factory=dict)
    dispersion: dict[str, float] = field(default_factory=dict)

    def until(self, day: int) -> Forecasts:
        """Return the forecasts that have come true on the evening of a day."""
        mask = self.rows.target <= day
        return Forecasts(
            self.rows.where(mask),
            self.truth[mask],
            self.scale[mask],
            {name: values[mask] for name, values in self.models.items()},
            {name: values[mask] for name, values in self.naive.items()},
            self.dispersion,
        )


@dataclass(slots=True)
class Run:
    """One horizon of an evaluation: the test's forecasts, by the champions of their time."""

    horizon: int
    rows: Rows
    truth: Matrix
    middle: Matrix
    mean: Matrix
    quantiles: Matrix
    naive: dict[str, Matrix]
    naive_quantiles: Matrix
    best_naive: str
    verdicts: list[Verdict]

    @property
    def champion(self) -> str:
        """Who forecast most often."""
        names = [verdict.champion for verdict in self.verdicts]
        return max(dict.fromkeys(names), key=names.count)


class Rolling:
    """The rolling evaluation of one horizon.

    Parameters
    ----------
    panel, info
        The series.
    horizon
        Days ahead.
    first
        Row of the first day of the test.
    influenza
        What was published of influenza by the evening of each day of the panel.
    """

    def __init__(
        self,
        panel: Panel,
        info: SeriesInfo,
        horizon: int,
        first: int,
        influenza: Matrix | None = None,
    ) -> None:
        self.panel, self.info, self.horizon, self.first = panel, info, horizon, first
        self.influenza = influenza
        self.all = rows_of(panel, horizon, 0, len(panel.days) - 1)
        self.past = Past.of(panel)
        self._scene: tuple[int, Scene] | None = None

    @property
    def test(self) -> Rows:
        """The forecasts asked in the test."""
        return self.all.where(self.all.target >= self.first)

    def segments(self) -> tuple[list[Rows], list[Rows]]:
        """Return the rows between two fits, before the test and in it."""
        before = np.unique(self.all.target[self.all.target < self.first])
        few = len(self.panel.units) < 8
        length = 2 * YEAR if self.horizon == YEAR else VALIDATION[few]
        wide = LONG_STEP if few or self.horizon == YEAR else VALIDATION_STEP
        test = np.unique(self.test.target)
        step = LONG_STEP if len(test) > 300 or self.horizon == YEAR else STEP
        return self._cut(before[-length:], wide), self._cut(test, step)

    def _cut(self, targets: np.ndarray, step: int) -> list[Rows]:
        if not len(targets):
            return []
        number = (self.all.target - targets[0]) // step
        inside = (self.all.target >= targets[0]) & (self.all.target <= targets[-1])
        return [self.all.where(inside & (number == n)) for n in np.unique(number[inside])]

    def scene(self, cut: int) -> Scene:
        """Return the scene whose shape knows nothing after a day, not much older than that."""
        if self._scene is None or not 0 <= cut - self._scene[0] <= STALE:
            self._scene = (cut, Scene.learnt(self.panel, self.info, cut, self.influenza))
        return self._scene[1]

    def forecast(self, rows: Rows) -> tuple[Forecasts, Scene, list[Contender]]:
        """Let everybody forecast rows, fitted to what was known at their earliest origin."""
        cut = int(rows.origin.min())
        scene = self.scene(cut)
        known = self.all.where(self.all.target <= cut)
        found = Forecasts(rows, self.panel.absent[rows.target, rows.unit], scale_of(scene, rows))
        fitted = []
        for contender in contenders(scene, self.horizon):
            if not self._enough(known, cut, contender):
                continue
            contender.fit(scene, known)
            found.models[contender.name] = contender.predict(scene, rows)
            if isinstance(contender, CountLevel):
                found.dispersion[contender.name] = contender.dispersion_
            fitted.append(contender)
        for name in names_for(self.horizon):
            found.naive[name] = naive(name, self.panel, rows, self.past)
        return found, scene, fitted

    def _enough(self, known: Rows, cut: int, contender: Contender) -> bool:
        days = (~np.isnan(self.panel.absent[: cut + 1])).any(axis=1).sum()
        if self.horizon == YEAR and not isinstance(contender, CountLevel):
            return bool(days >= SEASON)
        return bool(days >= FEWEST_DAYS and len(known) >= FEWEST_ROWS)

    def run(self, done: Callable[[], None] | None = None) -> Run:
        """Return the test's forecasts."""
        before, test = self.segments()
        past: list[Forecasts] = []
        for rows in before:
            past.append(self.forecast(rows)[0])
            if done:
                done()
        made = []
        for number, rows in enumerate(test):
            found, scene, fitted = self.forecast(rows)
            if number == 0:
                refuse_leaks(scene, rows, fitted)
                self._refuse_other_fits(rows, found, scene.until)
            made.append((found, self._decided(found, scene, fitted, past)))
            past.append(found)
            if done:
                done()
        return _joined(self.horizon, made)

    def _refuse_other_fits(self, rows: Rows, found: Forecasts, until: int) -> None:
        """Fit everybody once more in a world with another future."""
        cut = int(rows.origin.min())
        panel = with_other_future(self.panel, cut)
        influenza = with_other_influenza(self.influenza, cut)
        other = Rolling(panel, self.info, self.horizon, self.first, influenza)
        other.scene(until)  # a shape as old as the one that was used here
        again = other.forecast(rows)[0]
        asked = rows.origin == cut
        mine, theirs = (
            {name: made[asked] for name, made in {**one.models, **one.naive}.items()}
            for one in (found, again)
        )
        refuse_other_fits(self.panel.days[cut], mine, theirs)

    def verdict(self, seen: Forecasts, scene: Scene, fitted: list[Contender], cut: int) -> Verdict:
        """Return who forecasts after a day, by what had come true then."""
        far = self.horizon == YEAR
        recent = quarter_errors(self.panel, self.past, cut, counts=scene.small) if far else None
        return decided(seen, fitted, small=scene.small, recent=recent)

    def _decided(
        self, found: Forecasts, scene: Scene, fitted: list[Contender], past: list[Forecasts]
    ) -> tuple[Verdict, Matrix, Matrix, dict[str, Matrix]]:
        cut = int(found.rows.origin.min())
        seen = joined([one.until(cut) for one in past], list(found.models), found)
        verdict = self.verdict(seen, scene, fitted, cut)
        by_name = {c.name: c for c in fitted}
        model = by_name.get(verdict.champion)
        spread = spread_for(verdict.champion, model, scene, seen, cut)
        forecast = (found.models if model else found.naive)[verdict.champion]
        quantiles = spread.quantiles(forecast, found.scale)
        plain = {
            name: spread_for(name, None, scene, seen, cut).quantiles(values, found.scale)
            for name, values in found.naive.items()
        }
        return verdict, spread.mean(forecast), quantiles, plain


def joined(parts: list[Forecasts], models: list[str], like: Forecasts) -> Forecasts:
    """Return several runs of forecasts as one; a model that was missing then has NaN there."""
    rows = [part.rows for part in parts]
    empty = np.empty(0)

    def chained(values: list[Matrix]) -> Matrix:
        return np.concatenate(values) if values else empty

    def of(part: Forecasts, name: str) -> Matrix:
        return part.models.get(name, np.full(len(part.truth), np.nan))

    chain = Rows(
        like.rows.horizon,
        *(
            np.concatenate([getattr(r, k) for r in rows]) if rows else np.empty(0, np.int64)
            for k in ("origin", "target", "unit")
        ),
    )
    return Forecasts(
        chain,
        chained([part.truth for part in parts]),
        chained([part.scale for part in parts]),
        {name: chained([of(part, name) for part in parts]) for name in models},
        {name: chained([part.naive[name] for part in parts]) for name in like.naive},
        like.dispersion,
    )


def _joined(
    horizon: int, made: list[tuple[Forecasts, tuple[Verdict, Matrix, Matrix, dict[str, Matrix]]]]
) -> Run:
    whole = joined([found for found, _ in made], [], made[0][0])
    quantiles = np.vstack([decided[2] for _, decided in made])
    best = min(whole.naive, key=lambda n: float(np.abs(whole.naive[n] - whole.truth).mean()))
    return Run(
        horizon,
        whole.rows,
        whole.truth,
        quantiles[:, quantiles.shape[1] // 2],
        np.concatenate([decided[1] for _, decided in made]),
        quantiles,
        whole.naive,
        np.vstack([decided[3][best] for _, decided in made]),
        best,
        [decided[0] for _, decided in made],
    )
