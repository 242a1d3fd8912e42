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

from absence_model.evaluate import pictures, report
from absence_model.evaluate.files import write_bytes
from absence_model.evaluate.metrics import HorizonScore, Vector, coverage, pinball, skill_interval
from absence_model.evaluate.rolling import Rolling, Run
from absence_model.intervals.levels import LEVELS
from absence_model.series import Panel, SeriesInfo
from absence_model.series.influenza import read_influenza
from absence_model.series.rows import HORIZONS
from rostering.errors import BadInput, Fault

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one evaluation."""

    info: SeriesInfo
    panel: Panel
    test_from: date
    horizons: tuple[HorizonScore, ...]
    runs: dict[int, Run]
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
        """Write the report, its pictures and, last, the figures into a folder."""
        say = report.words(language)
        pictures.skill(self.horizons, say, folder / "skill.png")
        for horizon, run in self.runs.items():
            pictures.bands(self.panel, run, say, folder / f"forecast-{horizon}.png")
        write_bytes(folder / "report.md", report.markdown(self, language).encode())
        text = json.dumps(self.metrics(), indent=2, ensure_ascii=False) + "\n"
        write_bytes(folder / "metrics.json", text.encode())


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
    panel = Panel.of(frame)
    first = panel.index(np.datetime64(test_from))
    if first <= 0 or first >= len(panel.days):
        span = f"{panel.days[0]} to {panel.days[-1]}"
        raise BadInput([Fault("--test-from", str(test_from), f"a day within the data: {span}")])
    runs, skipped = dict[int, Run](), dict[int, str]()
    flu = None if influenza is None else read_influenza(influenza, info.country, panel.days)
    races = {horizon: Rolling(panel, info, horizon, first, flu) for horizon in HORIZONS}
    total = sum(len(part) for race in races.values() for part in race.segments())
    steps = iter(range(1, total + 1))
    for horizon, race in races.items():
        if len(race.test):
            runs[horizon] = race.run(lambda: progress and progress(next(steps), total))
        else:
            skipped[horizon] = "no day of the test has a past that long"
    scores = tuple(score(run) for run in runs.values())
    return Evaluation(info, panel, test_from, scores, runs, skipped)


def score(run: Run) -> HorizonScore:
    """Return the figures of a horizon."""
    truth, naive = run.truth, run.naive[run.best_naive]
    error, plain = np.abs(run.middle - truth), np.abs(naive - truth)
    low, high = skill_interval(run.rows.target, error, plain, run.horizon)
    at = {level: run.quantiles[:, LEVELS.index(level)] for level in (0.05, 0.1, 0.9, 0.95)}
    other = {level: run.naive_quantiles[:, LEVELS.index(level)] for level in (0.1, 0.9)}
    return HorizonScore(
        horizon=run.horizon,
        mae=float(error.mean()),
        naive_name=run.best_naive,
        naive_mae=float(plain.mean()),
        skill=1 - float(error.mean()) / max(float(plain.mean()), 1e-12),
        skill_low=low,
        skill_high=high,
        pinball_80=_pinball_80(truth, at[0.1], at[0.9]),
        pinball_80_naive=_pinball_80(truth, other[0.1], other[0.9]),
        coverage_80=coverage(truth, at[0.1], at[0.9]),
        coverage_90=coverage(truth, at[0.05], at[0.95]),
        champion=run.champion,
        forecasts=len(truth),
    )


def _pinball_80(truth: Vector, low: Vector, high: Vector) -> float:
    """Return the mean pinball loss of the two ends of the 80 % interval."""
    return float((pinball(truth, low, 0.1) + pinball(truth, high, 0.9)).mean() / 2)
