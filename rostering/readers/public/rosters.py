"""Rosters in the suites' own forms, such as published solutions, as rosters of a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.readers.public.curtois_roster import curtois_assignments
from rostering.readers.public.inrc1_roster import inrc1_assignments
from rostering.readers.public.inrc2_roster import inrc2_assignments
from rostering.readers.public.reading import require_family
from rostering.rulebooks.book import as_text, books_of

READERS: dict[str, Callable[[Path, Problem], Iterable[Assignment]]] = {
    "curtois": curtois_assignments,
    "inrc1": inrc1_assignments,
    "inrc2": inrc2_assignments,
}


def read_public_roster(family: str, path: str | Path, problem: Problem) -> Roster:
    """Return a roster in a suite's own form.

    Parameters
    ----------
    family
        ``curtois``: a row for each employee, a column for each day, tabs between. ``inrc1``: the
        competition's XML. ``inrc2``: the folder of the competition's week files, text or JSON.
    problem
        The instance, as its reader gives it.

    Raises
    ------
    BadInput
        With one fault and its place for each thing that does not fit the problem.
    """
    require_family(family, READERS)
    found = READERS[family](Path(path), problem)
    return Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(sorted(found, key=lambda duty: duty.key)),
        rulebook=as_text(books_of(problem)),
    )
