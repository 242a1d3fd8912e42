"""A roster as a picture, PNG or SVG: whole weeks in blocks under each other."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from rostering.writers.headline import headline, subtitle
from rostering.writers.picture.draw import draw_block, draw_head, draw_legend
from rostering.writers.picture.layout import Layout, layout
from rostering.writers.roster_grid import roster_grid

if TYPE_CHECKING:
    from rostering.writers.picture.canvas import Canvas

_KINDS = {".png": "png", ".svg": "svg"}


def draw_roster(problem: Problem, roster: Roster, card: ScoreCard | None, path: str | Path) -> None:
    """Draw the grid of a roster; equal input gives an equal file.

    Parameters
    ----------
    problem, roster, card
        What to draw; without a card the headline tells no points.
    path
        The file, ending in .png or .svg.

    Raises
    ------
    BadInput
        When the ending is another one, roster and problem do not belong together, or the file
        cannot be written.
    """
    kind = _KINDS.get(Path(path).suffix.lower())
    if kind is None:
        guess = "the name should end in .png"
        found = f"a file name ending in {Path(path).suffix or 'nothing'!r}"
        raise BadInput([Fault(str(path), found, "a name ending in .png or .svg", guess)])
    grid = roster_grid(problem, roster)
    plan = layout(problem, grid)
    from rostering.writers.picture.canvas import Canvas  # loads matplotlib

    canvas = Canvas(plan.width, plan.height)
    draw_head(canvas, headline(problem), subtitle(problem, card))
    for block in plan.blocks:
        draw_block(canvas, problem, grid, plan, block)
    draw_legend(canvas, problem, grid, plan)
    write_bytes(path, _rendered(canvas, plan, kind))


def _rendered(canvas: Canvas, plan: Layout, kind: str) -> bytes:
    import matplotlib as mpl

    stream = io.BytesIO()
    with warnings.catch_warnings(), mpl.rc_context({"svg.hashsalt": "helseturnus"}):
        warnings.simplefilter("ignore")  # a letter that the font does not have becomes a box
        nameless = {"Date": None} if kind == "svg" else {"Software": None}
        canvas.figure.savefig(stream, format=kind, dpi=plan.dpi, metadata=nameless)
    return stream.getvalue()
