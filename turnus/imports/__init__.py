"""``turnus import``: rosters that units have today, as they have them."""

from __future__ import annotations

import typer

from turnus.imports.lists import plan, staff, wishes
from turnus.imports.public import curtois, inrc1, inrc2
from turnus.imports.roster import roster

HELP = """Read what a unit has today, or a public benchmark instance.

\b
  turnus import roster roster.xlsx --save-mapping unit.toml
  turnus import roster roster.xlsx --mapping unit.toml --out roster.json --out-ward ward.json
  turnus import staff staff.xlsx --ward ward.json --out ward.json
  turnus import wishes wishes.csv --ward ward.json --out ward.json
  turnus import plan plan.xlsx --ward ward.json --out ward.json --replace
  turnus import inrc2 n030w4_1_6-2-9-1 --dir sets --out ward.json
"""

imports = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@imports.callback()
def start() -> None:
    """Read what a unit has today, or a public instance."""


imports.command()(roster)
imports.command()(staff)
imports.command()(wishes)
imports.command()(plan)
imports.command()(curtois)
imports.command()(inrc1)
imports.command()(inrc2)
