"""`make bench-engine`: every bundled ward solved on two workers, one line judged, in a table."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from fixtures import WARDS, ward
from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.solve import Budget, solve

OUT = Path("build/bench-engine.json")
ROUNDS = 30
USUAL = tuple(name for name in WARDS if name != "year_plan")
"""A year needs more than a minute to its first roster: ask for it with ``--wards year_plan``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One ward's figures; seconds, points, MB and microseconds."""

    ward: str
    staff: int
    days: int
    seed: int
    status: str
    first_s: float | None
    seconds: float
    objective: int | None
    bound: int | None
    gap: float | None
    peak_mb: float | None
    line_us: float | None
    line_ratio: float | None


def measure(name: str, seconds: float, workers: int, seed: int) -> Row:
    """Solve one ward and time the judging of its people's lines."""
    problem = ward(name)
    outcome = solve(problem, Budget(seconds=seconds, workers=workers, seed=seed))
    line_us = None if outcome.roster is None else _line_us(problem, outcome.roster)
    return Row(
        ward=name,
        staff=len(problem.people),
        days=problem.horizon.days,
        seed=seed,
        status=outcome.status.value,
        first_s=outcome.first_s,
        seconds=outcome.seconds,
        objective=outcome.objective,
        bound=outcome.bound,
        gap=outcome.gap,
        peak_mb=outcome.peak_mb,
        line_us=line_us,
        line_ratio=None if line_us is None else line_us / _yardstick_us(),
    )


def _line_us(problem: Problem, roster: Roster) -> float:
    """Return the median time to build and judge one person's line, in microseconds."""
    court = Court.of(problem)
    plan = court.index.plan(roster.assignments)
    planned = {person: line.planned for person, line in plan.lines.items()}

    def once() -> None:
        for person, duties in planned.items():
            list(court.judge_line(court.index.line(person, duties)))

    once()
    return _median_us(once) / len(planned)


def _yardstick_us() -> float:
    """Return the time of the named baseline: sorting and summing 1,000 integers."""
    numbers = [(7919 * n) % 1000 for n in range(1000)]
    return _median_us(lambda: sum(sorted(numbers)))


def _median_us(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e6)
    return statistics.median(times)


def table(rows: list[Row]) -> Table:
    """Return the rows as a printable table."""
    shown = Table(title="Engine on the bundled wards (measured on this machine, in this run)")
    for heading in (
        "ward", "staff x days", "seed", "status", "first lawful s", "seconds", "objective",
        "bound", "gap", "peak MB", "line us", "x baseline",
    ):  # fmt: skip
        shown.add_column(heading, justify="left" if heading in {"ward", "status"} else "right")
    for row in rows:
        shown.add_row(
            row.ward, f"{row.staff} x {row.days}", str(row.seed), row.status,
            _number(row.first_s, 1), _number(row.seconds, 1), str(row.objective), str(row.bound),
            "-" if row.gap is None else f"{row.gap:.1%}", _number(row.peak_mb, 0),
            _number(row.line_us, 0), _number(row.line_ratio, 1),
        )  # fmt: skip
    return shown


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def main() -> None:
    """Run the benchmark and write ``build/bench-engine.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wards", default=",".join(USUAL), help="comma-separated names")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seeds", default="1", help="comma-separated whole numbers")
    given = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    rows = []
    for name in given.wards.split(","):
        for seed in given.seeds.split(","):
            console.print(f"{name} (seed {seed}): {given.seconds:g} s ...")
            rows.append(measure(name, given.seconds, given.workers, int(seed)))
    console.print(table(rows))
    console.print("baseline of the last column: sorting and summing 1,000 integers")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
