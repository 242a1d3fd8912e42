"""``turnus repair``: somebody is away from a published roster - ways out, with a bill each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster, Ward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostering.domain.problem import Problem
    from rostering.replan.repair import Disruption, Fewer, Repair, RepairOption
    from rostering.replan.repair.models import Fill
    from turnus.terminal.screen import Screen
    from turnus.texts import Words


Away = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHO:DATE[:LAST]",
        help="Who is away from when; may be given several times.",
        show_default=False,
    ),
]
Need = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ROW:DATE:NUMBER",
        help="Another minimum of a row of the staffing plan on a date.",
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
FAVOURS = {
    "order": "repair.favours.order",
    "cost": "repair.favours.cost",
    "card": "repair.favours.card",
    "calm": "repair.favours.calm",
    "other": "repair.favours.other",
}
WAYS = {"come_in": "repair.come_in", "move": "repair.move", "open": "repair.open"}


def repair(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    *,
    away: Away = None,
    need: Need = None,
    now: Now = None,
    on_request: Annotated[
        bool, typer.Option("--on-request", help="Also people on F1, where rest is left.")
    ] = False,
    take: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Take the N-th option.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Its roster goes here (JSON).", show_default=False),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Repair a published roster after absence or a change of demand.

    Options that truly differ: who comes in, is moved or trades a day, with notice, cost, the score
    card's change and what the fairness ledger gets. What has begun stays as it is.

    \b
    Example:
      turnus repair ward.xlsx roster.json --away n05:2027-03-04 --now "2027-03-04 05:40"
      turnus repair ward.xlsx roster.json --away n05:2027-03-04:2027-03-07 --take 2 --out new.json
    """
    from rostering.replan.repair import repair as mend
    from turnus.stand_ins import moment
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    when = moment(now)
    _require_place(take, out)
    problem = read_ward(ward)
    made, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    asked = _disruption(problem, away or [], need or [])
    found = mend(problem, made, asked, now=when, on_request=on_request)
    _show(screen, problem, found)
    _take(screen, found, take, out)
    screen.emit(found.model_dump(mode="json"))
    return exits.OK


def _require_place(take: int | None, out: Path | None) -> None:
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = [] if out is None else list(place_faults(out, (".json",)))
    if (take is None) != (out is None):
        faults.append(Fault("--take", "alone", "--take N and --out FILE together"))
    if faults:
        raise BadInput(faults)


def _disruption(problem: Problem, away: list[str], need: list[str]) -> Disruption:
    from rostering.errors import BadInput, Fault
    from rostering.replan.repair import DemandChange, Disruption, Gone
    from turnus.dates import read_day
    from turnus.picture import person_of

    gone, demand = [], []
    for text in away:
        who, *dates = text.split(":")
        if len(dates) not in (1, 2):
            raise BadInput([Fault("--away", repr(text), "WHO:DATE or WHO:FIRST:LAST")])
        days = [read_day(day, "--away") for day in dates]
        if days[-1] < days[0]:
            raise BadInput([Fault("--away", repr(text), "the first date before the last")])
        gone.append(Gone(person=person_of(problem, who).id, first=days[0], last=days[-1]))
    for text in need:
        row, _, rest = text.partition(":")
        day, _, number = rest.partition(":")
        if not number.isdigit():
            raise BadInput([Fault("--need", repr(text), "ROW:DATE:NUMBER")])
        when = read_day(day, "--need")
        demand.append(DemandChange(row=row, date=when, minimum=int(number)))
    return Disruption(gone=tuple(gone), demand=tuple(demand))


def _show(screen: Screen, problem: Problem, found: Repair) -> None:
    words = screen.words
    if found.unchanged:
        screen.say(words.say("repair.unchanged"), "bold green")
        return
    names = {person.id: person.name for person in problem.people}
    for one in found.openings:
        who = "" if one.person is None else names[one.person]
        facts = {"shift": one.shift, "date": words.short_date(one.date), "person": who}
        screen.say(words.say("repair.opening", **facts), "bold")
    for number, option in enumerate(found.options, start=1):
        _show_option(screen, names, number, option)
    if found.fewer is not None:
        _show_fewer(screen, found.fewer)


def _show_fewer(screen: Screen, fewer: Fewer) -> None:
    from rostering.texts import Catalogue

    words, texts = screen.words, Catalogue(screen.language)
    screen.say("")
    screen.say(words.say("repair.fewer.proved" if fewer.proved else "repair.fewer.time"), "bold")
    if fewer.on_request:
        screen.say(words.say("repair.fewer.on_request", count=fewer.on_request))
    screen.say(words.say("repair.fewer.barred"))
    for one in fewer.barred:
        rules = ", ".join(texts.say(f"rule.{rule}") for rule in one.rules)
        reason = texts.say(f"stand_in.reason.{one.reason.value}")
        screen.say(f"   {one.people}: {reason}{': ' if rules else ''}{rules}", "dim")


def _show_option(screen: Screen, names: dict[str, str], number: int, option: RepairOption) -> None:
    words = screen.words
    screen.say("")
    favours = words.say(FAVOURS[option.favours])
    facts = {"nok": round(option.ore / 100), "points": option.points, "people": option.people}
    screen.say(words.say("repair.option", number=number, favours=favours, **facts), "bold")
    for fill in option.fills:
        screen.say(f"   {_fill(words, names, fill)}")
        if fill.on_request:
            asked = words.say("repair.on_request")
            screen.say(f"   {asked}", "yellow")
    for line in _consents(words, names, option):
        screen.say(f"   {line}", "yellow")
    for line in _effects(words, names, option):
        screen.say(f"   {line}", "dim")
    if option.uncovered:
        text = words.say("repair.uncovered", count=len(option.uncovered))
        screen.say(f"   {text}", "bold red")


def _fill(words: Words, names: dict[str, str], fill: Fill) -> str:
    who, date = names.get(fill.person or "", ""), words.short_date(fill.opening.date)
    facts = {"person": who, "shift": fill.opening.shift, "date": date}
    if fill.released is None:
        return words.say(WAYS[fill.way], **facts)
    back = words.short_date(fill.released.date)
    return words.say("repair.trade", back=back, released=fill.released.shift, **facts)


def _consents(words: Words, names: dict[str, str], option: RepairOption) -> Iterator[str]:
    for change in option.changes:
        if change.consent:
            date = words.short_date(change.date)
            yield words.say("repair.consent", person=names[change.person], date=date)


def _effects(words: Words, names: dict[str, str], option: RepairOption) -> Iterator[str]:
    from rostering.texts import hours
    from turnus.ledger import BURDENS

    for burden in option.burdens:
        kind = words.say(BURDENS[burden.burden])
        points = f"{burden.points:+d}"
        yield words.say("repair.burden", person=names[burden.person], burden=kind, points=points)
    if option.notice is not None:
        yield words.say("repair.notice", hours=hours(option.notice, words.language))


def _take(screen: Screen, found: Repair, take: int | None, out: Path | None) -> None:
    from rostering.errors import BadInput, Fault
    from rostering.writers.json_file import write_json

    if take is None or out is None:
        return
    if take > len(found.options):
        needed = f"a number from 1 to {len(found.options)}" if found.options else "a repair"
        raise BadInput([Fault("--take", str(take), needed)])
    write_json(found.options[take - 1].roster, out)
    what = screen.words.say("files.roster")
    screen.say(screen.words.say("files.written", file=str(out), what=what))
