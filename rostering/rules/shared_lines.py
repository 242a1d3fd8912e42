"""Shared lines of a base roster: all holders of a line work the same weeks, each from its own.

A holder who enters a line at week 3 works in the first week what stands in the line's third. Only a
cyclic roster is bound; on the calendar everybody's weeks are their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Plan
from rostering.domain.problem import BaseHolder
from rostering.rules.base import Dated, Sense, limit, unit_rule
from rostering.verbs import Literal, UnitVerbs

ID = "shared_lines"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether holders of one line must work the same weeks."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(plan: Plan, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every day on which a holder works otherwise than the line's first holder."""
    index = plan.index
    if not index.cyclic or not limits.at(0).required:
        return
    for line in index.problem.base_lines:
        for first, other in pairwise(line.holders):
            ahead = 7 * (other.entry_week - first.entry_week)
            for day in range(index.days):
                mine = _codes(plan.lines[other.person].on(day))
                theirs = _codes(plan.lines[first.person].on((day + ahead) % index.days))
                if mine != theirs:
                    wrong = len(mine ^ theirs)
                    facts = {"line": line.id, "other": index.people[first.person].name}
                    yield Violation(
                        ID, other.person, day, day, wrong, wrong, "duties", "shared_lines.differs",
                        facts, "required",
                    )  # fmt: skip


def _codes(duties: tuple[Duty, ...]) -> set[tuple[str, str, str | None]]:
    return {(duty.code, duty.unit, duty.role) for duty in duties}


def post(verbs: UnitVerbs, limits: Dated[Values]) -> None:
    """Say it to the solver: each duty of the one exactly when the other works its like."""
    index = verbs.index
    if not index.cyclic or not limits.at(0).required:
        return
    held = _held(verbs)
    for line in index.problem.base_lines:
        for before, after in pairwise(line.holders):
            _tie(verbs, held, before, after)


def _held(verbs: UnitVerbs) -> dict[tuple[str, int], dict[object, Literal]]:
    """Return the literals of everybody's duties by person and day, then by what they are."""
    found: dict[tuple[str, int], dict[object, Literal]] = {}
    for day in range(verbs.index.days):
        for code in verbs.index.shifts:
            for person, duty, literal in verbs.on_duty(day, code):
                found.setdefault((person.id, day), {})[code, duty.unit, duty.role] = literal
    return found


def _tie(
    verbs: UnitVerbs,
    held: dict[tuple[str, int], dict[object, Literal]],
    before: BaseHolder,
    after: BaseHolder,
) -> None:
    days = verbs.index.days
    for day in range(days):
        away = (day + (after.entry_week - before.entry_week) * 7) % days
        one = held.get((before.person, away), {})
        two = held.get((after.person, day), {})
        for what in {**one, **two}:
            mine, theirs = one.get(what), two.get(what)
            if mine is not None:
                verbs.forbid([mine] if theirs is None else [mine, -theirs])
            if theirs is not None:
                verbs.forbid([theirs] if mine is None else [theirs, -mine])


RULE = unit_rule(ID, Values, check, post)
