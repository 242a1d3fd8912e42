"""``turnus choose``: several good rosters of one ward, and what sets them apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Seed, Ward, Workers

if TYPE_CHECKING:
    from rostering.choice import Choice
    from turnus.terminal.screen import Screen

FAVOURS = {
    "own": "choose.own",
    "wishes": "choose.wishes",
    "health": "choose.health",
    "cost": "choose.cost",
    "staffing": "choose.staffing",
}
"""Keys of what a roster may favour."""


def choose(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    *,
    favour: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="wishes, health, cost or staffing; several times for several; all when left out.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write each roster there (JSON).", show_default=False),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=1, metavar="N", help="Longest search in seconds, for all.")
    ] = 120.0,
    seed: Seed = 1,
    workers: Workers = 2,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Make up to five good rosters that favour different goals.

    All are measured by the ward's own weights; one that costs too much by them, or hardly differs
    from another, is left out. To go on from one, lock what you like of it and solve again.

    \b
    Example:
      turnus choose ward.xlsx --seconds 300 --out rosters
      turnus choose ward.xlsx --favour wishes --favour health
    """
    from rostering.choice import choose as search
    from rostering.strategies.base import Budget
    from turnus.stopping import StopSwitch
    from turnus.terminal.live import follower
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    budget = Budget(seconds=seconds, seed=seed, workers=workers)
    with StopSwitch() as stop, follower(screen, budget, stop) as following:
        found = search(
            problem,
            budget,
            profiles=favour,
            report=following.report,
            stop=stop,
            language=language,
        )
    _write(screen, found, out)
    _show(screen, found)
    screen.emit(found.model_dump(mode="json"))
    return exits.OK if found.options else exits.NOTHING_FOUND


def _write(screen: Screen, found: Choice, folder: Path | None) -> None:
    from rostering.writers.json_file import write_json

    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for option in found.options:
        path = folder / f"{option.favours}.json"
        write_json(option.roster, path)
        what = screen.words.say("files.roster")
        screen.say(screen.words.say("files.written", file=str(path), what=what))


def _show(screen: Screen, found: Choice) -> None:
    from turnus.terminal.tables import table

    say = screen.words.say
    if not found.options:
        screen.say(say("choose.nothing"), "bold red")
        return
    first = found.options[0]
    names = {entry.term: entry.name for entry in first.card.terms}
    grid = table(say("choose.title", count=len(found.options)))
    for head in ("choose.favours", "choose.points", "choose.apart", "choose.less", "choose.more"):
        grid.add_column(say(head))
    for option in found.options:
        less = [f"{names[d.term]} {d.points}" for d in option.differences if d.points < 0]
        more = [f"{names[d.term]} +{d.points}" for d in option.differences if d.points > 0]
        points = screen.words.number(option.card.total)
        apart = screen.words.number(option.apart) if option.apart else ""
        favours = say(FAVOURS[option.favours])
        grid.add_row(favours, points, apart, "\n".join(less), "\n".join(more))
    screen.show(grid)
    if found.left_out:
        told = ", ".join(say(FAVOURS[name]) for name in found.left_out)
        screen.say(say("choose.left_out", names=told), "dim")
    if found.partial:
        screen.warn(say("choose.partial"))
