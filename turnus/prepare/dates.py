"""``turnus prepare dates``: a base roster laid onto real dates."""

from __future__ import annotations

from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster
from turnus.prepare.output import Day, Out, keep, require_place


def dates(  # noqa: PLR0913 - one parameter an option
    base: Annotated[str, typer.Argument(metavar="BASE", help="The cyclic ward.")],
    roster: Roster,
    out: Out,
    *,
    ward: Annotated[
        str | None,
        typer.Option(metavar="WARD", help="The ward with real dates.", show_default=False),
    ] = None,
    start: Day = None,
    weeks: Annotated[int, typer.Option(metavar="N", help="Weeks from --start on.")] = 12,
    first_week: Annotated[
        int, typer.Option(metavar="N", help="The base week of the calendar's first Monday.")
    ] = 1,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Lay a base roster onto real dates, with their holidays, vacations and known absence.

    The dates are those of another ward file (--ward), or of the base's own ward from --start on.
    The result keeps the base's shifts as its published roster; `turnus solve` then fills what
    known absence opens and changes as little else as it can.

    \b
    Example:
      turnus prepare dates base.json base_roster.json --start 2027-06-21 --out dated.json
    """
    from rostering.errors import BadInput, Fault
    from rostering.kinds import dated_problem, unroll
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    require_place(out)
    cyclic = read_ward(base)
    if (ward is None) == (start is None):
        given = "neither" if ward is None else "both"
        raise BadInput([Fault("--ward, --start", given, "one of the two")])
    laid, same = read_roster(roster, cyclic)
    if not same:
        screen.warn(screen.words.say("prepare.hash", roster=str(roster)))
    if ward is not None:
        dated = read_ward(ward)
    else:
        dated = dated_problem(cyclic, read_day(str(start), "--start"), weeks)
    found = unroll(cyclic, laid, dated, first_week)
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
        "same_ward": same,
        "kept": len(found.problem.published),
        "opened": [duty.model_dump(mode="json") for duty in found.opened],
        "dropped": [duty.model_dump(mode="json") for duty in found.dropped],
    }
    keep(screen, found.problem, out, told)
    return exits.OK
