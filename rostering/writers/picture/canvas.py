"""Boxes and text on a page: all that the picture needs of matplotlib."""

from __future__ import annotations

from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from rostering.writers.palette import INK

UNITS_PER_INCH = 10.0
Align = Literal["left", "center", "right"]


class Canvas:
    """A white page; lengths are tenths of an inch, y grows downwards from the top."""

    def __init__(self, width: float, height: float) -> None:
        size = (width / UNITS_PER_INCH, height / UNITS_PER_INCH)
        self.figure = Figure(figsize=size, facecolor="white")
        FigureCanvasAgg(self.figure)
        self._axes: Axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()

    def box(
        self,
        at: tuple[float, float],
        size: tuple[float, float],
        fill: str,
        line: str | None = None,
    ) -> None:
        """Draw a filled box whose upper left corner is ``at``."""
        edge = {"edgecolor": line, "linewidth": 0.5} if line else {"linewidth": 0.0}
        self._axes.add_patch(Rectangle(at, *size, facecolor=fill, **edge))

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw a line."""
        xs, ys = zip(start, end, strict=True)
        self._axes.plot(xs, ys, color=colour, linewidth=1.1, solid_capstyle="butt")

    def text(
        self,
        at: tuple[float, float],
        text: str,
        size: float,
        colour: str = INK,
        align: Align = "center",
        *,
        bold: bool = False,
        italic: bool = False,
    ) -> None:
        """Write text, vertically centred on ``at``; signs such as $ mean themselves."""
        self._axes.text(
            *at,
            text.replace("\n", " "),
            fontsize=size,
            color=colour,
            ha=align,
            va="center_baseline",
            fontweight="bold" if bold else "normal",
            fontstyle="italic" if italic else "normal",
            fontfamily="DejaVu Sans",
            parse_math=False,
        )
