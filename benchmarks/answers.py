"""`make bench-answers`: how long a manager waits for why, for repairs and for receipts.

The ward is the nursing home (32 people, 12 weeks) on a roster that the engine made once. Beside
each time stands what it must be; the exit code is 1 when one is not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.kept_rosters import fixed_roster
from rostering.domain.people import Exemption
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.domain.shifts import ShiftKind
from rostering.explain.coach import diagnose
from rostering.explain.receipts import median_width, receipts, widths
from rostering.replan.repair import Disruption, Gone, Repair, repair
from rostering.solve import Budget

OUT = Path("build/bench-answers.json")
CALLS = 20  # sick calls that are repaired
OPTIONS = 3
FEW_NIGHTS = 3  # people who may still work nights where the coach is asked


@dataclass(frozen=True, slots=True)
class Row:
    """One question: how often asked, seconds at the median and at worst, and the limit."""

    question: str
    asked: int
    median_s: float
    worst_s: float
    must_s: float
    told: str

    @property
    def held(self) -> bool:
        """Whether the worst one was in time."""
        return self.worst_s <= self.must_s


def without_nights(problem: Problem) -> Problem:
    """Return the ward with all but a few people exempt from nights: no lawful roster is left."""
    barred = Exemption(kinds=(ShiftKind.NIGHT,))
    people = tuple(
        person
        if number < FEW_NIGHTS
        else person.model_copy(update={"exemptions": (*person.exemptions, barred)})
        for number, person in enumerate(problem.people)
    )
    return problem.model_copy(update={"people": people})


def why(problem: Problem) -> Row:
    """Ask the coach about a ward of 32 without a roster."""
    began, used = time.monotonic(), _processor()
    found = diagnose(without_nights(problem), Budget(seconds=27.0, workers=2))
    took, used = time.monotonic() - began, _processor() - used
    proved = sum(clash.proved and clash.irreducible for clash in found.clashes)
    told = f"{found.status}, {len(found.shortfalls)} shortfalls, {proved} clashes proved"
    told = f"{told}, {len(found.relaxations)} ways out, {used:.0f} s of processor time"
    return Row("why", 1, took, took, 30.0, told)


def _processor() -> float:
    """Return the processor time of all solving processes that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def repairs(problem: Problem, roster: Roster) -> Row:
    """Repair one sick call after another, each on the published roster."""
    duties = sorted(roster.assignments, key=lambda duty: (duty.date, duty.person))
    chosen = duties[:: max(1, len(duties) // CALLS)][:CALLS]
    times, few, proved, used = [], 0, 0, time.process_time()
    for duty in chosen:
        now = dt.datetime.combine(duty.date, dt.time(5, 40))
        gone = Disruption(gone=(Gone(person=duty.person, first=duty.date),))
        began = time.monotonic()
        found = repair(problem, roster, gone, now=now)
        times.append(time.monotonic() - began)
        few += bool(found.openings) and differing(found) < OPTIONS
        proved += found.fewer is not None and found.fewer.proved
    used = (time.process_time() - used) / len(chosen)
    told = f"{few} of {len(chosen)} with fewer than {OPTIONS} options, {proved} of them proved"
    told = f"{told}, {used:.1f} s of processor time each"
    return Row("repair", len(times), statistics.median(times), max(times), 5.0, told)


def differing(found: Repair) -> int:
    """Return how many options differ in who meets the openings, or in what way."""
    told = (
        {(f.opening.date, f.opening.shift, f.opening.role, f.way, f.person) for f in one.fills}
        for one in found.options
    )
    return len({frozenset(fills) for fills in told})


def priced(problem: Problem, roster: Roster, seconds: float) -> Row:
    """Price the refused wishes of the ward."""
    began = time.monotonic()
    found = receipts(problem, roster, Budget(seconds=seconds, workers=2))
    took = time.monotonic() - began
    refused = sum(one.status != "granted" for one in found.receipts)
    told = f"{len(widths(found))} of {refused} refused priced, median width {median_width(found)}"
    return Row("receipts", 1, took, took, seconds + 5, told)


def main() -> int:
    """Ask all, show a table, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    asked = parser.parse_args()
    problem, roster = fixed_roster("nursing_home")
    rows = [why(problem), repairs(problem, roster), priced(problem, roster, asked.seconds)]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    grid = Table(title="Answers, nursing home of 32 people and 12 weeks")
    for head in ("question", "asked", "median s", "worst s", "must s", "told"):
        grid.add_column(head)
    for row in rows:
        times = (f"{row.median_s:.2f}", f"{row.worst_s:.2f}", f"{row.must_s:.0f}")
        grid.add_row(row.question, str(row.asked), *times, row.told)
    Console().print(grid)
    return 0 if all(row.held for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
