"""``turnus import``: rosters that units have today, as they have them."""

from __future__ import annotations

import typer

from turnus.imports.roster import roster

HELP = """Read what a unit has today.

\b
  turnus import roster roster.xlsx --save-mapping unit.toml
  turnus import roster roster.xlsx --mapping unit.toml --out roster.json --out-ward ward.json
"""

imports = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@imports.callback()
def start() -> None:
    """Read what a unit has today."""


imports.command()(roster)
