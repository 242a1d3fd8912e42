"""Wards and rosters from the command line: files, or bundled wards by name."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster

PREFIX = "ward:"
SUFFIXES = (".json", ".xlsx")


def read_ward(name: str) -> Problem:
    """Return the ward in a file, or the bundled one when the name starts with ``ward:``.

    Raises
    ------
    BadInput
        When there is no such ward or the file has faults.
    """
    from fixtures import WARDS, ward

    if name.startswith(PREFIX):
        return ward(bundled_name(name.removeprefix(PREFIX), name))
    from rostering.readers import read_problem

    if name in WARDS and not Path(name).exists():
        needed = "a ward file, or a bundled ward as ward:NAME"
        raise BadInput([Fault(name, "no such file", needed, f"{PREFIX}{name} is meant")])
    return read_problem(Path(name))


def bundled_name(name: str, where: str) -> str:
    """Return a bundled ward's name, or raise ``BadInput`` with those that exist."""
    from fixtures import NEIGHBOURS, WARDS

    known = (*WARDS, *NEIGHBOURS.values())
    if name in known:
        return name
    close = difflib.get_close_matches(name, known, 1, 0.4)
    guess = f"{close[0]} is meant" if close else "a file is meant: leave ward: out"
    needed = f"one of: {', '.join(known)}"
    raise BadInput([Fault(where, f"no bundled ward {name!r}", needed, guess)])


def read_roster(path: Path, problem: Problem) -> tuple[Roster, bool]:
    """Return a roster, and whether it was made for just this version of the ward."""
    from rostering.domain.canonical import content_hash
    from rostering.readers import read_roster as read

    roster = read(path)
    return roster, roster.problem_hash in {"", content_hash(problem)}
