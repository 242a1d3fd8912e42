"""A Curtois roster: a row for each employee in file order, a column for each day, tabs between."""

from __future__ import annotations

from datetime import timedelta

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.writers.public.cells import cells


def curtois_files(problem: Problem, roster: Roster) -> dict[str, str]:
    """Return the text of the one file; a day off is an empty column."""
    duties = cells(problem, roster)
    days = [problem.horizon.start + timedelta(days=day) for day in range(problem.horizon.days)]
    rows = [
        "\t".join(
            duties[person.id, day].shift if (person.id, day) in duties else "" for day in days
        )
        for person in problem.people
    ]
    return {f"{problem.name}.roster.txt": "".join(f"{row}\n" for row in rows)}
