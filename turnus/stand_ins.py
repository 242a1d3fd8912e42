"""``turnus stand-ins``: somebody is away - who may take the shift, and whom to ask first?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.replan.stand_ins import StandIns
    from turnus.terminal.screen import Screen


When = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The day on which it starts.")]
Shift = Annotated[str, typer.Option(metavar="CODE", help="The shift that lacks somebody.")]
Unit = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Its unit, when it could be several.", show_default=False),
]
Role = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Its role, when it could be several.", show_default=False),
]
Who = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="Who is away; needed while the roster still holds the duty.",
        show_default=False,
    ),
]
Now = Annotated[
    str | None,
    typer.Option(
        metavar="'YYYY-MM-DD HH:MM'",
        help="Local time from which notice counts; the clock's when left out.",
        show_default=False,
    ),
]
OnRequest = Annotated[
    bool,
    typer.Option(
        "--on-request", help="Also people on F1, where the week keeps its rest: told where."
    ),
]


def stand_ins(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    *,
    date: When,
    shift: Shift,
    unit: Unit = None,
    role: Role = None,
    person: Who = None,
    now: Now = None,
    on_request: OnRequest = False,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Rank those who may take an open shift, and tell why the others may not.

    Nobody on F1, F3, F4, vacation, sick leave or "do not call" is offered, and nobody whom a hard
    rule forbids. Part-timers come before hired-in staff (AML § 14-3), volunteers before others.

    \b
    Example:
      turnus stand-ins ward.xlsx roster.json --date 2027-03-04 --shift N --person n05
      turnus stand-ins ward.xlsx roster.json --date 2027-03-04 --shift N --on-request
    """
    from rostering.check import Court
    from rostering.replan.stand_ins import OpenDuty
    from rostering.replan.stand_ins import stand_ins as find
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    asked = OpenDuty(
        date=read_day(date, "--date"), shift=shift, unit=unit, role=role, person=person
    )
    when = moment(now)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    court = Court.of(problem, found)
    told = find(court, found, asked, now=when, on_request=on_request)
    _show(screen, problem, told, everything=everything)
    screen.emit(told.model_dump(mode="json"))
    return exits.OK


def moment(text: str | None) -> dt.datetime:
    """Return a local time as typed, or that of the clock in Oslo."""
    from rostering.domain.clock import OSLO
    from rostering.errors import BadInput, Fault

    if text is None:
        return dt.datetime.now(OSLO).replace(tzinfo=None, second=0, microsecond=0)
    try:
        read = dt.datetime.fromisoformat(text)
    except ValueError as error:
        needed = "a time as 'YYYY-MM-DD HH:MM'"
        raise BadInput([Fault("--now", repr(text), needed)]) from error
    return read.replace(tzinfo=None)


def _show(screen: Screen, problem: Problem, told: StandIns, *, everything: bool) -> None:
    from turnus.terminal.offers import show_offered, show_refused

    words = screen.words
    _show_opening(screen, problem, told)
    if told.offered:
        show_offered(screen, told.offered)
    else:
        screen.say(words.say("standins.none"), "bold red")
    show_refused(screen, problem, told.refused, everything=everything)
    screen.say(words.say("standins.order", source=told.source, link=told.link), "dim")
    screen.say(words.say("standins.cost_note"), "dim")


def _show_opening(screen: Screen, problem: Problem, told: StandIns) -> None:
    from rostering.texts import hours

    words, open_ = screen.words, told.open
    screen.say(
        words.say(
            "standins.title",
            shift=open_.shift,
            date=words.short_date(open_.date),
            start=f"{told.starts:%H:%M}",
            end=f"{told.ends:%H:%M}",
            place=", ".join(name for name in (open_.unit, open_.role) if name),
        ),
        "bold",
    )
    if open_.person is not None:
        name = next(person.name for person in problem.people if person.id == open_.person)
        screen.say(words.say("standins.held" if told.held else "standins.away", person=name))
    screen.say(words.say("standins.notice", hours=hours(told.notice, screen.language)))
    if told.short:
        named = {row.id: row.name or row.id for row in problem.demand}
        screen.say(words.say("standins.short", rows=", ".join(named[row] for row in told.short)))
