"""Pictures of an evaluation: skill by horizon, coverage, and the forecast of the largest unit."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from absence_model.evaluate.files import write_bytes
from absence_model.intervals.levels import LEVELS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from absence_model.evaluate.metrics import HorizonScore
    from absence_model.evaluate.rolling import Run
    from absence_model.series import Panel

BLUE, ORANGE, INK = "#1F4E79", "#C55A11", "#333333"


def skill(scores: tuple[HorizonScore, ...], words: dict[str, str], path: Path) -> None:
    """Draw skill with its interval, and coverage beside the band that is asked for."""
    figure, (left, right) = _page(9.0, 3.4, 2)
    places = np.arange(len(scores))
    values = 100 * np.array([s.skill for s in scores])
    ends = [
        (s.skill, s.skill) if s.skill_low is None else (s.skill_low, s.skill_high) for s in scores
    ]
    low, high = 100 * np.array(ends, float).T
    bars = np.maximum(np.stack([values - low, high - values]), 0)
    left.bar(places, values, color=BLUE, width=0.6, yerr=bars, ecolor=INK, capsize=3)
    left.axhline(0, color=INK, linewidth=0.8)
    left.set_title(words["skill"], fontsize=10)
    right.axhspan(75, 87, color="#DDE8F3")
    right.axhline(80, color=INK, linewidth=0.8, linestyle=":")
    right.plot(places, [100 * s.coverage_80 for s in scores], "o", color=BLUE)
    right.set_ylim(50, 100)
    right.set_title(words["coverage"], fontsize=10)
    for axes in (left, right):
        axes.set_xticks(places, [str(s.horizon) for s in scores])
        axes.set_xlabel(words["horizon"])
        axes.set_ylabel("%")
    _save(figure, path)


def bands(panel: Panel, run: Run, words: dict[str, str], path: Path) -> None:
    """Draw what came and the 80 % band for the unit with the largest level."""
    unit = int(np.argmax(np.bincount(run.rows.unit, weights=run.truth)))
    rows = np.flatnonzero(run.rows.unit == unit)
    rows = rows[np.argsort(run.rows.target[rows])]
    days = panel.days[run.rows.target[rows]]
    figure, (axes,) = _page(9.0, 3.4, 1)
    low, high = (run.quantiles[rows, LEVELS.index(level)] for level in (0.1, 0.9))
    axes.fill_between(days, low, high, color="#BBD0E6", label=words["band"])
    axes.plot(days, run.middle[rows], color=BLUE, linewidth=1.0, label=words["forecast"])
    axes.plot(days, run.truth[rows], ".", color=ORANGE, markersize=4, label=words["came"])
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False, fontsize=8, loc="lower left")
    axes.set_title(words["unit"].format(unit=panel.units[unit], days=run.horizon), fontsize=10)
    _save(figure, path)


def _page(width: float, height: float, parts: int) -> tuple[Figure, tuple[Axes, ...]]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    made = tuple(figure.add_subplot(1, parts, n + 1) for n in range(parts))
    for axes in made:
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        axes.tick_params(colors=INK, labelsize=8)
    return figure, made


def _save(figure: Figure, path: Path) -> None:
    data = io.BytesIO()
    figure.savefig(data, format="png", dpi=110)
    write_bytes(path, data.getvalue())
