"""The signs of the picture and what they mean."""

from __future__ import annotations

from rostering.domain.problem import Problem
from rostering.writers import palette
from rostering.writers.roster_grid import Grid

_LONGEST_NAME = 22


def legend(problem: Problem, grid: Grid) -> list[tuple[str, str, str]]:
    """Return fill, code and meaning of each sign that the picture uses."""
    away = {cell.absence for row in grid.rows for cell in row.cells}
    signs = [
        (palette.colour(s), s.code, (s.name or palette.KIND_NAME[s.kind])[:_LONGEST_NAME])
        for s in problem.shifts
        if any(grid.heads[s.code])
    ]
    signs += [
        (palette.ABSENT, code, palette.DAY_NAME[kind])
        for kind, code in palette.DAY_CODE.items()
        if code in away
    ]
    return [
        *signs,
        (palette.RED_DAY, "", "Helg eller helligdag"),
        (palette.UNDER_TARGET, "2/3", "Færre enn målet"),
        (palette.UNDER_MINIMUM, "1/3", "Færre enn minimum"),
    ]
