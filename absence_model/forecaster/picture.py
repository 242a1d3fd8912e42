"""A forecast as a picture: bands over days, a panel a unit, with the last known weeks before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from absence_model.forecaster.card import dated, said
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from absence_model.forecaster.model import Forecaster
    from absence_model.intervals import Predictive

MOST = 8
"""Units in one picture."""
BEFORE, LEAST_BEFORE = 42, 21
"""Known days that are drawn before the forecast: at most, and at least."""
MOST_TICKS = 8
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
    figure = Figure(figsize=(10, 1.2 + 2.4 * len(units)), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots(len(units), 1, sharex=True, squeeze=False)[:, 0]
    for axis, unit in zip(axes, units, strict=True):
        _panel(axis, fitted, forecast, unit, language)
    _date_ticks(axes[-1], language)
    handles, labels = axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=5, fontsize=9, frameon=False)
    try:
        figure.savefig(path, dpi=130, format="png", metadata={"Software": None})
    except OSError as error:
        found = f"a place that cannot be written to ({error.strerror or 'not possible'})"
        raise BadInput([Fault(str(path), found, "another one")]) from error


def _panel(axis: Axes, fitted: Forecaster, forecast: Predictive, unit: str, language: str) -> None:
    _bands(axis, forecast, unit, language)
    at = fitted.panel.units.index(unit)
    before = min(BEFORE, max(LEAST_BEFORE, 2 * int((forecast.frame["unit"] == unit).sum())))
    axis.plot(
        fitted.panel.days[-before:].astype("datetime64[s]"),
        fitted.panel.absent[-before:, at],
        ".",
        color=SEEN,
        markersize=5,
        clip_on=False,
        label=said("seen", language),
    )
    last = fitted.silent.get(unit)
    told = "" if last is None else f" ({said('until', language, date=dated(last, language))})"
    axis.set_title(f"{unit}{told}", loc="left", fontsize=10)
    axis.set_ylabel(said(f"axis.{fitted.info.measure}", language))
    axis.set_ylim(bottom=0)
    if fitted.info.measure != "hours":
        axis.yaxis.get_major_locator().set_params(integer=True)
    axis.grid(axis="y", color="#e5e5e5", linewidth=0.6)
    axis.set_axisbelow(True)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)


def _bands(axis: Axes, forecast: Predictive, unit: str, language: str) -> None:
    """Draw each day as wide as any other, from noon to noon round its tick."""
    mine = (forecast.frame["unit"] == unit).to_numpy()
    noon = np.timedelta64(12, "h")
    dates = forecast.frame.loc[mine, "date"].to_numpy().astype("datetime64[h]")
    edges = np.append(dates - noon, dates[-1] + noon)

    def steps(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.append(values[mine], values[mine][-1])

    for low, high, colour in BANDS:
        name = said(f"band.{round(100 * (high - low))}", language)
        lines = (steps(forecast.quantile(level)) for level in (low, high))
        axis.fill_between(edges, *lines, color=colour, step="post", label=name, linewidth=0)
    middle = said("middle", language)
    axis.step(edges, steps(forecast.mean), where="post", color=LINE, label=middle)


def _date_ticks(axis: Axes, language: str) -> None:
    from matplotlib.dates import MO, WeekdayLocator, num2date
    from matplotlib.ticker import FuncFormatter

    weeks = (axis.get_xlim()[1] - axis.get_xlim()[0]) / 7
    axis.xaxis.set_major_locator(WeekdayLocator(MO, interval=max(1, round(weeks / MOST_TICKS))))
    axis.xaxis.set_major_formatter(FuncFormatter(lambda x, _: dated(num2date(x).date(), language)))
