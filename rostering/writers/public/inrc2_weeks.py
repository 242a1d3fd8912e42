"""An INRC-II roster: the competition's text files, one for each week."""

from __future__ import annotations

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.writers.public.cells import cells

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def inrc2_files(problem: Problem, roster: Roster) -> dict[str, str]:
    """Return the text of each week's file; lines are nurse, day, shift and skill.

    The skill is that of the demand row that the duty fills. A duty without a role is one more than
    any skill asks for: it bears the nurse's first skill, which costs nothing.
    """
    scenario = problem.name.split("_", 1)[0]
    skills = {row.id: row.competence.all_of[0] for row in problem.demand}
    first = {person.id: person.competences[0].code for person in problem.people}
    lines: dict[int, list[str]] = {week: [] for week in range(problem.horizon.days // 7)}
    for duty in cells(problem, roster).values():
        week, day = divmod((duty.date - problem.horizon.start).days, 7)
        lines[week].append(_line(duty, DAYS[day], skills.get(duty.role or "", first[duty.person])))
    return {
        f"sol-week{week}.txt": "\n".join(
            ["SOLUTION", f"{week} {scenario}", "", f"ASSIGNMENTS = {len(told)}", *told, ""]
        )
        for week, told in lines.items()
    }


def _line(duty: Assignment, day: str, skill: str) -> str:
    return f"{duty.person} {day} {duty.shift} {skill}"
