"""Whoever works a shift or fills a role holds the competence it asks for, valid that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Verbs

ID = "competence"


@dataclass(frozen=True, slots=True)
class Values:
    """Whether the rule is in force."""

    required: bool = limit(Sense.AT_LEAST, "")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every planned duty whose shift or role asks for more than the person holds."""
    index = line.index
    for duty in line.duties:
        if duty.day < 0 or not limits.at(duty.day).required:
            continue
        held = index.held(line.person, duty.day)
        needs = [index.shifts[duty.code].requires]
        if (role := index.role_need(duty.role)) is not None:
            needs.append(role)
        unmet = [str(need) for need in needs if not need.met_by(held)]
        if unmet:
            facts = {"shift": duty.code, "needed": " and ".join(unmet)}
            yield Violation(
                ID, line.person.id, duty.day, duty.day, 1, len(unmet), "competences",
                "competence.missing", facts, "required",
            )  # fmt: skip


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: forbid each duty that asks for a competence not held."""
    index = verbs.index
    roles = {row.id: row.competence for row in index.problem.demand}
    for duty in verbs.candidates:
        if duty.day < 0 or not limits.at(duty.day).required:
            continue
        held = index.held(verbs.person, duty.day)
        able = index.shifts[duty.code].requires.met_by(held)
        if not able or (duty.role is not None and not roles[duty.role].met_by(held)):
            verbs.forbid([verbs.takes(duty)])


RULE = employee_rule(ID, Values, check, post)
