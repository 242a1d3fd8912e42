"""A figure of a report as SVG or PNG; equal input gives equal bytes."""

from __future__ import annotations

import io
import warnings
from contextlib import AbstractContextManager
from html import escape
from typing import TYPE_CHECKING

from tasksharing.report.blocks import Figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

WIDTH = 7.0
_NAMELESS = {
    "svg": {"Date": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Producer": None, "Creator": None},
}


def style() -> AbstractContextManager[None]:
    """Return the settings under which every picture and page is drawn."""
    import matplotlib as mpl

    return mpl.rc_context(
        {"svg.hashsalt": "helseturnus", "pdf.fonttype": 42, "font.family": "DejaVu Sans"}
    )


def picture(figure: Figure, kind: str) -> bytes:
    """Return a figure as ``svg`` or ``png``."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawing

    with style():
        drawing = Drawing(figsize=(WIDTH, figure.height), facecolor="white", layout="constrained")
        FigureCanvasAgg(drawing)
        figure.draw(drawing.add_subplot())
        return rendered(drawing, kind)


def rendered(drawing: Drawing, kind: str) -> bytes:
    """Return a drawing's bytes, without date or maker in them."""
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font does not have becomes a box
        drawing.savefig(stream, format=kind, dpi=150, metadata=_NAMELESS[kind])
    return stream.getvalue()


def inline_svg(figure: Figure) -> str:
    """Return a figure as an SVG element with its words for those who cannot see it."""
    svg = picture(figure, "svg").decode()
    start = svg.index("<svg")
    head = f'<svg role="img" aria-label="{escape(figure.told)}"'
    return head + svg[start + len("<svg") :].strip()
