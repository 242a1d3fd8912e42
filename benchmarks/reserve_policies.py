"""`python -m benchmarks.reserve_policies`: the reference simulation of reserves, seed by seed.

Sixty invented units, five years of history and one of test: what a day's reserve costs when it is
decided by nothing, a rule of thumb, the unit's mean, the forecast, or an oracle who knows the
calendar. All policies meet the same absence.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from absence_model.reserve.compare import Interval, Line, Result, lines
from absence_model.reserve.reference import FORECAST, MEAN, ORACLE, SEEDS, reference

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from absence_model.intervals import Predictive

OUT = Path("build/bench-reserve-policies.json")
AT_ONCE = 2  # worlds
NEAR_ORACLE = 0.7
"""Points that the pooled forecast may cost more than the pooled calendar oracle; none is 100."""


def fitted_forecast(series: pd.DataFrame, first: dt.date, days: int) -> Predictive:
    """Fit what the product fits, and forecast a year."""
    from absence_model.forecaster.fit import fit
    from absence_model.series import SeriesInfo

    return fit(series, SeriesInfo("reference", "own", "shifts")).forecast(first, days)


def one_world(seed: int) -> dict[tuple[str, bool], Result]:
    """Return the results of one world."""
    return reference(seed, fitted_forecast)


def measured(seeds: Iterable[int] = SEEDS, at_once: int = AT_ONCE) -> tuple[Line, ...]:
    """Return the reference simulation's lines with the product's own forecast."""
    begun, worlds = time.monotonic(), []
    with ProcessPoolExecutor(at_once, mp_context=get_context("spawn")) as pool:
        for found in pool.map(one_world, seeds):
            worlds.append(found)
            costs = {name: found[name, True].cost for name in (FORECAST, ORACLE, MEAN)}
            told = ", ".join(f"{name} {cost:.2f}" for name, cost in costs.items())
            spent = time.monotonic() - begun
            sys.stderr.write(f"world {len(worlds)}, pooled: {told} ({spent:.0f} s)\n")
    return lines(worlds, ORACLE, MEAN)


def verdict(found: Iterable[Line]) -> dict[str, bool]:
    """Return what the pooled forecast must show, and whether it does."""
    pooled = next(line for line in found if line.policy == FORECAST and line.pooled)
    oracle, mean = pooled.against_oracle, pooled.against_mean
    return {
        f"within {NEAR_ORACLE} points of the calendar oracle": oracle is not None
        and oracle.mean <= NEAR_ORACLE,
        "better than the unit mean on average": mean is not None and mean.mean < 0,
    }


def table(found: Iterable[Line]) -> Table:
    """Return the lines as a printable table."""
    shown = Table(
        title="Cost of absence by reserve policy, no reserve = 100 [95 %, paired by world]"
    )
    shown.add_column("policy")
    for heading in (
        "cost", "minus oracle", "minus unit mean", "reserve h", "called h", "idle h", "uncovered",
    ):  # fmt: skip
        shown.add_column(heading, justify="right")
    for line in sorted(found, key=lambda one: one.pooled):
        shown.add_row(
            f"{line.policy}, {'pooled' if line.pooled else 'per unit'}",
            _told(line.cost),
            _told(line.against_oracle),
            _told(line.against_mean),
            *(f"{hours:,.0f}" for hours in (line.reserve_hours, line.called_hours)),
            *(f"{number:,.0f}" for number in (line.idle_hours, line.uncovered)),
        )
    return shown


def _told(found: Interval | None) -> str:
    return "" if found is None else f"{found.mean:.2f} [{found.low:.2f}, {found.high:.2f}]"


def main() -> int:
    """Run the simulation, show it, and fail when the forecast does not show what it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=len(SEEDS), help="how many worlds")
    asked = parser.parse_args()
    found = measured(range(1, asked.seeds + 1))
    console = Console(width=None if sys.stdout.isatty() else 150)
    console.print(table(found))
    told = verdict(found)
    for what, kept in told.items():
        console.print(f"pooled forecast {what}: {'yes' if kept else 'NO'}")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    document = {"lines": [asdict(line) for line in found], "verdict": told}
    OUT.write_text(json.dumps(document, indent=1) + "\n")
    return 0 if all(told.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
