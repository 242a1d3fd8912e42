"""``turnus prepare dates``: a base roster laid onto real dates."""

from __future__ import annotations

from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster
from turnus.prepare.output import Out, keep, require_place


def dates(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The cyclic ward.")],
    roster: Roster,
    ward: Annotated[str, typer.Argument(metavar="WARD", help="The ward with real dates.")],
    out: Out,
    *,
    first_week: Annotated[
        int, typer.Option(metavar="N", help="The base week of the calendar's first Monday.")
    ] = 1,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Lay a base roster onto a ward's dates, with its holidays, vacations and known absence.

    The result keeps the base's shifts as its published roster; `turnus solve` then fills what
    known absence opens and changes as little else as it can.
    """
    from rostering.kinds import unroll
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    require_place(out)
    cyclic = read_ward(base)
    found = unroll(cyclic, read_roster(roster, cyclic)[0], read_ward(ward), first_week)
    words = screen.words
    screen.say(
        words.say(
            "prepare.dates",
            kept=len(found.problem.published),
            opened=len(found.opened),
            dropped=len(found.dropped),
        )
    )
    told = {
        "kept": len(found.problem.published),
        "opened": [duty.model_dump(mode="json") for duty in found.opened],
        "dropped": [duty.model_dump(mode="json") for duty in found.dropped],
    }
    keep(screen, found.problem, out, told)
    return exits.OK
