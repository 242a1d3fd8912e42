"""What the runs say of the strategies: how fast against plain CP-SAT, where worse, what is odd."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.harness.record import Record
from benchmarks.harness.report.cells import AUTO, PLAIN, Cell, by_setting

NEAR = 0.005
"""How far above the best single strategy ``auto`` may stay: half a percent."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Time to within 1 % of the best known, as a multiple of plain CP-SAT's.

    Geometric mean over ``instances`` of the geometric mean over seeds; a run that never got there
    counts as its budget. In ``never`` instances neither got there with any seed, which counts 1.
    """

    strategy: str
    ratio: float
    instances: int
    never: int


def speeds(found: Sequence[Cell]) -> list[Speed]:
    """Return the speed of each strategy that shares settings and seeds with plain CP-SAT."""
    logs: dict[str, list[float]] = {}
    never: dict[str, int] = {}
    for setting in by_setting(found):
        plain = setting.get(PLAIN)
        for strategy, cell in setting.items():
            pairs = [] if plain is None or strategy == PLAIN else _pairs(cell, plain)
            if pairs:
                ratios = [math.log(_time(one) / _time(other)) for one, other in pairs]
                logs.setdefault(strategy, []).append(statistics.fmean(ratios))
                lost = all(run.within_1pct_s is None for pair in pairs for run in pair)
                never[strategy] = never.get(strategy, 0) + lost
    return [
        Speed(strategy, math.exp(statistics.fmean(means)), len(means), never[strategy])
        for strategy, means in logs.items()
    ]


def _pairs(cell: Cell, plain: Cell) -> list[tuple[Record, Record]]:
    seeds = {run.seed: run for run in plain.runs}
    return [(run, seeds[run.seed]) for run in cell.runs if run.seed in seeds]


def _time(run: Record) -> float:
    shortest = 0.001  # the clock's own step in the files
    return max(shortest, run.budget_s if run.within_1pct_s is None else run.within_1pct_s)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A strategy's cell against another's in the same setting."""

    cell: Cell
    other: Cell

    @property
    def worse(self) -> float | None:
        """Share by which the median cost lies above the other's; None without two costs."""
        mine, theirs = self.cell.cost, self.other.cost
        if mine is None or theirs is None:
            return None
        return (mine - theirs) / max(1.0, theirs)


def against_plain(found: Sequence[Cell]) -> dict[str, list[Comparison]]:
    """Return for each strategy its comparisons with plain CP-SAT, where that ran too."""
    made: dict[str, list[Comparison]] = {}
    for setting in by_setting(found):
        plain = setting.get(PLAIN)
        for strategy, cell in setting.items():
            if plain is not None and strategy != PLAIN:
                made.setdefault(strategy, []).append(Comparison(cell, plain))
    return made


def is_worse(comparison: Comparison, tolerance: float = 0.0) -> bool:
    """Return whether the first is worse; a cell without a cost is worse than any with one."""
    if comparison.other.cost is None:
        return False
    return comparison.worse is None or comparison.worse > tolerance


def auto_against_best(found: Sequence[Cell]) -> list[Comparison]:
    """Return ``auto`` against the best single strategy of each setting that has both."""
    made = []
    for setting in by_setting(found):
        singles = [cell for name, cell in setting.items() if name != AUTO]
        if AUTO in setting and singles:
            best = min(singles, key=_cost)
            made.append(Comparison(setting[AUTO], best))
    return made


def _cost(cell: Cell) -> float:
    return math.inf if cell.cost is None else cell.cost


def oddities(records: Sequence[Record]) -> Iterator[str]:
    """Yield what cannot be right, or needs a second look."""
    best: dict[tuple[str, str], int] = {}
    for run in records:
        if run.objective is not None and not run.failed:
            place = (run.suite, run.instance)
            best[place] = min(run.objective, best.get(place, run.objective))
    for run in records:
        yield from _of_run(run, best.get((run.suite, run.instance)))


def _of_run(run: Record, best: int | None) -> Iterator[str]:
    if run.failed:
        told = ", ".join(f"{rule} {count}" for rule, count in run.broken.items())
        judged = f"objective {run.objective}, judged {run.evaluated}"
        yield f"{run.key}: {run.status}; {run.trouble or judged}{'; ' + told if told else ''}"
    known = run.best_known
    if run.bound is not None and known is not None and run.bound > known:
        yield f"{run.key}: the bound {run.bound} lies above the best-known cost {known}"
    if run.bound is not None and best is not None and run.bound > best:
        yield f"{run.key}: the bound {run.bound} lies above a roster of {best} in these files"
    if run.objective is not None and known is not None and run.objective < known:
        yield f"{run.key}: the cost {run.objective} lies below the best-known cost {known}"
