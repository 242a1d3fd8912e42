"""``turnus absence``: forecasts of short-term absence, measured against naive baselines."""

from __future__ import annotations

import typer

from turnus.absence.card import card
from turnus.absence.evaluate import evaluate
from turnus.absence.fit import fit
from turnus.absence.forecast import forecast
from turnus.absence.import_table import import_table
from turnus.absence.reserve import reserve

HELP = """Forecasts of short-term absence, and the reserve shifts that they pay for.

\b
  turnus absence import export.xlsx --out absence.csv
  turnus absence fit --data absence.csv --out absence.model
  turnus absence forecast absence.model --days 28 --out forecast.png
  turnus absence card absence.model --out model-card.md
  turnus absence reserve ward.xlsx --share 4 --out with-reserve.json
  turnus absence evaluate --data absence.csv --test-from 2026-09-01 --out report

Absence is told per unit and day, never per person.
"""

absence = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
absence.command()(evaluate)
absence.command("import")(import_table)
absence.command()(fit)
absence.command()(forecast)
absence.command()(card)
absence.command()(reserve)
