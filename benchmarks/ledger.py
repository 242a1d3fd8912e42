"""`make bench-ledger`: drawn wards over four rosters in a row, with the ledger and without.

Everything but the ledger is the same: ward, demand, wishes, absences, seed and steps of work, which
give the same rosters on every machine.
The spread is the standard deviation of points per full-time post over all who share a burden, after
the last roster; less is fairer.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, pstdev

from rich.console import Console
from rich.table import Table

from fixtures.drawn import drawn, following
from rostering.burden import Ledger, carried_on, ledger
from rostering.burden.count import ALL
from rostering.domain.problem import Problem
from rostering.solve import Budget, solve

OUT = Path("build/bench-ledger.json")
START = date(2027, 8, 30)  # a Monday; the fourth roster ends on 19 December
PERIODS = 4
AT_ONCE = 2  # wards
TOGETHER = "all together"
FULL = 100.0  # position size of a full-time post, per cent


@dataclass(frozen=True, slots=True)
class Row:
    """One ward one way: the spread of each burden after the last roster, and rosters found."""

    ward: int
    with_ledger: bool
    rosters: int
    spread: dict[str, float]


def measure(number: int, steps: float, with_ledger: bool) -> Row:
    """Roster one ward four times in a row."""
    problem = drawn(number, START)
    found: Ledger | None = None
    made = 0
    for period in range(PERIODS):
        budget = Budget(seconds=None, steps=steps, workers=1, seed=1)
        done = solve(problem, budget, strategy="lns")
        if done.roster is None:
            break
        made += 1
        # without the ledger the points are kept all the same, but nobody plans by them
        kept = problem if found is None else _carrying(problem, found)
        found = ledger(kept, done.roster)
        carried = carried_on(found) if with_ledger else ()
        problem = following(problem, done.roster, carried, number, period + 1)
    return Row(number, with_ledger, made, {} if found is None else _spread(found))


def _spread(found: Ledger) -> dict[str, float]:
    """Return the spread of each burden and of all points together, per full-time post."""
    spread = {str(burden): found.spread[burden] for burden in ALL}
    there = [one for one in found.people if one.size > 0]
    totals = [sum(entry.after for entry in one.entries) * FULL / one.size for one in there]
    return spread | {TOGETHER: pstdev(totals)}


def _carrying(problem: Problem, found: Ledger) -> Problem:
    return problem.model_copy(update={"ledger": carried_on(found)})


def main() -> int:
    """Measure the wards asked for, show a table and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wards", type=int, default=20)
    parser.add_argument("--steps", type=float, default=2.0, help="of work for each roster")
    asked = parser.parse_args()
    tasks = [(n, asked.steps, way) for n in range(1, asked.wards + 1) for way in (False, True)]
    rows: list[Row] = []
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(measure, *task) for task in tasks]):
            rows.append(done.result())
            sys.stderr.write(f"{rows[-1]}\n")
    rows.sort(key=lambda row: (row.ward, row.with_ledger))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    _show(rows)
    return 0


def _show(rows: list[Row]) -> None:
    whole = {r.ward for r in rows if r.rosters == PERIODS}
    whole -= {r.ward for r in rows if r.rosters < PERIODS}
    grid = Table(title=f"Spread per full-time post after {PERIODS} rosters, {len(whole)} wards")
    for head in ("burden", "without", "with", "ratio", "wards that are fairer"):
        grid.add_column(head, justify="right")
    for burden in (*ALL, TOGETHER):
        held = {(r.ward, r.with_ledger): r.spread[burden] for r in rows if r.ward in whole}
        without, with_it = ([held[w, way] for w in sorted(whole)] for way in (False, True))
        if not any(without):
            continue
        fairer = sum(b < a for a, b in zip(without, with_it, strict=True))
        ratio = f"{mean(with_it) / mean(without):.2f}"
        told = (f"{mean(without):.2f}", f"{mean(with_it):.2f}", ratio, f"{fairer} of {len(whole)}")
        grid.add_row(burden, *told)
    Console().print(grid)


if __name__ == "__main__":
    sys.exit(main())
