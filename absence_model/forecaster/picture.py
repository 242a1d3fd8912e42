"""A forecast as a picture: bands over days, a panel a unit, with the last known weeks before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from absence_model.forecaster.card import said
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from absence_model.forecaster.model import Forecaster
    from absence_model.intervals import Predictive

MOST = 8
"""Units in one picture."""
BEFORE = 42
"""Known days that are drawn before the forecast."""
BANDS = ((0.025, 0.975, "#dbe9f4"), (0.1, 0.9, "#9dc3de"), (0.25, 0.75, "#4f93bf"))
LINE, SEEN = "#0b3c5d", "#444444"


def draw(
    fitted: Forecaster,
    forecast: Predictive,
    path: Path,
    units: Sequence[str],
    language: str = "en",
) -> None:
    """Write the picture of some units' forecasts.

    Raises
    ------
    BadInput
        When it cannot be written, or there are more units than fit.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    if len(units) > MOST:
        needed = f"at most {MOST} in a picture: name them with --unit"
        raise BadInput([Fault(str(path), f"{len(units)} units", needed)])
    figure = Figure(figsize=(10, 1 + 2.4 * len(units)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(units), 1, sharex=True, squeeze=False)[:, 0]
    for axis, unit in zip(axes, units, strict=True):
        _panel(axis, fitted, forecast, unit, language)
    axes[0].legend(loc="upper left", ncols=5, fontsize=8, frameon=False)
    try:
        figure.savefig(path, dpi=130, format="png", metadata={"Software": None})
    except OSError as error:
        found = f"a place that cannot be written to ({error.strerror or 'not possible'})"
        raise BadInput([Fault(str(path), found, "another one")]) from error


def _panel(axis: Axes, fitted: Forecaster, forecast: Predictive, unit: str, language: str) -> None:
    mine = (forecast.frame["unit"] == unit).to_numpy()
    dates = forecast.frame.loc[mine, "date"].to_numpy()
    for low, high, colour in BANDS:
        name = said(f"band.{round(100 * (high - low))}", language)
        lines = (forecast.quantile(level)[mine] for level in (low, high))
        axis.fill_between(dates, *lines, color=colour, step="mid", label=name, linewidth=0)
    mean = forecast.mean[mine]
    axis.step(dates, mean, where="mid", color=LINE, label=said("middle", language))
    at = fitted.panel.units.index(unit)
    axis.plot(
        fitted.panel.days[-BEFORE:].astype("datetime64[s]"),
        fitted.panel.absent[-BEFORE:, at],
        ".",
        color=SEEN,
        markersize=4,
        label=said("seen", language),
    )
    axis.set_title(unit, loc="left", fontsize=10)
    axis.set_ylabel(said(f"axis.{fitted.info.measure}", language))
    axis.set_ylim(bottom=0)
    axis.grid(axis="y", color="#e5e5e5", linewidth=0.6)
    axis.set_axisbelow(True)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
