"""`make bench-report`: 60 people over a year, checked, reported and written, in a table."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from rostering.check import check
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.report import control_report
from rostering.writers import write_json
from rostering.writers.control_report import write_control_page, write_control_workbook

OUT = Path("build/bench-report.json")
START = date(2027, 1, 4)
UNIT = "post"
# Six weeks, Monday to Sunday: every other weekend, nights in two blocks, 36.5 hours a week.
LINE = "DFAAAFF FDDAFDD NNNNFFF AFDANNN FDADDFF DAFDDAA".replace(" ", "")
WEEK, WEEKEND = (1, 2, 3, 4, 5), (6, 7)
ABSENT_WEEKS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One step's median seconds of the clock and of the processor, and times a ``check``."""

    step: str
    seconds: float
    processor: float
    ratio: float


def year(people: int, days: int) -> tuple[Problem, Roster]:
    """Return a ward and a patterned roster of it: no solver, the same every time."""
    problem = Problem.model_validate(
        {
            "name": f"{people} x {days}",
            "horizon": {"start": START, "days": days},
            "units": [{"id": UNIT, "name": "Sykehjemspost"}],
            "competences": [{"code": "SPL"}],
            "shifts": [
                _shift("D", "day", "07:30", "15:00"),
                _shift("A", "evening", "14:45", "22:15"),
                {**_shift("N", "night", "22:00", "07:45"), "crosses_midnight": True},
            ],
            "people": [_person(number) for number in range(people)],
            "demand": [_row(code, people, days) for code in "DAN" for days in (WEEK, WEEKEND)],
            "absences": [_vacation(number, days) for number in range(people)],
            "agreements": [{"id": "turnus", "level": "L2", "document": "Turnusavtale"}],
        }
    )
    roster = Roster(
        problem_name=problem.name,
        problem_hash="",
        start=START,
        days=days,
        assignments=tuple(a for number in range(people) for a in _duties(number, days)),
    )
    return problem, roster


def _shift(code: str, kind: str, start: str, end: str) -> dict[str, object]:
    return {"code": code, "kind": kind, "start": start, "end": end, "unpaid_break": 30}


def _person(number: int) -> dict[str, object]:
    return {
        "id": f"p{number:03}",
        "name": f"Ansatt {number + 1}",
        "home_unit": UNIT,
        "positions": [{"id": "1", "unit": UNIT, "percent": 100}],
        "competences": [{"code": "SPL"}] if number % 2 == 0 else [],
    }


def _row(code: str, people: int, weekdays: tuple[int, ...]) -> dict[str, object]:
    """Return a demand row: what the pattern gives on its poorest day, a third less at least."""
    lines = min(LINE[day - 1 :: 7].count(code) for day in weekdays)
    heads = lines * people // (len(LINE) // 7)
    return {
        "id": f"{code} {'hverdag' if weekdays == WEEK else 'helg'}",
        "units": [UNIT],
        "shifts": [code],
        "weekdays": weekdays,
        "minimum": heads * 2 // 3,
        "target": heads,
    }


def _away(number: int, days: int) -> tuple[int, int]:
    first = 7 * (number % max(1, days // 7 - ABSENT_WEEKS))
    return first, min(days, first + 7 * ABSENT_WEEKS) - 1


def _vacation(number: int, days: int) -> dict[str, object]:
    first, last = _away(number, days)
    return {
        "person": f"p{number:03}",
        "kind": "vacation",
        "first": START + timedelta(days=first),
        "last": START + timedelta(days=last),
    }


def _duties(number: int, days: int) -> list[Assignment]:
    first, last = _away(number, days)
    entry = 7 * (number % (len(LINE) // 7))
    return [
        Assignment(person=f"p{number:03}", date=START + timedelta(days=day), shift=code, unit=UNIT)
        for day in range(days)
        if (code := LINE[(entry + day) % len(LINE)]) != "F" and not first - 1 <= day <= last
    ]


def measure(people: int, days: int, rounds: int) -> list[Row]:
    """Time each step on its own."""
    problem, roster = year(people, days)
    report = control_report(problem, roster)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        steps: dict[str, Callable[[], object]] = {
            "check": lambda: check(problem, roster, "nb"),
            "report": lambda: control_report(problem, roster),
            "page (HTML)": lambda: write_control_page(report, place / "kontroll.html"),
            "workbook (Excel)": lambda: write_control_workbook(report, place / "kontroll.xlsx"),
            "data (JSON)": lambda: write_json(report, place / "kontroll.json"),
        }
        took = {name: _medians(step, rounds) for name, step in steps.items()}
    _, base = took["check"]
    return [Row(name, clock, work, work / base) for name, (clock, work) in took.items()]


def _medians(step: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return median seconds of the clock, and of the processor, which others cannot slow."""
    clock, work = [], []
    for _ in range(rounds):
        start, worked = time.perf_counter(), time.process_time()
        step()
        clock.append(time.perf_counter() - start)
        work.append(time.process_time() - worked)
    return statistics.median(clock), statistics.median(work)


def table(rows: list[Row], title: str) -> Table:
    """Return the rows as a printable table."""
    shown = Table(title=title)
    shown.add_column("step")
    shown.add_column("seconds", justify="right")
    shown.add_column("of the processor", justify="right")
    shown.add_column("x check", justify="right")
    for row in rows:
        shown.add_row(row.step, f"{row.seconds:.2f}", f"{row.processor:.2f}", f"{row.ratio:.2f}")
    return shown


def main() -> None:
    """Run the benchmark and write ``build/bench-report.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--days", type=int, default=364)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 160)
    rows = measure(given.people, given.days, given.rounds)
    title = f"{given.people} people x {given.days} days, median of {given.rounds} rounds"
    console.print(table(rows, title))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
