"""The ward that a ``prepare`` command writes, and what it says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from turnus.terminal.screen import Screen

Out = Annotated[
    Path,
    typer.Option("--out", metavar="FILE", help="Where to: .json or .xlsx.", show_default=False),
]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", show_default=False)]


def require_place(out: Path) -> None:
    """Raise ``BadInput`` when the file could not be written."""
    from rostering.errors import BadInput
    from turnus.files import place_faults

    if faults := list(place_faults(out, (".json", ".xlsx"))):
        raise BadInput(faults)


def keep(screen: Screen, problem: Problem, out: Path, told: dict[str, Any]) -> None:
    """Write a ward and tell where it is."""
    from rostering import writers

    if out.suffix.lower() == ".xlsx":
        writers.write_ward_workbook(problem, out)
    else:
        writers.write_json(problem, out)
    words = screen.words
    screen.say(words.say("files.written", file=str(out), what=words.say("files.ward")))
    screen.emit({"files": {"ward": str(out)}, **told})
