"""What kind of file this is, and whether this version of turnus can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rostering.domain.card import CARD_FORMAT
from rostering.domain.problem import PROBLEM_FORMAT
from rostering.domain.roster import ROSTER_FORMAT
from rostering.errors import BadInput, Fault
from rostering.readers.json_path import TOP
from rostering.readers.json_text import shown
from rostering.readers.upgrade import CURRENT, upgraded

_CALLED = {
    PROBLEM_FORMAT: "a ward",
    ROSTER_FORMAT: "a roster",
    CARD_FORMAT: "a score card",
}


def opened(data: object, wanted: str, locate: Callable[[str], str]) -> dict[str, Any]:
    """Return the data of a file of the wanted format, lifted to today's version.

    Raises
    ------
    BadInput
        When the file is of another format, or newer than this version of turnus.
    """
    if not isinstance(data, dict):
        guess = "a part of a file was given instead of the whole"
        raise BadInput([Fault(TOP, shown(data), "an object", guess)])
    faults = [*_format_faults(data, wanted, locate), *_version_faults(data, wanted, locate)]
    if faults:
        raise BadInput(faults)
    return upgraded(data)


def _format_faults(
    data: dict[str, Any], wanted: str, locate: Callable[[str], str]
) -> Iterator[Fault]:
    found = data.get("format")
    if found == wanted:
        return
    needed = f'"format": "{wanted}" ({_CALLED[wanted]})'
    if isinstance(found, str) and found in _CALLED:
        guess = "the files were given in the wrong order"
        yield Fault(locate("format"), f"{_CALLED[found]} ({shown(found)})", needed, guess)
    elif "format" not in data:
        guess = f'it is another kind of file, or the line "format": "{wanted}" must be added'
        yield Fault(locate("format"), "nothing", needed, guess)
    else:
        yield Fault(locate("format"), shown(found), needed, "it is another kind of file")


def _version_faults(
    data: dict[str, Any], wanted: str, locate: Callable[[str], str]
) -> Iterator[Fault]:
    version, newest = data.get("version"), CURRENT[wanted]
    if data.get("format", wanted) != wanted:
        return
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        found = shown(version) if "version" in data else "nothing"
        yield Fault(
            locate("version"), found, f"a version from 1 to {newest}", f'write "version": {newest}'
        )
    elif version > newest:
        yield Fault(
            locate("version"),
            f"version {version}, made by a newer turnus",
            f"version {newest} or older",
            "update turnus",
        )
