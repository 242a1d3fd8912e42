"""Who works what on which day: the one cell that every public form is made of."""

from __future__ import annotations

from datetime import date

from rostering.check import require_fit
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault

FOLDERS = ("inrc2",)
"""Families whose rosters are folders of files."""


def cells(problem: Problem, roster: Roster) -> dict[tuple[str, date], Assignment]:
    """Return the duty of each person and date, in the order of people and dates.

    Raises
    ------
    BadInput
        When the roster is another problem's, and for each day on which somebody has two duties.
    """
    require_fit(problem, roster)
    found: dict[tuple[str, date], Assignment] = {}
    faults = []
    place = {person.id: number for number, person in enumerate(problem.people)}
    for duty in sorted(roster.effective, key=lambda duty: (place[duty.person], duty.date)):
        key = (duty.person, duty.date)
        if key in found:
            codes = f"{found[key].shift} and {duty.shift}"
            needed = "one shift a day, as in all public instances"
            faults.append(Fault(f"{duty.person} on {duty.date}", codes, needed))
        found[key] = duty
    if faults:
        raise BadInput(faults)
    return found
