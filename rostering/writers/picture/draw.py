"""The parts of the picture: headline, blocks of weeks with staffing, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from rostering.writers import palette
from rostering.writers.picture.bands import Band
from rostering.writers.picture.layout import (
    BLOCK_HEAD,
    DAY,
    LEGEND_ROW,
    LEGEND_STEP,
    MARGIN,
    NAMES,
    ROW,
    Block,
    Layout,
    legend_columns,
)
from rostering.writers.picture.legend import legend
from rostering.writers.roster_grid import Grid, GridCell, GridDay, GridRow, Staffing

if TYPE_CHECKING:
    from rostering.writers.picture.canvas import Canvas

_LEFT = MARGIN + NAMES
_SUM_HEADS = ("Plan t", "Avtalt t", "Avvik t", "Helg", "Natt")
_SUM_WIDTHS = (4.6, 5.0, 5.0, 3.6, 3.6)


def draw_head(canvas: Canvas, title: str, under: str) -> None:
    """Draw the headline and the line under it."""
    canvas.text((MARGIN, 4.0), title, 17, palette.HEAD, "left", bold=True)
    canvas.text((MARGIN, 7.6), under, 10.5, palette.FAINT_INK, "left")


def draw_block(canvas: Canvas, problem: Problem, grid: Grid, plan: Layout, block: Block) -> None:
    """Draw the days of one block for everybody, and the staffing under them."""
    shifts = {shift.code: shift for shift in problem.shifts}
    days = range(block.first, block.last + 1)
    for day in days:
        _day_head(canvas, grid.days[day], _x(block, day), block)
    top = block.y + BLOCK_HEAD
    for number, row in enumerate(grid.rows):
        y = top + number * ROW
        _name(canvas, row, y)
        for day in days:
            _duty(canvas, (_x(block, day), y), row.cells[day], grid.days[day], shifts)
        if block.sums:
            _sums(canvas, row, _x(block, block.last + 1) + 0.8, y)
    if block.sums:
        _sum_heads(canvas, _x(block, block.last + 1) + 0.8, top - ROW / 2)
    bottom = _staffing(canvas, plan.bands, grid, block, top + len(grid.rows) * ROW + ROW * 0.5)
    for day in days:
        if grid.days[day].weekday == 1:
            x = _x(block, day)
            canvas.line((x, block.y), (x, bottom), "#7F7F7F")


def _x(block: Block, day: int) -> float:
    return _LEFT + (day - block.first) * DAY


def _day_head(canvas: Canvas, day: GridDay, x: float, block: Block) -> None:
    fill = palette.ABSENT if day.red else "#FFFFFF"
    ink = palette.UNDER_MINIMUM if day.holiday else palette.INK
    if day.weekday == 1 or x == _LEFT:
        canvas.text(
            (x + 0.4, block.y + 1.1), f"Uke {day.week}", 8.5, palette.HEAD, "left", bold=True
        )
    canvas.box((x, block.y + 2.3), (DAY, 4.7), fill, palette.LINE)
    name = palette.WEEKDAY[day.weekday - 1]
    canvas.text((x + DAY / 2, block.y + 3.6), name, 7, ink, bold=True)
    canvas.text((x + DAY / 2, block.y + 5.8), f"{day.date.day}.{day.date.month}", 5.6, ink)


def _name(canvas: Canvas, row: GridRow, y: float) -> None:
    name = row.person.name if len(row.person.name) <= 24 else row.person.name[:23] + "…"
    canvas.text((MARGIN, y + ROW / 2), name, 8, align="left")
    if row.percent:
        percent = f"{row.percent:.4g}".replace(".", ",") + " %"
        canvas.text((_LEFT - 0.7, y + ROW / 2), percent, 7, palette.FAINT_INK, "right")


def _duty(
    canvas: Canvas,
    at: tuple[float, float],
    cell: GridCell,
    day: GridDay,
    shifts: dict[str, ShiftType],
) -> None:
    fill, ink = palette.RED_DAY if day.red else "#FFFFFF", palette.INK
    if cell.codes:
        fill = palette.colour(shifts[cell.codes[0]])
        ink = palette.ink_on(fill)
    elif cell.absence:
        fill, ink = palette.ABSENT, palette.FAINT_INK
    canvas.box(at, (DAY, ROW), fill, palette.LINE)
    if cell.text:
        middle = (at[0] + DAY / 2, at[1] + ROW / 2)
        italic = not cell.codes
        canvas.text(middle, cell.text, _fit(cell.text), ink, bold=not italic, italic=italic)


def _fit(text: str) -> float:
    """Return the font size at which a code fits its box."""
    return max(3.2, min(8.0, 26.0 / max(1, len(text))))


def _sum_heads(canvas: Canvas, x: float, y: float) -> None:
    for title, width in zip(_SUM_HEADS, _SUM_WIDTHS, strict=True):
        canvas.text((x + width, y), title, 6.5, palette.FAINT_INK, "right", bold=True)
        x += width


def _sums(canvas: Canvas, row: GridRow, x: float, y: float) -> None:
    hours = [row.planned / 60, row.agreed / 60]
    texts = [*(f"{h:.1f}".replace(".", ",") for h in hours)]
    texts.append(f"{hours[0] - hours[1]:+.1f}".replace(".", ",").replace("-", "−"))
    for text, width in zip([*texts, str(row.weekends), str(row.nights)], _SUM_WIDTHS, strict=True):
        canvas.text((x + width, y + ROW / 2), text, 7, align="right")
        x += width


def _staffing(canvas: Canvas, bands: tuple[Band, ...], grid: Grid, block: Block, y: float) -> float:
    """Draw a line for each band of demand; return where the last one ends."""
    for band in bands:
        canvas.text((_LEFT - 0.7, y + ROW / 2), band.name, 7, palette.HEAD, "right", bold=True)
        for day in range(block.first, block.last + 1):
            _level(canvas, (_x(block, day), y), band.days[day], grid.days[day])
        y += ROW
    return y


def _level(canvas: Canvas, at: tuple[float, float], now: Staffing | None, day: GridDay) -> None:
    fill, ink = palette.RED_DAY if day.red else "#FFFFFF", palette.INK
    if now is not None and now.under_minimum:
        fill, ink = palette.UNDER_MINIMUM, "#FFFFFF"
    elif now is not None and now.under_target:
        fill = palette.UNDER_TARGET
    canvas.box(at, (DAY, ROW), fill, palette.LINE)
    if now is not None:
        bold = now.under_target
        text = f"{now.have}/{now.target}"
        canvas.text((at[0] + DAY / 2, at[1] + ROW / 2), text, 6.2, ink, bold=bold)


def draw_legend(canvas: Canvas, problem: Problem, grid: Grid, plan: Layout) -> None:
    """Draw what colours and codes mean, in as many lines as it takes."""
    columns = legend_columns(plan.width)
    y = plan.legend_y
    for number, (fill, code, name) in enumerate(legend(problem, grid)):
        line, column = divmod(number, columns)
        x, y = MARGIN + column * LEGEND_STEP, plan.legend_y + line * LEGEND_ROW
        canvas.box((x, y), (DAY, ROW), fill, palette.LINE)
        canvas.text((x + DAY / 2, y + ROW / 2), code, _fit(code), palette.ink_on(fill), bold=True)
        canvas.text((x + DAY + 0.8, y + ROW / 2), name, 8, align="left")
    note = "Nederst i hver del: på jobb / mål.  * = egen rolle, for eksempel ansvarsvakt."
    canvas.text((MARGIN, y + ROW * 2.1), note, 8, palette.FAINT_INK, "left")
