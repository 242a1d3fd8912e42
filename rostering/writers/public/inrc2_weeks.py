"""An INRC-II roster: the competition's text files, one for each week."""

from __future__ import annotations

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.writers.public.cells import cells

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def inrc2_files(problem: Problem, roster: Roster) -> dict[str, str]:
    """Return the text of each week's file; lines are nurse, day, shift and skill.

    The skill is that of the demand row that the duty fills. A duty without a role is one more than
    is asked for: it bears a skill of the nurse's that nobody asks for there, else the first one.
    """
    scenario = problem.name.split("_", 1)[0]
    skilled = _Skills(problem)
    lines: dict[int, list[str]] = {week: [] for week in range(problem.horizon.days // 7)}
    for duty in cells(problem, roster).values():
        week, day = divmod((duty.date - problem.horizon.start).days, 7)
        lines[week].append(f"{duty.person} {DAYS[day]} {duty.shift} {skilled.of(duty)}")
    return {
        f"sol-week{week}.txt": "\n".join(
            ["SOLUTION", f"{week} {scenario}", "", f"ASSIGNMENTS = {len(told)}", *told, ""]
        )
        for week, told in lines.items()
    }


class _Skills:
    """The skill with which each duty is done."""

    def __init__(self, problem: Problem) -> None:
        self.by_row = {row.id: row.competence.all_of[0] for row in problem.demand}
        self.held = {p.id: [held.code for held in p.competences] for p in problem.people}
        self.asked = {
            (when, row.shifts[0], row.competence.all_of[0])
            for row in problem.demand
            for when in row.only_dates
        }

    def of(self, duty: Assignment) -> str:
        """Return the skill of a duty."""
        if duty.role is not None:
            return self.by_row[duty.role]
        held = self.held[duty.person]
        spare = (skill for skill in held if (duty.date, duty.shift, skill) not in self.asked)
        return next(spare, held[0])
