"""`python -m benchmarks.swaps`: all swaps of single duties of the nursing home, in a table."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.kept_rosters import fixed_roster
from fixtures import ward
from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput
from rostering.swap import Swap, require_swap, swaps_for

OUT = Path("build/bench-swaps.json")
WARD = "nursing_home"


@dataclass(frozen=True, slots=True)
class Row:
    """What one thing takes: median and worst seconds, and as times one judged line.

    ``wall`` is the clock, ``processor`` what this process got of it.
    """

    what: str
    asked: int
    wall: float
    wall_worst: float
    processor: float
    processor_worst: float
    lines: float
    lines_worst: float


def line_seconds(court: Court, roster: Roster) -> float:
    """Return the named baseline: processor seconds to build and judge one person's line."""
    plan = court.index.plan(roster.assignments)
    planned = {person: line.planned for person, line in plan.lines.items()}
    started = time.process_time()
    for person, duties in planned.items():
        list(court.judge_line(court.index.line(person, duties)))
    return (time.process_time() - started) / len(planned)


class Clock:
    """Times of one thing, each beside the baseline at that moment."""

    def __init__(self, court: Court, roster: Roster) -> None:
        self._court, self._roster = court, roster
        self._times: list[tuple[float, float, float]] = []

    def run(self, work: Callable[[], tuple[Swap, ...]]) -> tuple[Swap, ...]:
        """Do something once and keep what it took; nothing is kept of what is refused."""
        before = line_seconds(self._court, self._roster)
        wall, processor = time.perf_counter(), time.process_time()
        try:
            found = work()
        except BadInput:  # a duty under known absence, which nobody may swap
            return ()
        took = time.perf_counter() - wall, time.process_time() - processor
        baseline = (before + line_seconds(self._court, self._roster)) / 2
        self._times.append((*took, took[1] / baseline))
        return found

    def row(self, what: str) -> Row:
        """Return median and worst of all that was done."""
        wall, processor, lines = (list(times) for times in zip(*self._times, strict=True))
        return Row(
            what=what,
            asked=len(self._times),
            wall=statistics.median(wall),
            wall_worst=max(wall),
            processor=statistics.median(processor),
            processor_worst=max(processor),
            lines=statistics.median(lines),
            lines_worst=max(lines),
        )


def measure(problem: Problem, roster: Roster, many: int) -> list[Row]:
    """Ask for the swaps of some duties, spread evenly over the roster."""
    court, today = Court.of(problem, roster), problem.horizon.start
    line_seconds(court, roster)  # the ward's tables are made when they are first asked for
    two, three, asked = (Clock(court, roster) for _ in range(3))
    step = max(1, len(roster.assignments) // many)
    for duty in roster.assignments[::step][:many]:
        two.run(partial(_swaps, court, roster, duty, three_way=False))
        found = three.run(partial(_swaps, court, roster, duty, three_way=True))
        for swap in found[:1]:
            asked.run(partial(_required, court, roster, swap, today))
    return [
        two.row("two people"),
        three.row("two and three people"),
        asked.row("one swap that is asked for"),
    ]


def _swaps(court: Court, roster: Roster, duty: Assignment, *, three_way: bool) -> tuple[Swap, ...]:
    where = (duty.person, duty.date, duty.shift)
    return swaps_for(court, roster, *where, today=roster.start, three_way=three_way)


def _required(court: Court, roster: Roster, swap: Swap, today: date) -> tuple[Swap, ...]:
    return (require_swap(court, roster, swap, today),)


def table(rows: list[Row]) -> Table:
    """Return the rows as a printable table."""
    shown = Table(title=f"Swaps on {WARD} (measured on this machine, in this run)")
    for heading in (
        *("what", "asked", "wall s", "worst", "processor s", "worst"),
        *("x one line", "worst"),
    ):
        shown.add_column(heading, justify="left" if heading == "what" else "right")
    for row in rows:
        seconds = (row.wall, row.wall_worst, row.processor, row.processor_worst)
        shown.add_row(
            row.what,
            str(row.asked),
            *(f"{figure:.3f}" for figure in seconds),
            *(f"{figure:.0f}" for figure in (row.lines, row.lines_worst)),
        )
    return shown


def main() -> None:
    """Run the benchmark and write ``build/bench-swaps.json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.swaps", description=__doc__)
    parser.add_argument("--duties", type=int, default=20, metavar="N", help="duties to swap")
    parser.add_argument("--roster", type=Path, metavar="FILE", help="another roster of the ward")
    given = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    if given.roster is None:
        problem, roster = fixed_roster(WARD)
    else:
        problem = ward(WARD)
        roster = Roster.model_validate_json(given.roster.read_text("utf-8"))
    rows = measure(problem, roster, given.duties)
    console.print(table(rows))
    console.print("one line: to build and judge one person's line of twelve weeks, all rules")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
