"""What known absence opens in a published roster: the shifts to fill, the hours to credit."""

from __future__ import annotations

from datetime import timedelta

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.domain.wishes import Absence


def open_absences(problem: Problem) -> tuple[Problem, tuple[Assignment, ...]]:
    """Return a problem whose published roster has nobody on known absence, and what that opens.

    Each day of absence of a person with a published line covers the shift that stood there, whose
    hours it credits, or a day off, which credits nothing: with a published roster it is known
    what would have been worked. People without a published duty keep their absences as they are.
    """
    index = ProblemIndex(problem)
    days = {duty: index.clock.day(duty.date) for duty in problem.published}
    opened = tuple(d for d in problem.published if index.away(d.person, days[d]) is not None)
    gone = set(opened)
    changed = problem.model_copy(
        update={
            "published": tuple(d for d in problem.published if d not in gone),
            "absences": tuple(
                part for away in problem.absences for part in _covering(problem, away, opened)
            ),
        }
    )
    return changed, opened


def _covering(
    problem: Problem, away: Absence, opened: tuple[Assignment, ...]
) -> tuple[Absence, ...]:
    planned = {duty.date: duty.shift for duty in opened if duty.person == away.person}
    has_line = planned or any(duty.person == away.person for duty in problem.published)
    if not has_line or away.shift is not None or away.day_off:
        return (away,)
    start, found = problem.horizon.start, []
    for number in range((away.end - away.first).days + 1):
        day = away.first + timedelta(days=number)
        inside = start <= day <= problem.horizon.end
        update = {
            "first": day,
            "last": day,
            "shift": planned.get(day),
            "day_off": inside and day not in planned,
        }
        found.append(away.model_copy(update=update))
    return tuple(found)
