"""What ``turnus tasks compare`` is asked, as a question of the evaluation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from tasksharing.evaluate.question import CompareQuestion
    from tasksharing.gains.entered import EnteredPlan

SHIPPED_FOR_WARD = (
    "service_hosts",
    "laundry_ordering",
    "delegated_medication",
    "shared_units",
)
USUAL_SHARE = 8.0
REPORTS = (".html", ".pdf", ".xlsx", ".md", ".png", ".svg")
_NEIGHBOURS = {"ward:nursing_home": "ward:solbakken_3"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The command line as it was typed; ``limits`` are seconds, steps and days."""

    ward: str
    tasks: str
    names: tuple[str, ...]
    neighbour: str | None
    share: float | None
    seeds: str
    limits: tuple[float | None, float | None, int]
    plan: Path | None


def question_of(asked: Asked) -> CompareQuestion:
    """Return the question.

    Raises
    ------
    BadInput
        With everything that was typed wrongly.
    """
    from tasksharing.evaluate.question import SECONDS, STEPS, CompareQuestion
    from turnus.tasks.scenario import read_scenario
    from turnus.tasks.sources import read_book
    from turnus.wards import read_ward

    seeds, (seconds, steps, days) = _seeds(asked.seeds), asked.limits
    _require_limits(asked)
    names = asked.names or tuple(f"scenario:{name}" for name in SHIPPED_FOR_WARD)
    usual = seconds is None and steps is None
    problem = read_ward(asked.ward)
    book = read_book(asked.tasks, problem)
    scenarios = tuple(read_scenario(name) for name in names)
    beside = asked.neighbour or _NEIGHBOURS.get(asked.ward)
    other = None if beside is None else read_ward(beside)
    share = _share(asked.share, problem)
    return CompareQuestion(
        problem=_expecting(problem, share),
        book=book,
        neighbour=None if other is None else _expecting(other, share),
        scenarios=scenarios,
        seeds=seeds,
        seconds=SECONDS if usual else seconds,
        steps=STEPS if usual else steps,
        days=days,
        reserve_share=share,
        entered=_entered(asked.plan, [one.id for one in scenarios]),
    )


def require_places(out: Path | None, reports: Iterable[Path]) -> None:
    """Raise ``BadInput`` for every file that could not be written."""
    from turnus.files import place_faults

    faults = [fault for path in reports for fault in place_faults(path, REPORTS)]
    if out is not None:
        faults += place_faults(out, (".json",))
    if faults:
        raise BadInput(faults)


def _seeds(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) < 2**31 for part in parts):
        needed = "whole numbers with commas between, as in 1,2,3,4,5"
        raise BadInput([Fault("--seeds", repr(text), needed)])
    found = tuple(map(int, parts))
    if len(set(found)) < len(found):
        raise BadInput([Fault("--seeds", repr(text), "each seed once")])
    return found


def _require_limits(asked: Asked) -> None:
    seconds, steps, _ = asked.limits
    faults = [
        Fault(f"--{name}", f"{value:g}", "a number above 0")
        for name, value in (("seconds", seconds), ("steps", steps))
        if value is not None and not (value > 0 and math.isfinite(value))
    ]
    if asked.share is not None and not 0 <= asked.share < 50:
        faults.append(Fault("--share", f"{asked.share:g}", "per cent, from 0 to below 50"))
    if faults:
        raise BadInput(faults)


def _share(asked: float | None, problem: Problem) -> float | None:
    """Return the share of absence to plan for; None where the ward has rows of a forecast."""
    if asked is None:
        return None if problem.reserve else USUAL_SHARE / 100
    return asked / 100


def _expecting(problem: Problem, share: float | None) -> Problem:
    """Return a ward with the reserve that a share of absence pays for."""
    if not share:
        return problem
    from absence_model.reserve.newsvendor import Prices
    from absence_model.reserve.rows import demand_rows, plan_reserve, with_reserve
    from absence_model.reserve.ward import by_share, expected_of, planned_shifts
    from rostering.domain.index import ProblemIndex
    from rostering.terms.registry import weights
    from rostering.wages.table import ordinary_ore

    index = ProblemIndex(problem)
    shifts = planned_shifts(index)
    planned = plan_reserve(expected_of(shifts, by_share(shifts, share)), Prices())
    rows = demand_rows(planned, ordinary_ore(index), weights(index.problem)["cost"])
    return with_reserve(index.given, rows)


def _entered(path: Path | None, scenarios: list[str]) -> dict[str, EnteredPlan]:
    from tasksharing.gains.entered import read_entered

    if path is None:
        return {}
    plans = read_entered(path).plans
    needed = f"one of: {', '.join(scenarios)}"
    faults = [
        Fault(f"{path.name}, plans", f"the scenario {name!r}", needed)
        for name in plans
        if name not in scenarios
    ]
    if faults:
        raise BadInput(faults)
    return plans
