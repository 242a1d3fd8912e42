"""An INRC-I roster: the competition's XML, one entry for each duty."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.score import score
from rostering.writers.public.cells import cells


def inrc1_files(problem: Problem, roster: Roster) -> dict[str, str]:
    """Return the text of the one file; its penalty is the total of the score card."""
    root = ET.Element("Solution")
    _add(root, "SchedulingPeriodID", problem.name)
    _add(root, "Competitor", "helseturnus")
    _add(root, "SoftConstraintsPenalty", str(score(problem, roster).total))
    for duty in cells(problem, roster).values():
        entry = ET.SubElement(root, "Assignment")
        _add(entry, "Date", duty.date.isoformat())
        _add(entry, "Employee", duty.person)
        _add(entry, "ShiftType", duty.shift)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return {f"{problem.name}.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'}


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
