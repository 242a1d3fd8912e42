"""``turnus prepare summer``: vacation groups, temps and reduced demand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward
from turnus.prepare.output import Out, keep, require_place

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.kinds.summer import SummerPlan


def summer(
    ward: Ward,
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="The summer plan (.toml).")],
    out: Out,
    *,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Put a summer plan into a ward: vacation groups, temps, less demand.

    \b
    A summer plan:
      [[groups]]
      name = "Pulje 1"
      first = 2027-06-28
      last = 2027-07-18
      persons = ["n01", "n04"]
      [[reductions]]
      first = 2027-06-28
      last = 2027-08-15
      percent = 85
      [[temps]]
      id = "v1"
      name = "Vikar 1"
      home_unit = "solbakken-2"
      kind = "temp"

    \b
    Example:
      turnus prepare summer dated.json summer.toml --out summer.json
    """
    from rostering.kinds import summer_problem
    from rostering.readers.summer_plan import read_summer_plan
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    require_place(out)
    before, put = read_ward(ward), read_summer_plan(plan)
    problem = summer_problem(before, put)
    told = _told(before, put, problem)
    screen.say(screen.words.say("prepare.summer", **told))
    keep(screen, problem, out, {"people": len(problem.people), **told})
    return exits.OK


def _told(before: Problem, plan: SummerPlan, made: Problem) -> dict[str, int]:
    """Return how much a summer plan has put into a ward."""
    start, end = before.horizon.start, before.horizon.end
    vacation = sum(
        len(group.persons) * ((min(group.end, end) - max(group.first, start)).days + 1)
        for group in plan.groups
    )
    return {
        "vacation_days": vacation,
        "temps": len(plan.temps),
        "reduced_rows": sum(row not in made.demand for row in before.demand),
        "opened": len(before.published) - len(made.published),
    }
