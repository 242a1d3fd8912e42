"""``turnus show``: a roster as a grid, a person's part of it, or what the weights mean."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language


def show(  # noqa: PLR0913 - one parameter an option
    ward: Annotated[
        str | None,
        typer.Argument(metavar="WARD", help="A ward file or ward:NAME.", show_default=False),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Argument(metavar="ROSTER", help="A roster as JSON.", show_default=False),
    ] = None,
    *,
    person: Annotated[
        str | None, typer.Option(metavar="ID", help="One person (id or name).")
    ] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="From this week on."),
    ] = None,
    weeks: Annotated[
        int | None, typer.Option(min=1, max=60, metavar="N", help="Weeks to show.")
    ] = None,
    weights: Annotated[bool, typer.Option("--weights", help="Show what weights mean.")] = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Show a roster as a grid, or what the weights mean.

    The grid is as wide as the terminal and wraps by weeks. --weights tells how many minutes of
    shortage each goal is worth.

    \b
    Example:
      turnus show ward.xlsx roster.json --from 2027-03-22 --weeks 2
      turnus show ward.xlsx roster.json --person n07
      turnus show ward.xlsx --weights
    """
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    if weights:
        from turnus.rates import show_rates

        return show_rates(screen, ward)
    if ward is None or roster is None:
        missing = "WARD" if ward is None else "ROSTER"
        raise typer.BadParameter(f"{missing} is missing (only --weights goes without)")
    from turnus.picture import show_roster

    day = None if first is None else first.date()
    show_roster(screen, ward, roster, person, day, weeks)
    return exits.OK
