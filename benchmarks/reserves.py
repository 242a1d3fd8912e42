"""`python -m benchmarks.reserves`: a ward rostered with reserves and without, side by side.

Everything but the reserve rows is the same: ward, seed, steps of work and strategy. Both rosters
are then stressed with the same draws, billed by the same table, and laid beside the absence that
was expected: how many shifts fall under their target, on average, before anybody is called.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from absence_model.reserve.counts import AbsentCounts
from absence_model.reserve.newsvendor import Prices
from absence_model.reserve.rows import Expected, demand_rows, plan_reserve, with_reserve
from absence_model.reserve.ward import by_share, expected_of, planned_shifts
from fixtures import WARDS, ward
from rostering.bill import bill
from rostering.check import Court
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.replan.stress import stress_test
from rostering.reserve_notes import reserve_account
from rostering.score import score
from rostering.solve import Budget, solve
from rostering.wages.table import ordinary_ore

OUT = Path("build/bench-reserves.json")


@dataclass(frozen=True, slots=True)
class Row:
    """One way to roster the ward: what the roster is worth, costs, and stands.

    ``points`` leave the goal ``reserve`` out, so that both rosters are measured alike; ``short``
    are shifts a week that fall under their target before anybody is called, ``short_nok`` what it
    costs to fill them at the price of a called shift.
    """

    reserves: bool
    points: int
    hours: float
    bill_nok: float
    asked: int
    placed: int
    short: float
    short_nok: float
    covered: tuple[float, ...]
    stand_in_nok: tuple[float, ...]
    uncovered_hours: tuple[float, ...]
    single_points: int


def with_posts(problem: Problem, posts: int) -> Problem:
    """Return a ward with some more people in full posts, who can do what its most able can."""
    able = max(problem.people, key=lambda person: (bool(person.positions), len(person.competences)))
    more = []
    for number in range(1, posts + 1):
        name = f"reserve-{number}"
        place = able.positions[0].model_copy(update={"id": name, "percent": 100})
        told = {"id": name, "name": f"Reserve {number}", "positions": (place,)}
        free = {"exemptions": (), "weekend_from": None}
        more.append(able.model_copy(update=told | free))
    return problem.model_copy(update={"people": (*problem.people, *more)})


def measure(
    name: str, problem: Problem, share: float, steps: float, samples: int, seed: int
) -> list[Row]:
    """Roster a ward both ways and measure both rosters by the ward with reserves."""
    index = ProblemIndex(problem)
    shifts = planned_shifts(index)
    expected = expected_of(shifts, by_share(shifts, share))
    rows = demand_rows(plan_reserve(expected, Prices(), owed=True), ordinary_ore(index))
    asking = with_reserve(problem, rows)
    found = []
    for reserves in (False, True):
        sys.stderr.write(f"{name}: {'with' if reserves else 'without'} reserves, {steps:g} steps\n")
        budget = Budget(seconds=None, steps=steps, workers=1, seed=seed)
        roster = solve(asking if reserves else problem, budget, strategy="lns").roster
        if roster is None:
            raise TimeoutError(f"no lawful roster of {name} within {steps:g} steps")
        found.append(_row(reserves, asking, roster, expected, samples, seed))
    return found


def _row(
    reserves: bool,
    asking: Problem,
    roster: Roster,
    expected: tuple[Expected, ...],
    samples: int,
    seed: int,
) -> Row:
    court = Court.of(asking, roster)
    plan = court.index.plan(roster.effective)
    card = score(asking, roster)
    account = reserve_account(plan)
    stress = stress_test(court, roster, samples=samples, seed=seed)
    short = _short(court.index, roster, expected)
    ore = ordinary_ore(court.index)
    weeks = asking.horizon.days / 7
    filled = sum(
        number * min(ore[code] for code in one.shifts)
        for one, number in zip(expected, short, strict=True)
    )
    return Row(
        reserves=reserves,
        points=sum(term.points for term in card.terms if term.term != "reserve"),
        hours=sum(duty.minutes for line in plan.lines.values() for duty in line.planned) / 60,
        bill_nok=bill(asking, roster).total / 100,
        asked=account.asked if account else 0,
        placed=account.placed if account else 0,
        short=float(sum(short)) / weeks,
        short_nok=Prices().called * filled / 100 / weeks,
        covered=tuple(one.share for one in stress.sick_calls),
        stand_in_nok=tuple(one.ore.mean / 100 for one in stress.sick_calls),
        uncovered_hours=tuple(one.uncovered.mean / 60 for one in stress.sick_calls),
        single_points=len(stress.single_points),
    )


def _short(index: ProblemIndex, roster: Roster, expected: tuple[Expected, ...]) -> list[float]:
    """Return the expected number of people missing under each shift's target."""
    plan = index.plan(roster.effective)
    targets = {(one.date, one.shifts, one.unit): one.people for one in planned_shifts(index)}
    extra = []
    for one in expected:
        day = index.clock.day(one.date)
        present = sum(
            person.counts and duty.counts and duty.role is None and duty.unit in one.units
            for code in one.shifts
            for person, duty in plan.on_duty(day, code)
        )
        extra.append(present - sum(targets[one.date, one.shifts, unit] for unit in one.units))
    counts = AbsentCounts(
        np.array([one.mean for one in expected]), np.array([one.noise for one in expected])
    )
    under = np.maximum(0, -np.array(extra, float))
    above = np.maximum(0, np.array(extra, float))
    return [float(value) for value in under + counts.shortage(above)]


def table(rows: list[Row]) -> Table:
    """Return the two rosters as a printable table, a line a figure."""
    shown = Table(title="The same ward rostered without and with reserves")
    for heading in ("", "without", "with"):
        shown.add_column(heading, justify="right" if heading else "left")
    lines: tuple[tuple[str, Callable[[Row], str]], ...] = (
        ("points of all other goals", lambda row: f"{row.points:,}"),
        ("planned hours", lambda row: f"{row.hours:,.1f}"),
        ("bill, NOK", lambda row: f"{row.bill_nok:,.0f}"),
        ("reserve heads placed of those asked for", lambda row: f"{row.placed} of {row.asked}"),
        ("shifts a week under target by absence", lambda row: f"{row.short:.2f}"),
        ("NOK a week to fill them at short notice", lambda row: f"{row.short_nok:,.0f}"),
        ("days covered with 1, 2, 3 sick", lambda row: _joined(row.covered, "{:.1%}")),
        ("stand-ins a day, NOK", lambda row: _joined(row.stand_in_nok, "{:,.0f}")),
        ("uncovered hours a day", lambda row: _joined(row.uncovered_hours, "{:.2f}")),
        ("duties that stand or fall with one", lambda row: str(row.single_points)),
    )
    for name, told in lines:
        shown.add_row(name, *(told(row) for row in rows))
    return shown


def _joined(values: tuple[float, ...], form: str) -> str:
    return ", ".join(form.format(value) for value in values)


def main() -> None:
    """Run the benchmark and write ``build/bench-reserves.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ward", default="nursing_home", choices=list(WARDS))
    parser.add_argument("--share", type=float, default=6.0, help="absent, of 100 planned shifts")
    parser.add_argument("--steps", type=float, default=120.0, help="of work for each roster")
    parser.add_argument("--samples", type=int, default=20, help="draws of the stress test a day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--posts", type=int, default=0, help="full posts more, in both rosters")
    asked = parser.parse_args()
    problem = with_posts(ward(asked.ward), asked.posts)
    rows = measure(asked.ward, problem, asked.share / 100, asked.steps, asked.samples, asked.seed)
    Console(width=None if sys.stdout.isatty() else 120).print(table(rows))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
