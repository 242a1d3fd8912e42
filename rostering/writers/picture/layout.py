"""Where everything goes in the picture; one unit is a tenth of an inch, y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.problem import Problem
from rostering.writers.picture.bands import Band, bands
from rostering.writers.picture.legend import legend
from rostering.writers.roster_grid import Grid

DAY = 3.0
ROW = 2.3
NAMES = 27.0
SUMS = 22.0
MARGIN = 4.0
HEAD = 11.0
BLOCK_HEAD = 7.0
GAP = 4.0
LEGEND = 8.0
LEGEND_ROW = 3.2
LEGEND_STEP = 22.0
SMALLEST_WIDTH = 110.0
MOST_WEEKS = 6
_LARGEST = 16_000  # pixels on the longer side


@dataclass(frozen=True, slots=True)
class Block:
    """Days ``first`` to ``last`` (indices, both included); ``y`` is its top."""

    first: int
    last: int
    y: float
    sums: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Size of the picture and the places of its parts."""

    width: float
    height: float
    dpi: int
    blocks: tuple[Block, ...]
    bands: tuple[Band, ...]
    legend_y: float


def layout(problem: Problem, grid: Grid) -> Layout:
    """Return blocks of at most six weeks, as even as can be, that begin on Mondays."""
    spans = _spans(grid)
    demand = bands(problem, grid)
    tall = BLOCK_HEAD + ROW * (len(grid.rows) + len(demand) + 1.5) + GAP
    blocks = tuple(
        Block(first, last, HEAD + number * tall, sums=last == len(grid.days) - 1)
        for number, (first, last) in enumerate(spans)
    )
    widest = max((b.last - b.first + 1) * DAY + (SUMS if b.sums else 0.0) for b in blocks)
    width = max(2 * MARGIN + NAMES + widest, SMALLEST_WIDTH)
    legend_y = HEAD + len(blocks) * tall
    more = (len(legend(problem, grid)) - 1) // legend_columns(width)
    height = legend_y + LEGEND + LEGEND_ROW * more
    dpi = max(60, min(150, int(_LARGEST / (max(width, height) / 10))))
    return Layout(width, height, dpi, blocks, demand, legend_y)


def legend_columns(width: float) -> int:
    """Return how many signs of the legend stand side by side."""
    return int((width - 2 * MARGIN) // LEGEND_STEP)


def _spans(grid: Grid) -> list[tuple[int, int]]:
    starts = [n for n, day in enumerate(grid.days) if n == 0 or day.weekday == 1]
    blocks = -(-len(starts) // MOST_WEEKS)
    weeks = -(-len(starts) // blocks)
    firsts = starts[::weeks]
    lasts = [*(first - 1 for first in firsts[1:]), len(grid.days) - 1]
    return list(zip(firsts, lasts, strict=True))
