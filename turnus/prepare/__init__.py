"""``turnus prepare``: the ward file of another kind of roster, made from one that is there."""

from __future__ import annotations

import typer

from turnus.prepare.base import base
from turnus.prepare.dates import dates
from turnus.prepare.feast import feast
from turnus.prepare.summer import summer

HELP = """Make the ward file of another kind of roster.

\b
  turnus prepare base ward.json --weeks 6 --out base.json      weeks that wrap round
  turnus prepare dates base.json base_roster.json --start 2027-06-21 --out dated.json
  turnus prepare summer dated.json summer.toml --out summer.json
  turnus prepare feast dated.json --first 2027-03-25 --last 2027-03-29 --out easter.json

Each is solved with `turnus solve` like any ward.
"""

prepare = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
prepare.command()(base)
prepare.command()(dates)
prepare.command()(summer)
prepare.command()(feast)
