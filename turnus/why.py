"""``turnus why``: why is there no lawful roster, and what would open the way?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Seed, Ward, Workers

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.explain.models import Diagnosis
    from rostering.explain.words import CoachWords
    from turnus.terminal.screen import Screen

_CODES = {"possible": exits.OK, "impossible": exits.IMPOSSIBLE, "unknown": exits.NOTHING_FOUND}


def why(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    *,
    seconds: Annotated[
        float, typer.Option(min=1, metavar="N", help="Longest search in seconds.")
    ] = 30.0,
    take: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Take the N-th way out.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="ROSTER", help="Its roster goes here (JSON).", show_default=False),
    ] = None,
    ward_out: Annotated[
        Path | None,
        typer.Option(metavar="WARD", help="The changed ward goes here.", show_default=False),
    ] = None,
    seed: Seed = 1,
    workers: Workers = 2,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Explain why a ward has no lawful roster.

    Plain arithmetic first; then the smallest clash by the names of its rules, with people, dates
    and who can let go of what; then the cheapest ways out that a manager may take, each with a
    roster that proves it. The law is never bent. Ctrl-C keeps what is known so far.

    \b
    Example:
      turnus why ward.xlsx
      turnus why ward.xlsx --take 1 --ward-out eased.json --out roster.json
    """
    from rostering.explain.coach import diagnose
    from rostering.explain.words import CoachWords
    from rostering.strategies.base import Budget
    from turnus.stopping import StopSwitch
    from turnus.terminal.live import follower
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    _require_places(take, out, ward_out)
    problem = read_ward(ward)
    budget = Budget(seconds=seconds, seed=seed, workers=workers)
    with StopSwitch() as stop, follower(screen, budget, stop) as following:
        found = diagnose(problem, budget, report=following.report, stop=stop)
    words = CoachWords(problem, language)
    _show(screen, words, found)
    _take(screen, problem, found, (take, out, ward_out))
    screen.emit(found.model_dump(mode="json"))
    return _CODES[found.status]


def _require_places(take: int | None, out: Path | None, ward_out: Path | None) -> None:
    """Raise ``BadInput`` when a file cannot be written, or when there is nothing to write."""
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    places = {"--out": out, "--ward-out": ward_out}
    faults = [f for path in places.values() if path is not None for f in place_faults(path, ())]
    for name, path in places.items():
        if path is not None and take is None:
            faults.append(Fault(name, str(path), "--take N: which way out is to be written"))
    if faults:
        raise BadInput(faults)


def _show(screen: Screen, words: CoachWords, found: Diagnosis) -> None:
    style = {"possible": "bold green", "impossible": "bold red"}.get(found.status, "bold yellow")
    screen.say(words.status(found), style)
    for one in found.shortfalls:
        screen.say(f"- {words.shortfall(one)}")
    for number, clash in enumerate(found.clashes, start=1):
        _show_clash(screen, words, number, found)
        key = "why.sure" if clash.proved and clash.irreducible else "why.unsure"
        screen.say(screen.words.say(key), "dim")
    if found.status != "possible":
        _show_ways(screen, words, found)


def _show_clash(screen: Screen, words: CoachWords, number: int, found: Diagnosis) -> None:
    from turnus.terminal.tables import table

    say = screen.words.say
    clash = found.clashes[number - 1]
    facts = {"number": number, "total": len(found.clashes)}
    title = say("why.clash") if len(found.clashes) == 1 else say("why.clash_of", **facts)
    between = say("why.between", first=clash.first, last=clash.last)
    grid = table(f"{title} {between}")
    for head in (say("why.what"), say("why.owner"), say("why.opens")):
        grid.add_column(head)
    opens = {True: "why.yes", False: "why.no", None: "why.unknown"}
    for element in clash.elements:
        grid.add_row(words.element(element), words.owner(element), say(opens[element.opens]))
    screen.show(grid)


def _show_ways(screen: Screen, words: CoachWords, found: Diagnosis) -> None:
    say = screen.words.say
    if not found.relaxations:
        screen.say(say("why.no_way"), "bold")
        return
    screen.say(say("why.ways"), "bold")
    for number, way in enumerate(found.relaxations, start=1):
        cost = "" if way.cost_ore is None else say("why.cost", nok=round(way.cost_ore / 100))
        facts = {"number": number, "lever": words.lever(way.lever), "count": len(way.steps)}
        head = say("why.way", **facts, points=way.points)
        screen.say(" ".join((head, cost, say("why.least") if way.least else "")).rstrip())
        for step in way.steps:
            screen.say(f"   {words.step(step)}")
    screen.say(say("why.proof"), "dim")


def _take(
    screen: Screen,
    problem: Problem,
    found: Diagnosis,
    wanted: tuple[int | None, Path | None, Path | None],
) -> None:
    """Write the roster and the changed ward of a way out.

    Raises
    ------
    BadInput
        When there is no such way.
    """
    from rostering.errors import BadInput, Fault
    from rostering.explain.relax import eased
    from rostering.writers.json_file import write_json

    take, out, ward_out = wanted
    if take is None:
        return
    if take > len(found.relaxations):
        needed = f"a number from 1 to {len(found.relaxations)}" if found.relaxations else ""
        raise BadInput([Fault("--take", str(take), needed or "a way out; none was found")])
    way = found.relaxations[take - 1]
    files = ((out, way.roster, "files.roster"), (ward_out, eased(problem, way), "files.ward"))
    for path, document, label in files:
        if path is not None:
            write_json(document, path)
            what = screen.words.say(label)
            screen.say(screen.words.say("files.written", file=str(path), what=what))
