"""The guard against the future: forecasts may not change when the days to come do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from absence_model.estimators.contenders import Contender
from absence_model.estimators.scene import Scene
from absence_model.series import Panel
from absence_model.series.panel import Matrix
from absence_model.series.rows import Rows
from rostering.errors import HelseturnusError

TOLERANCE = 1e-9


class FutureLeak(HelseturnusError):
    """A model has seen days that lie after the origin of its forecast: a bug here."""


def with_other_future(panel: Panel, day: int, seed: int = 1) -> Panel:
    """Return the panel with other absences and other plans on every day after a row."""
    absent = panel.absent.copy()
    drawn = np.random.default_rng(seed).uniform(0.2, 5.0, absent[day + 1 :].shape)
    absent[day + 1 :] = np.rint(absent[day + 1 :] * drawn) + 1.0
    planned = panel.planned.copy()
    planned[day + 1 :] = np.maximum(planned[day + 1 :] * drawn, absent[day + 1 :])
    return replace(panel, absent=absent, planned=planned)


def with_other_influenza(influenza: Matrix | None, day: int) -> Matrix | None:
    """Return what is published of influenza with other figures on every day after a row."""
    if influenza is None:
        return None
    found = influenza.copy()
    found[day + 1 :] = np.nan_to_num(found[day + 1 :]) * 2 + 1
    return found


def refuse_leaks(scene: Scene, rows: Rows, fitted: Sequence[Contender]) -> None:
    """Ask the fitted models once more in a world with another future, influenza's among it.

    Raises
    ------
    FutureLeak
        When a forecast from the earliest origin is not the same there.
    """
    cut = int(rows.origin.min())
    asked = rows.where(rows.origin == cut)
    influenza = with_other_influenza(scene.influenza, cut)
    other = Scene.learnt(with_other_future(scene.panel, cut), scene.info, scene.until, influenza)
    day = scene.panel.days[cut]
    for contender in fitted:
        _refuse(
            contender.name, day, contender.predict(scene, asked), contender.predict(other, asked)
        )


def refuse_other_fits(
    day: np.datetime64, before: Mapping[str, Matrix], after: Mapping[str, Matrix]
) -> None:
    """Compare forecasts of models that were fitted in two worlds, alike up to a day.

    Raises
    ------
    FutureLeak
        When they differ: fitting, or who is fitted, has seen later days.
    """
    for name in sorted({*before, *after}):
        none = np.empty(0)
        _refuse(name, day, before.get(name, none), after.get(name, none))


def _refuse(name: str, day: np.datetime64, before: Matrix, after: Matrix) -> None:
    same = before.shape == after.shape
    if not same or not np.allclose(before, after, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True):
        raise FutureLeak(f"{name} forecasts from {day} with later days in sight")
