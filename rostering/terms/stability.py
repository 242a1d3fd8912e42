"""Days that differ from the roster already published.

Who has no published duty has no roster to keep: a temp who comes in changes nobody's days.
"""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.duty import Duty
from rostering.domain.findings import Cause
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.terms.base import employee_term
from rostering.verbs import Verbs


def published(index: ProblemIndex) -> dict[tuple[str, int], list[Duty]]:
    """Return the published duties inside the horizon, by person and day."""
    found = index.memo.get("published")
    if isinstance(found, dict):
        return found
    found = index.memo["published"] = {}
    for assignment in index.problem.published:
        duty = index.placed(assignment)
        if 0 <= duty.day < index.days:
            found.setdefault((assignment.person, duty.day), []).append(duty)
    return found


def measure(line: Line) -> Iterator[Cause]:
    """Yield 1 for each day on which a published duty is gone or a free day is worked."""
    before = published(line.index)
    if not any(person == line.person.id for person, _ in before):
        return
    for day in range(line.last + 1):
        duties = before.get((line.person.id, day), [])
        gone = any(duty not in line.on(day) for duty in duties)
        if gone or (not duties and line.works(day)):
            yield Cause(1, line.person.id, day, "stability")


def post(verbs: Verbs, weight: int) -> None:
    """Charge each such day."""
    before = published(verbs.index)
    if verbs.person.id not in {person for person, _ in before}:
        return
    for day in range(verbs.index.days):
        duties = before.get((verbs.person.id, day))
        if duties is None:
            verbs.price([verbs.works(day)], weight)
        else:
            known = verbs.on(day)
            kept = [verbs.takes(duty) if duty in known else -1 for duty in duties]
            verbs.price([verbs.any_of([-literal for literal in kept])], weight)


TERM = employee_term("stability", "days", measure, post)
