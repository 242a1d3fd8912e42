"""Curves of the best roster and the bound over time, and bars of what is left unproved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness.record import Record
from benchmarks.harness.report.cells import Cell

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#1F4E79", "#C55A11", "#548235", "#7F3F98", "#B8860B", "#444444")
INK = "#333333"
DPI = 110


def anytime(cells: Sequence[Cell], path: Path) -> None:
    """Draw incumbent (full) and bound (dashed) of every run of one instance, by strategy.

    Seeds share a colour; the dotted line is the best-known cost. Costs far above the end of all
    runs are cut off at the top, so that the end can be seen.
    """
    figure, axes = _page(7.2, 4.2)
    runs = [run for cell in cells for run in cell.runs]
    names = list(dict.fromkeys(cell.place.strategy for cell in cells))
    for cell in cells:
        colour = COLOURS[names.index(cell.place.strategy) % len(COLOURS)]
        for number, run in enumerate(cell.runs):
            _curves(axes, run, colour, cell.place.strategy if number == 0 else None)
    known = next((run.best_known for run in runs if run.best_known is not None), None)
    if known is not None:
        axes.axhline(known, color="black", linestyle=":", linewidth=1.2, label="best known")
    _clock(axes)
    axes.set_ylabel("cost", color=INK)
    axes.set_ylim(*_window(runs, known))
    place = cells[0].place
    axes.set_title(f"{place.suite} {place.instance}", color=INK, fontsize=11)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(frameon=False, fontsize=8)
    _save(figure, path)


def _clock(axes: Axes) -> None:
    """Make the lower axis one of seconds, each decade parted by 1, 2 and 5."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda seconds, _: f"{seconds:g}"))
    axes.set_xlabel("seconds", color=INK)


def _curves(axes: Axes, run: Record, colour: str, label: str | None) -> None:
    """Draw one run; both curves go on to the end of its time."""
    costs = [(s, cost) for s, cost, _ in run.trace if cost is not None]
    bounds = [(s, bound) for s, _, bound in run.trace if bound is not None]
    for points, style, named in ((costs, "-", label), (bounds, "--", None)):
        if points:
            seconds = [max(point[0], 0.01) for point in points] + [max(run.wall_s, 0.01)]
            values = [point[1] for point in points] + [points[-1][1]]
            axes.step(
                *(seconds, values, style),
                where="post",
                color=colour,
                linewidth=1.2,
                label=named,
            )


def _window(runs: Sequence[Record], known: int | None) -> tuple[float, float]:
    """Return the lowest and the highest cost that the picture shows."""
    ends = [run.objective for run in runs if run.objective is not None]
    bounds = [run.bound for run in runs if run.bound is not None]
    marks = [*ends, *bounds, *([] if known is None else [known])] or [0]
    low, high = min(marks), max(marks)
    room = max(1.0, 0.25 * (high - low), 0.05 * high)
    return low - 0.2 * room, high + room


def gaps(cells: Sequence[Cell], path: Path) -> None:
    """Draw the gap of each instance and strategy of a suite, medians over seeds."""
    shown = [cell for cell in cells if cell.gap is not None]
    figure, axes = _page(7.2, 1.2 + 0.24 * max(3, len(shown)))
    names = list(dict.fromkeys(cell.place.strategy for cell in cells))
    for row, cell in enumerate(shown):
        colour = COLOURS[names.index(cell.place.strategy) % len(COLOURS)]
        axes.barh(row, 100 * (cell.gap or 0.0), color=colour, height=0.75)
    axes.set_yticks(range(len(shown)))
    axes.set_yticklabels([_named(cell) for cell in shown], fontsize=7)
    axes.invert_yaxis()
    axes.set_xlabel("gap between cost and bound, percent of the cost", color=INK)
    axes.set_xlim(left=0)
    _save(figure, path)


def _named(cell: Cell) -> str:
    place = cell.place
    return f"{place.instance}  {place.strategy}  {place.budget_s:g} s"


def _page(width: float, height: float) -> tuple[Figure, Axes]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=INK, labelsize=8)
    return figure, axes


def _save(figure: Figure, path: Path) -> None:
    import io

    from rostering.writers.atomic import write_bytes

    data = io.BytesIO()
    figure.savefig(data, format="png", dpi=DPI)
    write_bytes(path, data.getvalue())
