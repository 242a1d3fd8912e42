"""``turnus calendar``: one calendar file a person, for phones and other calendars."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster as RosterData


def calendar(
    ward: Ward,
    roster: Roster,
    *,
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where the files go; made when it is missing.")
    ],
    person: Annotated[
        str | None, typer.Option(metavar="ID", help="One person (id or name).")
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day of this version; the roster's first day without.",
        ),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Write each person's duties, days off and absence as a calendar file (.ics).

    A file tells shift code, unit and times of one person and nothing else; sickness is told as
    absence. An id that is no plain code becomes a short hash in the file's name. Written again
    after a change with a later --published, a calendar that has read the old file moves its
    events.

    \b
    Example:
      turnus calendar ward.xlsx roster.json --out calendars
      turnus calendar ward.xlsx roster.json --out calendars --person n07 --published 2027-02-01
    """
    from rostering.writers import calendar_text
    from turnus.picture import person_of
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    coded = _coded(problem, found)
    people = problem.people if person is None else (person_of(problem, person),)
    day = None if published is None else published.date()
    texts = {one.id: calendar_text(problem, coded, one.id, day) for one in people}
    empty = [name for name, text in texts.items() if "BEGIN:VEVENT" not in text]
    files = _written(problem, {n: text for n, text in texts.items() if n not in empty}, out)
    words = screen.words
    screen.say(words.say("calendar.written", count=len(files), folder=str(out)))
    for one in people:
        if one.id in files and files[one.id].stem != one.id:
            file = str(files[one.id])
            screen.say(words.say("calendar.whose", person=one.name or one.id, file=file))
    if empty:
        screen.say(words.say("calendar.empty", people=", ".join(empty)))
    screen.emit({"files": {n: str(path) for n, path in files.items()}, "empty": empty})
    return exits.OK


def _written(problem: Problem, texts: dict[str, str], folder: Path) -> dict[str, Path]:
    """Write the texts and return the files by person."""
    from rostering.writers import calendar_names
    from rostering.writers.atomic import write_bytes
    from turnus.files import make_folder

    make_folder(folder)
    names = calendar_names(problem)
    files = {name: folder / names[name] for name in texts}
    for name, path in files.items():
        write_bytes(path, texts[name].encode())
    return files


def _coded(problem: Problem, roster: RosterData) -> RosterData:
    """Return the roster with the codes of its days off: its own, or those that the rules give."""
    from rostering.check import Court, require_fit
    from rostering.day_codes import codes_of
    from rostering.domain.problem import HorizonKind

    require_fit(problem, roster)
    if problem.horizon.kind is HorizonKind.CYCLIC:
        return roster  # which has no dates, and is refused
    court = Court.of(problem, roster)
    codes = codes_of(court, court.index.plan(roster.effective), roster)
    return roster.model_copy(update={"overlays": codes})
