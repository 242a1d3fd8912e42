"""`python -m benchmarks.stress`: the stress test of a ward's roster, and one shift's stand-ins.

Processor seconds of this process (``time.process_time``), so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.kept_rosters import fixed_roster
from fixtures import WARDS, ward
from rostering.check import Court
from rostering.domain.roster import Roster
from rostering.readers import read_roster
from rostering.replan.stand_ins import OpenDuty, stand_ins
from rostering.replan.stress import StressTest, stress_test

OUT = Path("build/bench-stress.json")
SHIFTS = 20
TARGET_S = 60.0
"""Twelve weeks of 32 people are to take no longer on one free core."""


@dataclass(frozen=True, slots=True)
class Row:
    """One ward's figures; processor seconds, milliseconds a shift, and shares of day-samples."""

    ward: str
    staff: int
    days: int
    duties: int
    samples: int
    seed: int
    court_s: float
    stress_s: float
    stand_ins_ms: float
    covered: tuple[float, ...]
    single_points: int


def measure(name: str, samples: int, seed: int, file: Path | None) -> Row:
    """Stress one ward's roster, read or searched for, and rank stand-ins for some of its shifts."""
    if file is None:
        problem, roster = fixed_roster(name)
    else:
        problem, roster = ward(name), read_roster(file)
    begun = time.process_time()
    court = Court.of(problem, roster)
    court_s = time.process_time() - begun
    begun = time.process_time()
    found: StressTest = stress_test(court, roster, samples=samples, seed=seed)
    stress_s = time.process_time() - begun
    return Row(
        ward=name,
        staff=len(problem.people),
        days=problem.horizon.days,
        duties=len(roster.assignments),
        samples=samples,
        seed=seed,
        court_s=court_s,
        stress_s=stress_s,
        stand_ins_ms=_stand_ins_ms(court, roster),
        covered=tuple(row.share for row in found.sick_calls),
        single_points=len(found.single_points),
    )


def _stand_ins_ms(court: Court, roster: Roster) -> float:
    """Return the mean processor time to rank stand-ins for one shift, in milliseconds."""
    some = roster.assignments[:: max(1, len(roster.assignments) // SHIFTS)]
    now = dt.datetime.combine(court.index.problem.horizon.start, dt.time())
    begun = time.process_time()
    for duty in some:
        asked = OpenDuty(
            date=duty.date, shift=duty.shift, unit=duty.unit, role=duty.role, person=duty.person
        )
        stand_ins(court, roster, asked, now=now)
    return (time.process_time() - begun) * 1000 / len(some)


def table(rows: list[Row]) -> Table:
    """Return the rows as a printable table."""
    shown = Table(title="Stress test and stand-ins (processor time of this run)")
    for heading in (
        "ward", "staff x days", "duties", "draws a day", "seed", "stress s", "one shift ms",
        "covered with 1, 2, 3 sick", "single points",
    ):  # fmt: skip
        shown.add_column(heading, justify="left" if heading == "ward" else "right")
    for row in rows:
        shown.add_row(
            row.ward, f"{row.staff} x {row.days}", str(row.duties), str(row.samples),
            str(row.seed), f"{row.stress_s:.1f}", f"{row.stand_ins_ms:.0f}",
            ", ".join(f"{share:.1%}" for share in row.covered), str(row.single_points),
        )  # fmt: skip
    return shown


def main() -> None:
    """Run the benchmark and write ``build/bench-stress.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wards", default="nursing_home", help=f"some of {','.join(WARDS)}")
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--seeds", default="1", help="comma-separated whole numbers")
    parser.add_argument("--roster", type=Path, help="a roster of the one ward that is named")
    given = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    rows = []
    for name in given.wards.split(","):
        for seed in given.seeds.split(","):
            console.print(f"{name} (seed {seed}): {given.samples} draws a day ...")
            rows.append(measure(name, given.samples, int(seed), given.roster))
    console.print(table(rows))
    console.print(f"the nursing home is to take no more than {TARGET_S:.0f} s")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
