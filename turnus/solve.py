"""``turnus solve``: search for a roster and write it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Seconds, Seed, Steps, Ward, Workers

if TYPE_CHECKING:
    from rostering.strategies.base import Outcome
    from turnus.files import Outputs
    from turnus.search import Wanted
    from turnus.terminal.screen import Screen

DEFAULT_OUT = "roster.json"


def solve(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the roster here (JSON).")
    ] = None,
    card: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the score card here.")
    ] = None,
    excel: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a workbook here (.xlsx).")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it here (.png or .svg).")
    ] = None,
    seconds: Seconds = None,
    steps: Steps = None,
    seed: Seed = 1,
    workers: Workers = 2,
    strategy: Annotated[str, typer.Option(metavar="NAME", help="How to search.")] = "auto",
    warm: Annotated[
        Path | None, typer.Option(metavar="ROSTER", help="A roster to start from.")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Search for the best roster of a ward and write it.

    Ctrl-C stops the search and keeps the best roster so far. Without --out the roster goes to
    roster.json, or to roster-2.json and so on when that is taken; with --json it is in the
    document, and only files that are named are written.

    \b
    Example:
      turnus solve ward.xlsx --excel roster.xlsx
      turnus solve ward:small --seconds 30 --picture roster.png
    """
    from turnus.files import Outputs, free_name
    from turnus.search import Wanted
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    if out is None and not as_json:
        out = free_name(DEFAULT_OUT)
    outputs = Outputs(roster=out, card=card, excel=excel, picture=picture)
    wanted = Wanted(seconds=seconds, steps=steps, seed=seed, workers=workers, strategy=strategy)
    return _solve(screen, ward, outputs, wanted, warm)


def _solve(
    screen: Screen, ward: str, outputs: Outputs, wanted: Wanted, warm_file: Path | None
) -> int:
    from turnus.ending import conclude, search_and_keep
    from turnus.wards import read_roster, read_ward

    wanted.budget()
    outputs.require_writable([ward])
    problem = read_ward(ward)
    warm = None if warm_file is None else read_roster(warm_file, problem)[0]
    kept = search_and_keep(screen, problem, wanted, warm, outputs)
    code = conclude(screen, kept)
    _next(screen, kept.outcome, ward, outputs)
    return code


def _next(screen: Screen, outcome: Outcome, ward: str, outputs: Outputs) -> None:
    """Tell the command that most people want next."""
    from turnus.ending import exit_code
    from turnus.search import DEFAULT_SECONDS
    from turnus.terminal.screen import typed

    words, code = screen.words, exit_code(outcome)
    if code == exits.OK and outputs.roster is not None:
        command = typed("show", ward, outputs.roster)
        screen.say(words.say("solve.next", command=command), "dim")
    elif code == exits.NOTHING_FOUND and not outcome.stopped:
        seconds = 5 * max(DEFAULT_SECONDS, round(outcome.seconds, -1))
        screen.say(words.say("solve.next_longer", seconds=f"{seconds:.0f}"))
    elif code == exits.IMPOSSIBLE:
        screen.say(words.say("solve.next_loosen", command=typed("why", ward)))
