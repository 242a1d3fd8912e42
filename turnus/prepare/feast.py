"""``turnus prepare feast``: the weeks around Christmas or Easter, kept near the base roster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward
from turnus.prepare.output import Out, keep, require_place

if TYPE_CHECKING:
    from rostering.domain.problem import Problem

WHY_NONE = {
    "kept": "prepare.feast_kept",
    "averaged": "prepare.feast_averaged",
    "off": "prepare.feast_off",
}


def feast(
    ward: Ward,
    out: Out,
    *,
    first: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The feast's first date.")],
    last: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The feast's last date.")],
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Cut out the whole weeks around a feast and give F3 days where the law asks for them.

    The ward needs a published roster, such as `turnus prepare dates` makes. Whoever is covered
    by an agreement on averaging (AML § 10-8 (4)) keeps the base roster.

    \b
    Example:
      turnus prepare feast dated.json --first 2027-03-25 --last 2027-03-29 --out easter.json
    """
    from rostering.kinds import feast_problem
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    require_place(out)
    problem = feast_problem(read_ward(ward), read_day(first, "--first"), read_day(last, "--last"))
    given = {days.person: days.days for days in problem.agreed_days if days.kind == "F3"}
    words = screen.words
    if given:
        screen.say(words.say("prepare.feast", people=len(given), days=sum(given.values())))
        keep(screen, problem, out, {"f3": given, "why_none": None})
        return exits.OK
    why, covered = _why_none(problem)
    screen.say(words.say(WHY_NONE[why], covered=covered, people=len(problem.people)))
    keep(screen, problem, out, {"f3": given, "why_none": why})
    return exits.OK


def _why_none(problem: Problem) -> tuple[str, int]:
    """Return why nobody needs an F3 day, and how many an agreement on averaging covers."""
    from rostering.domain.index import ProblemIndex
    from rostering.domain.problem import RuleMode
    from rostering.kinds.feast import RULE
    from rostering.rules.registry import BY_ID
    from rostering.rulings import Rulings

    index = ProblemIndex(problem)
    rulings = Rulings(index)
    if rulings.mode(RULE) is RuleMode.OFF:
        return "off", 0
    covered = 0
    for person in index.people:
        values = rulings.values(BY_ID[RULE], person)
        covered += any(not values.at(day).alternate for day in range(index.days))
    return "averaged" if covered else "kept", covered
