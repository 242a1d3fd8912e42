"""``turnus tasks log``: a two-week time log becomes a unit's task book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language
from turnus.tasks.sources import InWard, OneUnit, OwnCatalogue

if TYPE_CHECKING:
    from fractions import Fraction

    from rostering.domain.problem import Problem
    from tasksharing.domain.book import TaskBook
    from turnus.terminal.screen import Screen


def log(  # noqa: PLR0913 - one parameter an option
    file: Annotated[
        str,
        typer.Argument(
            metavar="LOG",
            help="The log: .csv or .xlsx, or the invented log:nursing_home.",
            show_default=False,
        ),
    ],
    *,
    ward: InWard,
    unit: OneUnit = None,
    own: OwnCatalogue = None,
    approvals: Annotated[
        Path | None, typer.Option(metavar="FILE", help="List of the unit head's approvals.")
    ] = None,
    delegations: Annotated[
        Path | None, typer.Option(metavar="FILE", help="List of personal delegations.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The task book goes here (.json).")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Make a unit's task book of a two-week time log.

    Columns: Oppgave, Gruppe, Dato (or Ukedag, Uke), Klokkeslett, Minutter, and Skjema to tell
    people of one group apart. All faults are told at once; with any, nothing is written.

    \b
    Example:
      turnus tasks log log.xlsx --ward ward.json --out tasks.json
      turnus tasks log log:nursing_home --ward ward:nursing_home
    """
    from rostering.errors import BadInput
    from rostering.writers.json_file import write_json
    from tasksharing.log import Lists, read_lists
    from turnus.files import place_faults
    from turnus.tasks.sources import LOG, log_file, read_catalogue, unit_of
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    if out is not None and (faults := list(place_faults(out, (".json",)))):
        raise BadInput(faults)
    problem, known = read_ward(ward), read_catalogue(own)
    name = file if file.startswith(LOG) else ""
    lists = Lists(log_file(file), approvals, delegations, name)
    book = read_lists(lists, known, problem, unit_of(problem, unit))
    _show(screen, problem, book)
    if out is not None:
        write_json(book, out)
        what = screen.words.say("tasks.book")
        screen.say(screen.words.say("files.written", file=str(out), what=what))
    screen.emit(book.model_dump(mode="json"))
    return exits.OK


def _show(screen: Screen, problem: Problem, book: TaskBook) -> None:
    from fractions import Fraction

    from tasksharing.domain.minutes import minutes_of, sums
    from turnus.tasks.sources import warn_invented
    from turnus.terminal.tables import table

    words = screen.words
    warn_invented(screen, book)
    days = sum(book.basis.days)
    screen.say(words.say("tasks.log", days=days, unit=book.unit), "bold")
    minutes = minutes_of(book, problem)
    groups = [g for g in book.groups if any(slot.group == g.id for slot in minutes)]
    grid = table(words.say("tasks.hours_week"))
    grid.add_column(words.say("tasks.task"))
    for group in groups:
        grid.add_column(group.name.told(screen.language), justify="right")
    grid.add_column(words.say("tasks.sum"), justify="right")
    for task in book.tasks:
        mine = {slot: value for slot, value in minutes.items() if slot.task == task.id}
        found = sums(mine, lambda slot: slot.group)
        cells = [_hours(screen, found.get(group.id)) for group in groups]
        total = _hours(screen, sum(found.values(), start=Fraction(0)))
        grid.add_row(task.name.told(screen.language), *cells, total)
    screen.show(grid)
    rests = ", ".join(str(number) for number in book.basis.days)
    screen.say(words.say("tasks.rests", days=rests), "dim")


def _hours(screen: Screen, minutes: Fraction | None) -> str:
    return screen.words.number(round(float(minutes) / 60, 1)) if minutes else ""
