"""Arguments and options that several commands share, with their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Language = Annotated[
    Literal["nb", "nn", "en"],
    typer.Option(help="Language of tables and messages.", envvar="TURNUS_LANGUAGE"),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON document on standard output, nothing else.")
]
Everything = Annotated[bool, typer.Option("--all", help="Show every row, also beyond thirty.")]
Ward = Annotated[
    str,
    typer.Argument(
        metavar="WARD",
        help="The ward: a .json or .xlsx file, or a bundled one such as ward:tiny.",
        show_default=False,
    ),
]
Roster = Annotated[
    Path, typer.Argument(metavar="ROSTER", help="A roster as JSON.", show_default=False)
]
Seconds = Annotated[
    float | None,
    typer.Option(
        metavar="N",
        help="Longest search in seconds; 60 when neither this nor --steps is given.",
        show_default=False,
    ),
]
Steps = Annotated[
    float | None,
    typer.Option(
        metavar="N",
        help="Longest search in the solver's own steps, the same on any machine.",
        show_default=False,
    ),
]
Seed = Annotated[int, typer.Option(min=0, max=2**31 - 1, metavar="N", help="Random seed.")]
Workers = Annotated[
    int,
    typer.Option(
        min=1, max=256, metavar="N", help="Threads; with 1 and --steps, runs repeat exactly."
    ),
]
