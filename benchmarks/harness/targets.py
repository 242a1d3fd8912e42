"""What the engine is held to, read from ``targets.toml``, and whether runs reach it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.harness.record import Record
from benchmarks.harness.report.cells import AUTO, Cell

FILE = Path(__file__).parents[1] / "targets.toml"

Limits = dict[str, float]
"""Limits by name; see the head of ``targets.toml``."""


@dataclass(frozen=True, slots=True)
class Row:
    """Instances with what must be reached and what is aimed at.

    ``seconds`` is the longest budget that counts, ``budget`` the one that a campaign gives.
    """

    name: str
    suite: str
    instances: tuple[str, ...]
    seconds: float
    must: Limits
    aim: Limits
    budget: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """One limit against what was found; None where there was nothing to compare."""

    limit: str
    wanted: float
    found: float | None
    reached: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A row's instance with its verdicts; ``cell`` is None where no such run was made."""

    row: Row
    instance: str
    cell: Cell | None
    must: tuple[Verdict, ...]
    aim: tuple[Verdict, ...]


def rows(path: Path = FILE) -> tuple[Row, ...]:
    """Return the rows of a file of targets, in its order."""
    data = tomllib.loads(path.read_text("utf-8"))
    return tuple(_row(entry) for entry in data["row"])


def _row(entry: dict[str, Any]) -> Row:
    usual: dict[str, Any] = {"must": {}, "aim": {}, "budget": entry["seconds"]}
    made = Row(**{**usual, **entry})
    unknown = sorted({*made.must, *made.aim} - set(_LIMITS))
    if unknown:
        raise ValueError(f"{made.name}: no such limit: {', '.join(unknown)}")
    return made


def judge(found: Sequence[Cell], wanted: Sequence[Row]) -> list[Judged]:
    """Return the verdicts of ``auto``'s runs on each row and instance that any run belongs to."""
    made = []
    for row in wanted:
        cells = [_cell(found, row, instance) for instance in row.instances]
        if not any(cells):
            continue
        total = _total(cells)
        for instance, cell in zip(row.instances, cells, strict=True):
            must, aim = (_verdicts(limits, cell, total) for limits in (row.must, row.aim))
            made.append(Judged(row, instance, cell, must, aim))
    return made


def _cell(found: Sequence[Cell], row: Row, instance: str) -> Cell | None:
    """Return the runs with the longest budget that still counts."""
    mine = [
        cell
        for cell in found
        if (cell.place.suite, cell.place.instance) == (row.suite, instance)
        and cell.place.strategy == AUTO
        and cell.place.budget_s <= row.seconds
    ]
    return max(mine, key=lambda cell: cell.place.budget_s, default=None)


def _total(cells: Sequence[Cell | None]) -> float | None:
    """Return the seconds of all cells together, None where one is missing."""
    times = [None if cell is None else cell.median(lambda run: run.wall_s) for cell in cells]
    return None if None in times else sum(time for time in times if time is not None)


def _verdicts(limits: Limits, cell: Cell | None, total: float | None) -> tuple[Verdict, ...]:
    return tuple(_verdict(name, wanted, cell, total) for name, wanted in limits.items())


def _verdict(name: str, wanted: float, cell: Cell | None, total: float | None) -> Verdict:
    if name == "total_s":
        found = total
    else:
        found = None if cell is None or cell.cost is None else _LIMITS[name](cell)
    at_least = name in {"bound", "proved"}
    reached = found is not None and (found >= wanted if at_least else found <= wanted)
    return Verdict(name, wanted, found, reached)


def _first_s(cell: Cell) -> float | None:
    return _worst(cell, lambda run: run.first_s)


def _peak_mb(cell: Cell) -> float | None:
    return _worst(cell, lambda run: run.peak_mb)


def _proved(cell: Cell) -> float:
    return float(all(run.status == "optimal" for run in cell.runs))


def _worst(cell: Cell, pick: Callable[[Record], float | None]) -> float | None:
    values = [pick(run) for run in cell.runs]
    return None if None in values else max(value for value in values if value is not None)


_LIMITS: dict[str, Callable[[Cell], float | None]] = {
    "above": lambda cell: cell.above_best_known,
    "proved": _proved,
    "gap": lambda cell: cell.gap,
    "bound": lambda cell: cell.bound,
    "first_s": _first_s,
    "peak_mb": _peak_mb,
    "total_s": lambda _: None,  # of the whole row
}
