"""``turnus demo``: plan a whole nursing-home ward and show what comes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.strategies.base import Outcome
    from turnus.terminal.screen import Screen

WARD = "ward:nursing_home"
EASTER = ("--from", "2027-03-22", "--weeks", "2")


def demo(
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Folder for the files.")] = Path(
        "build/demo"
    ),
    seconds: Annotated[float, typer.Option(metavar="N", help="Longest search in seconds.")] = 40.0,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Plan an invented ward in about a minute, and show it.

    The ward is a nursing home: 32 people, 12 weeks, Easter in the middle. Writes roster.json,
    card.json, roster.xlsx and roster.png. Ctrl-C ends it early with the best roster so far.

    \b
    Example:
      turnus demo
    """
    from turnus.ending import conclude, search_and_keep
    from turnus.files import Outputs, make_folder
    from turnus.search import Wanted
    from turnus.terminal.screen import Screen, typed
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    wanted = Wanted(seconds=seconds)
    wanted.budget()
    make_folder(out)
    outputs = Outputs(*(out / f for f in ("roster.json", "card.json", "roster.xlsx", "roster.png")))
    outputs.require_writable([])
    screen.note(screen.words.say("demo.hello"), "bold")
    problem = read_ward(WARD)
    kept = search_and_keep(screen, problem, wanted, None, outputs)
    _extract(screen, problem, kept.outcome)
    code = conclude(screen, kept)
    if kept.outcome.roster is not None:
        command = typed("show", WARD, out / "roster.json", *EASTER)
        screen.say(screen.words.say("solve.next", command=command), "dim")
    return code


def _extract(screen: Screen, problem: Problem, outcome: Outcome) -> None:
    """Print the first two weeks."""
    from turnus.picture import draw

    if outcome.roster is not None and not screen.as_json:
        screen.say(screen.words.say("demo.extract"), "bold")
        draw(screen, problem, outcome.roster, None, None, 2)
        screen.say("")
