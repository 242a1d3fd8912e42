"""A roster as an Excel workbook: the grid, the score card, the breaches and a legend."""

from __future__ import annotations

import io
from pathlib import Path

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.writers.atomic import write_bytes
from rostering.writers.roster_book.card_sheets import fill_breaches, fill_card
from rostering.writers.roster_book.grid_sheet import fill_grid
from rostering.writers.roster_book.legend_sheet import fill_legend
from rostering.writers.roster_grid import roster_grid


def write_roster_workbook(
    problem: Problem, roster: Roster, card: ScoreCard | None, path: str | Path
) -> None:
    """Write a roster as a workbook with the sheets Turnus, Poengkort, Brudd and Tegnforklaring.

    Raises
    ------
    BadInput
        When roster and problem do not belong together, or the file cannot be written.
    """
    from openpyxl import Workbook

    grid = roster_grid(problem, roster)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    fill_grid(book.create_sheet("Turnus"), problem, grid, card)
    fill_card(book.create_sheet("Poengkort"), problem, card)
    fill_breaches(book.create_sheet("Brudd"), problem, card)
    fill_legend(book.create_sheet("Tegnforklaring"), problem, grid)
    stream = io.BytesIO()
    book.save(stream)
    write_bytes(path, stream.getvalue())
