"""``turnus convert``: a ward from Excel to JSON or back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward


def convert(
    ward: Ward,
    out: Annotated[
        Path,
        typer.Argument(metavar="OUT", help="Where to: .xlsx or .json.", show_default=False),
    ],
    *,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Turn a ward from Excel into JSON, or back.

    The ward is read with every check, so this also tells what is wrong in a file.

    \b
    Example:
      turnus convert ward.xlsx ward.json
      turnus convert ward:tiny tiny.xlsx
    """
    from rostering import writers
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    faults = list(place_faults(out, (".json", ".xlsx")))
    if not faults and Path(ward).exists() and Path(ward).resolve() == out.resolve():
        faults.append(Fault(str(out), "the ward itself", "another file"))
    if faults:
        raise BadInput(faults)
    problem = read_ward(ward)
    if out.suffix.lower() == ".xlsx":
        writers.write_ward_workbook(problem, out)
    else:
        writers.write_json(problem, out)
    words = screen.words
    screen.say(words.say("files.written", file=str(out), what=words.say("files.ward")))
    screen.emit({"files": {"ward": str(out)}})
    return exits.OK
