"""A report as a PDF to print: A4, as many pages as it takes."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tasksharing.report.blocks import Block, Bullets, Figure, Grid, Heading, Report, Text
from tasksharing.report.picture import WIDTH, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

_PAGE = (8.27, 11.69)
_MARGIN, _FOOT = 0.64, 0.7
_INK, _FAINT, _RULE = "#1b2a33", "#45555f", "#c3ced5"
#: Width of an average letter, and height of a line, in parts of the font size.
_LETTER, _LINE = 0.56, 1.45
_GAP = 0.12


def pdf(report: Report) -> bytes:
    """Return a report as PDF; equal input gives equal bytes."""
    from matplotlib.backends.backend_pdf import PdfPages

    stream = io.BytesIO()
    nameless = {"CreationDate": None, "Producer": None, "Creator": None, "Title": report.title}
    with style():
        paper = _Paper()
        paper.write(report.title, 16, bold=True)
        for block, after in zip(report.blocks, (*report.blocks[1:], None), strict=True):
            if isinstance(block, Heading):  # stays with the picture that follows it
                paper.room(_with(after))
            _put(paper, block)
        with PdfPages(stream, metadata=nameless) as pages:
            for number, page in enumerate(paper.pages, 1):
                foot = f"{report.title} · {number}/{len(paper.pages)}"
                _say(page, (_MARGIN, _PAGE[1] - 0.4), foot, 7.5, _FAINT)
                pages.savefig(page)
    return stream.getvalue()


class _Paper:
    """Pages that are filled from the top; a block that does not fit begins a new one."""

    def __init__(self) -> None:
        self.pages: list[Drawing] = []
        self.top = 0.0
        self._turn()

    def _turn(self) -> None:
        from matplotlib.figure import Figure as Drawing

        self.pages.append(Drawing(figsize=_PAGE, facecolor="white"))
        self.top = _MARGIN

    def room(self, height: float) -> bool:
        """Turn the page when there is no room for a height in inches; return whether it did."""
        full = self.top + height > _PAGE[1] - _FOOT
        if full:
            self._turn()
        return full

    def write(self, text: str, size: float, *, bold: bool = False, indent: float = 0.0) -> None:
        """Write a paragraph and go on below it."""
        lines = _wrapped(text, _PAGE[0] - 2 * _MARGIN - indent, size * (1.06 if bold else 1.0))
        for line in lines:
            self.room(_height(size))
            self.line(line, (_MARGIN + indent, self.top), size, bold=bold)
            self.top += _height(size)
        self.top += _GAP

    def line(self, text: str, at: tuple[float, float], size: float, *, bold: bool = False) -> None:
        """Write one line at a place on this page."""
        _say(self.pages[-1], at, text, size, _INK, bold=bold)

    def rule(self) -> None:
        """Draw a thin line across the page."""
        from matplotlib.lines import Line2D

        y = 1 - self.top / _PAGE[1]
        xs = [_MARGIN / _PAGE[0], 1 - _MARGIN / _PAGE[0]]
        self.pages[-1].add_artist(Line2D(xs, [y, y], color=_RULE, linewidth=0.6))

    def figure(self, figure: Figure) -> None:
        """Draw a picture across the page, and its words under it."""
        self.room(figure.height + 0.5)
        left, width = (_MARGIN + 0.35) / _PAGE[0], (WIDTH - 0.5) / _PAGE[0]
        bottom = 1 - (self.top + figure.height - 0.6) / _PAGE[1]
        axes = (left, bottom, width, (figure.height - 0.75) / _PAGE[1])
        drawn = self.pages[-1].add_axes(axes)
        figure.draw(drawn)
        self._inside(drawn, figure.height)
        self.top += figure.height
        self.write(figure.told, 8.5)

    def _inside(self, axes: Axes, height: float) -> None:
        """Make a picture narrower where its names would leave the margins, lower where its foot."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        page = self.pages[-1]
        FigureCanvasAgg(page)
        used = axes.get_tightbbox()
        if used is None:
            return
        box, inch = axes.get_position(), page.dpi
        left = max(0.0, _MARGIN - used.x0 / inch) / _PAGE[0]
        right = max(0.0, used.x1 / inch - (_PAGE[0] - _MARGIN)) / _PAGE[0]
        foot = max(0.0, (_PAGE[1] - self.top - height) - used.y0 / inch) / _PAGE[1]
        width, high = box.width - left - right, box.height - foot
        axes.set_position((box.x0 + left, box.y0 + foot, width, high))


def _with(after: Block | None) -> float:
    """Return the height of a heading and of what must stand on its page."""
    if isinstance(after, Figure):
        return after.height + 1.0
    return 1.9 if isinstance(after, Heading) else 1.1


def _put(paper: _Paper, block: object) -> None:
    if isinstance(block, Heading):
        paper.top += 0.1
        paper.write(block.text, 12 if block.level == 2 else 10.5, bold=True)
    elif isinstance(block, Text):
        paper.write(block.text, 9.5, bold=block.strong)
    elif isinstance(block, Bullets):
        for item in block.items:
            paper.write(f"• {item}", 9.5, indent=0.1)
    elif isinstance(block, Grid):
        _grid(paper, block)
    elif isinstance(block, Figure):
        paper.figure(block)


def _grid(paper: _Paper, grid: Grid) -> None:
    widths = _widths(grid)
    paper.room(0.8)
    _row(paper, grid, grid.heads, widths, bold=True)
    for row in grid.rows:
        _row(paper, grid, row, widths, bold=False)
    paper.top += _GAP


def _row(
    paper: _Paper, grid: Grid, cells: Sequence[str], widths: Sequence[float], *, bold: bool
) -> None:
    size = 8.5
    texts = [_wrapped(text, width - 0.1, size) for text, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in texts) * _height(size) + 0.06
    if paper.room(height) and not bold:
        _row(paper, grid, grid.heads, widths, bold=True)  # a new page has the headings too
    left = _MARGIN
    for column, (lines, width) in enumerate(zip(texts, widths, strict=True)):
        for number, line in enumerate(lines):
            at = (left, paper.top + 0.03 + number * _height(size))
            if column in grid.numbers:
                place = (left + width - 0.1, at[1])
                _say(paper.pages[-1], place, line, size, _INK, bold=bold, right=True)
            else:
                paper.line(line, at, size, bold=bold)
        left += width
    paper.top += height
    paper.rule()


def _widths(grid: Grid) -> list[float]:
    """Return column widths in inches: short columns as wide as they need, the rest shared."""
    whole = _PAGE[0] - 2 * _MARGIN
    columns = zip(grid.heads, *grid.rows, strict=True)
    wanted = [max(map(len, column)) * 0.075 + 0.15 for column in columns]
    narrow = whole / len(wanted)
    small = sum(w for w in wanted if w <= narrow)
    large = sum(w for w in wanted if w > narrow)
    if not large or small + large <= whole:
        return [w * whole / (small + large) for w in wanted]
    return [w if w <= narrow else w * (whole - small) / large for w in wanted]


def _wrapped(text: str, width: float, size: float) -> list[str]:
    letters = max(4, int(width * 72 / (size * _LETTER)))
    return textwrap.wrap(text.replace("\N{NO-BREAK SPACE}", "\x00"), letters) or [""]


def _height(size: float) -> float:
    return size * _LINE / 72


def _say(
    page: Drawing,
    at: tuple[float, float],
    text: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    page.text(
        at[0] / _PAGE[0],
        1 - at[1] / _PAGE[1],
        text.replace("\x00", "\N{NO-BREAK SPACE}"),
        fontsize=size,
        color=colour,
        va="top",
        ha="right" if right else "left",
        fontweight="bold" if bold else "normal",
        parse_math=False,
    )
