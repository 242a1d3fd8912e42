"""``turnus health``: what does this roster ask of people's bodies, as green, amber and red?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster as Made
    from turnus.terminal.screen import Screen


def health(
    ward: Ward,
    roster: Roster,
    *,
    person: Annotated[
        str | None,
        typer.Option(metavar="ID", help="One person (id or name), with dates.", show_default=False),
    ] = None,
    counts: Annotated[
        bool, typer.Option("--counts", help="How many people by light; nobody is named.")
    ] = False,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Show health lights: green, amber or red for each person and measure.

    Quick returns, nights in a row, rest after nights, days and weekends in a row, single days;
    below them the thresholds and their sources. They are advice: the exit code is 0 whatever the
    lights are.

    \b
    Example:
      turnus health ward.xlsx roster.json
      turnus health ward.xlsx roster.json --person n07 --language nb
      turnus health ward.xlsx roster.json --counts
    """
    from rostering.health import counts as counted
    from rostering.health import ward_health
    from turnus.picture import person_of
    from turnus.terminal.lights import LightTables
    from turnus.terminal.screen import Screen

    if counts and person is not None:
        raise typer.BadParameter("--counts names nobody: leave out one of --counts and --person")
    screen = Screen(language, as_json=as_json)
    problem, found = _read(screen, ward, roster)
    who = None if person is None else person_of(problem, person)
    tables = LightTables(screen, problem, everything=everything)
    lit = ward_health(problem, found)
    if counts:
        tables.show_counts(counted(lit))
    elif who is None:
        tables.show_people(lit)
    else:
        lit = lit.model_copy(update={"people": tuple(p for p in lit.people if p.person == who.id)})
        tables.show_person(who, lit.people[0])
    shown = counted(lit) if counts else lit
    thresholds = tables.words.table.model_dump(mode="json")
    screen.emit({**shown.model_dump(mode="json"), "thresholds": thresholds})
    return exits.OK


def _read(screen: Screen, ward: str, roster: Path) -> tuple[Problem, Made]:
    """Return ward and roster; tell when the roster was made for another version of the ward."""
    from turnus.wards import read_roster, read_ward

    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    return problem, found
