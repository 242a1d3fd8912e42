"""Rosters of public instances in the suites' own forms, for their own checkers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from rostering.writers.public.cells import FOLDERS
from rostering.writers.public.curtois_rows import curtois_files
from rostering.writers.public.inrc1_xml import inrc1_files
from rostering.writers.public.inrc2_weeks import inrc2_files

__all__ = ["FOLDERS", "public_files", "write_public_roster"]

FAMILIES: Mapping[str, Callable[[Problem, Roster], dict[str, str]]] = {
    "curtois": curtois_files,
    "inrc1": inrc1_files,
    "inrc2": inrc2_files,
}


def public_files(family: str, problem: Problem, roster: Roster) -> dict[str, str]:
    """Return the text of each file of a roster by file name.

    Parameters
    ----------
    family
        ``curtois``: a row for each employee, a column for each day, tabs between. ``inrc1``: the
        competition's XML. ``inrc2``: the competition's text files, one for each week.

    Raises
    ------
    BadInput
        When the family is unknown, or somebody works twice on a day, which no suite can say.
    """
    if family not in FAMILIES:
        needed = f"one of: {', '.join(FAMILIES)}"
        raise BadInput([Fault("the family", f"unknown family {family!r}", needed)])
    return FAMILIES[family](problem, roster)


def write_public_roster(
    family: str, problem: Problem, roster: Roster, path: str | Path
) -> tuple[Path, ...]:
    """Write a roster in a suite's own form and return the files that were written.

    Parameters
    ----------
    path
        A file; for INRC-II a folder that exists, which gets a file for each week.

    Raises
    ------
    BadInput
        As ``public_files`` does, and when a file cannot be written.
    """
    texts, place = public_files(family, problem, roster), Path(path)
    if family not in FOLDERS:
        (text,) = texts.values()
        write_bytes(place, text.encode())
        return (place,)
    for name, text in texts.items():
        write_bytes(place / name, text.encode())
    return tuple(place / name for name in texts)
