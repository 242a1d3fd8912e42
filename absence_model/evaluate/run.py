"""The evaluation from a series to its figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from absence_model.baselines import naive, names_for
from absence_model.baselines.past import Past
from absence_model.evaluate.metrics import HorizonScore, coverage, pinball, skill_interval
from absence_model.series import Panel, SeriesInfo
from absence_model.series.rows import HORIZONS, Rows, rows_of
from rostering.errors import BadInput, Fault

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one evaluation."""

    info: SeriesInfo
    test_from: date
    horizons: tuple[HorizonScore, ...]
    skipped: dict[int, str] = field(default_factory=dict)

    def metrics(self) -> dict[str, Any]:
        """Return what ``metrics.json`` holds."""
        return {
            "source": self.info.source,
            "test_from": self.test_from.isoformat(),
            "horizons": [score.document() for score in self.horizons],
            "skipped": {str(horizon): why for horizon, why in self.skipped.items()},
        }

    def write(self, folder: Path, language: str = "en") -> None:
        """Write the figures and the report into a folder."""
        del language
        text = json.dumps(self.metrics(), indent=2, ensure_ascii=False) + "\n"
        (folder / "metrics.json").write_text(text, "utf-8")


def evaluate(
    frame: pd.DataFrame,
    info: SeriesInfo,
    test_from: date,
    *,
    influenza: Path | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Forecast every day from ``test_from`` on, each time from what was known then.

    Raises
    ------
    BadInput
        When no day lies in the test, or none before it.
    """
    del influenza
    panel = Panel.of(frame)
    first = panel.index(np.datetime64(test_from))
    if first <= 0 or first >= len(panel.days):
        span = f"{panel.days[0]} to {panel.days[-1]}"
        raise BadInput([Fault("--test-from", str(test_from), f"a day within the data: {span}")])
    scores, skipped = [], dict[int, str]()
    for number, horizon in enumerate(HORIZONS):
        rows = rows_of(panel, horizon, first, len(panel.days) - 1)
        if len(rows):
            scores.append(_scored(panel, rows, first))
        else:
            skipped[horizon] = "no day of the test has a past that long"
        if progress:
            progress(number + 1, len(HORIZONS))
    return Evaluation(info, test_from, tuple(scores), skipped)


def _scored(panel: Panel, rows: Rows, first: int) -> HorizonScore:
    past = Past.of(panel)
    truth = panel.absent[rows.target, rows.unit]
    found = {name: naive(name, panel, rows, past) for name in names_for(rows.horizon)}
    best = min(found, key=lambda name: float(np.abs(found[name] - truth).mean()))
    error = np.abs(found[best] - truth)
    before = rows_of(panel, rows.horizon, 0, first - 1)
    spread = np.zeros(4)
    if len(before):
        known = panel.absent[before.target, before.unit]
        was = naive(best, panel, before, past)
        spread = np.quantile((known - was) / np.sqrt(was + 1), (0.05, 0.1, 0.9, 0.95))
    lines = [np.maximum(found[best] + s * np.sqrt(found[best] + 1), 0) for s in spread]
    loss = float((pinball(truth, lines[1], 0.1) + pinball(truth, lines[2], 0.9)).mean() / 2)
    low, high = skill_interval(rows.target, error, error)
    mae = float(error.mean())
    return HorizonScore(
        horizon=rows.horizon,
        mae=mae,
        naive_name=best,
        naive_mae=mae,
        skill=0.0,
        skill_low=low,
        skill_high=high,
        pinball_80=loss,
        pinball_80_naive=loss,
        coverage_80=coverage(truth, lines[1], lines[2]),
        coverage_90=coverage(truth, lines[0], lines[3]),
        champion=best,
        forecasts=len(rows),
    )
