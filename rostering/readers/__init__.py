"""Problems and rosters out of files: valid data, or every fault with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rostering.domain.consistency import faults as consistency_faults
from rostering.domain.problem import PROBLEM_FORMAT, Problem
from rostering.domain.roster import ROSTER_FORMAT, Roster
from rostering.errors import BadInput, Fault
from rostering.readers.envelope import opened
from rostering.readers.json_text import parse, refuse_strange
from rostering.readers.roster_dates import roster_faults
from rostering.readers.source import SourceKind, kind, load
from rostering.readers.validation import limited, validated

__all__ = ["problem_from_data", "read_problem", "read_roster"]


def read_problem(path: str | Path) -> Problem:
    """Return the problem in a ward file: JSON, or a ward workbook (.xlsx).

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong, in reading order.
    """
    file = Path(path)
    data = load(file)
    if kind(file, data) is SourceKind.JSON:
        return problem_from_data(parse(data, file.name))
    from rostering.readers.workbook import read_workbook

    book = read_workbook(data, file.name)
    return _problem(book.data, book.locate, book.faults, book.silent)


def problem_from_data(data: dict[str, Any], locate: Callable[[str], str] | None = None) -> Problem:
    """Return the problem in plain data, such as parsed JSON.

    Parameters
    ----------
    data
        The object, ``format`` and ``version`` included.
    locate
        Turns a JSON path into the place that a person looks for (a sheet and a row).

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    return _problem(data, locate)


def read_roster(path: str | Path) -> Roster:
    """Return the roster in a JSON file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    file = Path(path)
    data = load(file)
    if kind(file, data) is SourceKind.WORKBOOK:
        guess = "the roster was also written as .json: give that file"
        raise BadInput([Fault(file.name, "an Excel workbook", "a roster as JSON", guess)])
    raw = opened(parse(data, file.name), ROSTER_FORMAT, str)
    roster = validated(Roster, raw)
    found = tuple(limited(roster_faults(roster)))
    if found:
        raise BadInput(found)
    return roster


def _problem(
    data: dict[str, Any],
    locate: Callable[[str], str] | None,
    known: Iterable[tuple[str, Fault]] = (),
    silent: Iterable[str] = (),
) -> Problem:
    place = locate or str
    refuse_strange(data, place)
    raw = opened(data, PROBLEM_FORMAT, place)
    problem = validated(Problem, raw, locate, known, silent)
    found = tuple(
        Fault(place(f.where), f.found, f.needed, f.maybe)
        for f in limited(consistency_faults(problem))
    )
    if found:
        raise BadInput(found)
    return problem
