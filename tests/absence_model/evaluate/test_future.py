"""Nothing from the future: the guard passes honest models, and catches planted leaks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from absence_model.baselines import NAIVE, naive
from absence_model.estimators import features
from absence_model.estimators.contenders import Contender, Smoothing, contenders
from absence_model.estimators.scene import Scene
from absence_model.evaluate.guard import FutureLeak, refuse_leaks, with_other_future
from absence_model.evaluate.rolling import Rolling
from absence_model.series.panel import Matrix
from absence_model.series.rows import Rows, rows_of
from tests.absence_model.invented import INFO, panel

CUT = 150


def fitted(scene: Scene, horizon: int) -> list[Contender]:
    known = rows_of(scene.panel, horizon, 0, CUT)
    return [c.fit(scene, known) if len(known) else c for c in contenders(scene, horizon)]


def asked(scene: Scene, horizon: int) -> Rows:
    units = np.arange(len(scene.panel.units))
    origin = np.full(len(units), CUT)
    return Rows(horizon, origin, origin + min(horizon, 28), units)


@pytest.mark.parametrize("horizon", [1, 28, 365])
@pytest.mark.parametrize("level", [80.0, 1.0])
def test_no_model_sees_the_future(horizon: int, level: float) -> None:
    scene = Scene.learnt(panel(level=level, planned=400.0 if level > 10 else 12.0), INFO, CUT)
    assert scene.small == (level < 10)
    if horizon == 365 and scene.small:
        return  # it has no year to learn from
    refuse_leaks(scene, asked(scene, horizon), fitted(scene, horizon))


@pytest.mark.parametrize("name", NAIVE)
def test_no_baseline_sees_the_future(name: str) -> None:
    before = panel()
    after = with_other_future(before, CUT)
    assert not np.array_equal(before.absent, after.absent)
    for horizon in (1, 7, 28):
        rows = asked(Scene.learnt(before, INFO, CUT), horizon)
        assert np.array_equal(naive(name, before, rows), naive(name, after, rows))


class Peeking(Smoothing):
    """A model with a planted feature: the level of the day after its origin."""

    name = "peeking"

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        return super().predict(scene, rows) + 0.01 * scene.newest[rows.origin + 1, rows.unit]


def test_a_planted_feature_is_caught() -> None:
    scene = Scene.learnt(panel(), INFO, CUT)
    with pytest.raises(FutureLeak, match="peeking"):
        refuse_leaks(scene, asked(scene, 7), [Smoothing(), Peeking()])


Column = Callable[[Scene, Rows], dict[str, Matrix]]


def tomorrow(scene: Scene, rows: Rows) -> dict[str, Matrix]:
    """What is away on the day after the origin, of the unit itself."""
    return {"planted": scene.panel.absent[rows.origin + 1, rows.unit]}


def next_weeks_influenza(scene: Scene, rows: Rows) -> dict[str, Matrix]:
    assert scene.influenza is not None
    return {"planted": scene.influenza[rows.origin + 7]}


@pytest.mark.parametrize("planted", [None, tomorrow, next_weeks_influenza])
def test_a_column_from_the_future_ends_a_whole_evaluation(
    planted: Column | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real features with one more column: nothing but the guard could tell."""
    real = features._other
    if planted is not None:
        column = planted
        monkeypatch.setattr(features, "_other", lambda s, r: real(s, r) | column(s, r))
    whole = panel(units=3, days=185)
    flu = np.random.default_rng(4).uniform(0, 4, len(whole.days))
    race = Rolling(whole, INFO, 7, 170, flu)
    if planted is None:
        race.run()
        return
    with pytest.raises(FutureLeak, match="boosting_and_line"):
        race.run()


def test_a_shape_that_learns_later_days_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("absence_model.estimators.season.FEWEST_DAYS", 14)
    whole = panel()
    scene = Scene(whole, INFO, Scene.learnt(whole, INFO, CUT + 20).shape, CUT)
    with pytest.raises(FutureLeak):
        refuse_leaks(scene, asked(scene, 7), [Smoothing()])


class Memory(Smoothing):
    """A model with a planted fit: it keeps the mean of all days, those to come among them."""

    name = "memory"

    def fit(self, scene: Scene, rows: Rows) -> Contender:
        self.mean_ = float(np.nanmean(scene.panel.absent))
        return self

    def predict(self, scene: Scene, rows: Rows) -> Matrix:
        return super().predict(scene, rows) + 0.01 * self.mean_


def test_a_fit_that_learns_later_days_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    race = Rolling(panel(units=4), INFO, 7, 170)
    scene = race.scene(CUT)
    memory = Memory().fit(scene, rows_of(scene.panel, 7, 0, CUT))
    refuse_leaks(scene, asked(scene, 7), [memory])  # asked again it says the same
    module = "absence_model.evaluate.rolling.contenders"
    monkeypatch.setattr(module, lambda _scene, _horizon: [Smoothing()])
    race.run()
    monkeypatch.setattr(module, lambda _scene, _horizon: [Memory()])
    with pytest.raises(FutureLeak, match="memory"):
        race.run()


def test_the_decision_is_the_same_in_a_world_with_another_future() -> None:
    whole, first = panel(units=4, level=1.0, planned=12.0), 170
    cut = first - 7
    verdicts = [
        Rolling(one, INFO, 7, first).run().verdicts[0]
        for one in (whole, with_other_future(whole, cut))
    ]
    assert verdicts[0].errors
    assert verdicts[0] == verdicts[1]
