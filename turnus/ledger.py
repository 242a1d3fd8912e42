"""``turnus ledger``: who has carried weekends, nights and feasts, roster after roster?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.burden import Ledger
    from rostering.domain.problem import Problem
    from turnus.terminal.screen import Screen

BURDENS = {
    "weekend": "ledger.weekend",
    "night": "ledger.night",
    "evening": "ledger.evening",
    "christmas": "ledger.christmas",
    "easter": "ledger.easter",
    "holiday": "ledger.holiday",
    "quick_return": "ledger.quick_return",
    "wish": "ledger.wish",
}
"""Keys of the burdens' names."""


def ledger(
    ward: Ward,
    roster: Roster,
    *,
    person: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="One person (id or name), beside the ward's quartiles.",
            show_default=False,
        ),
    ] = None,
    ward_out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the ward with the ledger carried on (JSON).",
            show_default=False,
        ),
    ] = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Show the fairness ledger after a roster.

    Points for weekends, nights, evenings, Christmas, Easter, other holidays, quick returns and
    refused strong wishes: what was carried before, in this roster, and credit for absence.

    \b
    Example:
      turnus ledger ward.xlsx roster.json
      turnus ledger ward.xlsx roster.json --person n07
      turnus ledger ward.xlsx roster.json --ward-out next.json
    """
    from rostering.burden import ledger as kept
    from turnus.picture import person_of
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    _require_place(ward_out)
    problem = read_ward(ward)
    made, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    who = None if person is None else person_of(problem, person)
    found = kept(problem, made)
    if who is None:
        _show_all(screen, problem, found, everything=everything)
    else:
        _show_own(screen, who.name, who.id, found)
    _carry_on(screen, problem, found, ward_out)
    return exits.OK


def _carry_on(screen: Screen, problem: Problem, found: Ledger, path: Path | None) -> None:
    """Write the ward with the ledger carried on."""
    from rostering.burden import carried_on
    from rostering.writers.json_file import write_json

    if path is not None:
        write_json(problem.model_copy(update={"ledger": carried_on(found)}), path)
        what = screen.words.say("files.ward")
        screen.say(screen.words.say("files.written", file=str(path), what=what))


def _require_place(path: Path | None) -> None:
    from rostering.errors import BadInput
    from turnus.files import place_faults

    faults = [] if path is None else list(place_faults(path, (".json",)))
    if faults:
        raise BadInput(faults)


def _show_all(screen: Screen, problem: Problem, found: Ledger, *, everything: bool) -> None:
    from rostering.burden.count import ALL
    from turnus.terminal.tables import FIRST, more_to_come, table

    say = screen.words.say
    grid = table(say("ledger.title"))
    grid.add_column(say("ledger.person"))
    grid.add_column("%", justify="right")
    for burden in ALL:
        grid.add_column(say(BURDENS[burden]), justify="right")
    names = {person.id: person.name for person in problem.people}
    for one in found.people if everything else found.people[:FIRST]:
        new = say("ledger.new") if one.new else ""
        name = names[one.person] + (f" ({new})" if new else "")
        cells = [f"{entry.after} (+{entry.here + entry.credit})" for entry in one.entries]
        grid.add_row(name, screen.words.number(one.size), *cells)
    grid.add_section()
    spread = [screen.words.number(round(found.spread[burden], 2)) for burden in ALL]
    grid.add_row(say("ledger.spread"), "", *spread)
    screen.show(grid)
    more_to_come(screen, len(found.people), everything=everything)
    screen.say(say("ledger.note"), "dim")
    screen.emit(found.model_dump(mode="json"))


def _show_own(screen: Screen, name: str, person: str, found: Ledger) -> None:
    from rostering.burden import sight
    from turnus.terminal.tables import table

    say, number = screen.words.say, screen.words.number
    own = sight(found, person)
    screen.emit({} if own is None else own.model_dump(mode="json"))
    if own is None:
        screen.say(say("ledger.nothing", name=name))
        return
    ward = {one.burden: one for one in own.ward}
    grid = table(say("ledger.of", name=name))
    for head in ("ledger.burden", "ledger.points", "ledger.here", "ledger.per_post", "ledger.ward"):
        grid.add_column(say(head), justify="left" if head == "ledger.burden" else "right")
    for figure in own.own:
        spread = ward.get(figure.burden)
        told = "-" if spread is None else f"{number(spread.lower)} - {number(spread.upper)}"
        row = [say(BURDENS[figure.burden]), number(figure.points), f"+{number(figure.here)}"]
        grid.add_row(*row, number(figure.per_post), told)
    screen.show(grid)
    screen.say(say("ledger.quartiles"), "dim")
