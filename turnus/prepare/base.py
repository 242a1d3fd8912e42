"""``turnus prepare base``: the base roster of a ward, weeks that wrap round."""

from __future__ import annotations

from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward
from turnus.prepare.output import Day, Out, keep, require_place


def base(
    ward: Ward,
    out: Out,
    *,
    weeks: Annotated[int, typer.Option(metavar="N", help="Weeks in the cycle.")] = 6,
    start: Day = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Make the cyclic ward of a base roster (*grunnturnus*).

    What lies on a date is left out: wishes, absence, holidays, the past. What holds from or to a
    date (positions, agreements ...) holds in all weeks when it holds on the first day; the dates
    stay in the file and count again when the roster is laid onto real dates. The rules are
    checked across the seam, from the last week into the first.

    \b
    Example:
      turnus prepare base ward.json --weeks 6 --out base.json
    """
    from rostering.kinds import base_problem
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    require_place(out)
    first = None if start is None else read_day(start, "--start")
    problem = base_problem(read_ward(ward), weeks, first)
    keep(screen, problem, out, {"weeks": weeks})
    return exits.OK
