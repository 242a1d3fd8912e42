"""The seeds of one instance and strategy together: medians, and what may not be averaged."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.harness.record import Record

PLAIN = "cpsat"
"""The strategy that the others are measured against."""
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Place:
    """What the runs of a cell have in common."""

    suite: str
    instance: str
    strategy: str
    workers: int
    budget_s: float

    @property
    def setting(self) -> tuple[str, str, int, float]:
        """Everything but the strategy: within it strategies may be compared."""
        return (self.suite, self.instance, self.workers, self.budget_s)


@dataclass(frozen=True, slots=True)
class Cell:
    """All seeds of one place."""

    place: Place
    runs: tuple[Record, ...]

    @property
    def statuses(self) -> str:
        """Every status that a seed ended with."""
        return ", ".join(dict.fromkeys(run.status for run in self.runs))

    @property
    def objective(self) -> float | None:
        """Median objective; None when a seed found no roster, which no number can stand for."""
        found = [run.objective for run in self.runs]
        return (
            None if None in found else statistics.median(cost for cost in found if cost is not None)
        )

    @property
    def cost(self) -> float | None:
        """The objective by which strategies are compared; None when a seed's run failed."""
        return None if any(run.failed for run in self.runs) else self.objective

    @property
    def evaluated(self) -> float | None:
        """Median cost as judged from the written rosters."""
        return _median(run.evaluated for run in self.runs)

    @property
    def bound(self) -> int | None:
        """Highest bound that any seed proved: each of them holds."""
        return max((run.bound for run in self.runs if run.bound is not None), default=None)

    @property
    def gap(self) -> float | None:
        """Median gap of the seeds, each with its own bound."""
        return _median(run.gap for run in self.runs)

    @property
    def best_known(self) -> int | None:
        """What others have reached."""
        return next((run.best_known for run in self.runs if run.best_known is not None), None)

    @property
    def above_best_known(self) -> float | None:
        """Median objective above the best-known cost, as a share of it."""
        if self.objective is None or self.best_known is None:
            return None
        return (self.objective - self.best_known) / max(1, self.best_known)

    @property
    def within_s(self) -> float | None:
        """Median time to within 1 %, None when the median seed did not get there."""
        times = sorted(_or_infinite(run.within_1pct_s) for run in self.runs)
        middle = statistics.median(times)
        return None if middle == float("inf") else middle

    def median(self, pick: Callable[[Record], float | None]) -> float | None:
        """Return the median of a field over the seeds that have it."""
        return _median(pick(run) for run in self.runs)


def _or_infinite(value: float | None) -> float:
    return float("inf") if value is None else value


def _median(values: Iterable[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return statistics.median(there) if there else None


def cells(records: Iterable[Record]) -> list[Cell]:
    """Return the runs by place: suites, instances and budgets in order, plain CP-SAT first."""
    found: dict[Place, list[Record]] = {}
    for run in records:
        place = Place(run.suite, run.instance, run.strategy, run.workers, run.budget_s)
        found.setdefault(place, []).append(run)
    made = [Cell(place, tuple(runs)) for place, runs in found.items()]
    return sorted(made, key=lambda cell: _order(cell.place))


def _order(place: Place) -> tuple[object, ...]:
    first = (place.strategy != PLAIN, place.strategy)
    return (place.suite, natural(place.instance), place.workers, place.budget_s, *first)


def natural(name: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a sort key by which 2 comes before 10, and numbers before words."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts)


def by_setting(found: Sequence[Cell]) -> list[dict[str, Cell]]:
    """Return for each setting its cells by strategy."""
    settings: dict[tuple[str, str, int, float], dict[str, Cell]] = {}
    for cell in found:
        settings.setdefault(cell.place.setting, {})[cell.place.strategy] = cell
    return list(settings.values())
