"""A person leaves the scenarios that name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.periods.tables import Period
from api.tasksharing.scenarios.tables import TaskScenario


def forget(session: Session, unit: str, person: str) -> int:
    """Take a person out of a unit's scenarios; changes about nobody else go. Count the scenarios.

    Comparisons are questions, and go with those.
    """
    periods = select(Period.id).where(Period.unit_id == unit)
    found = 0
    for row in session.scalars(select(TaskScenario).where(TaskScenario.period_id.in_(periods))):
        if any(person in change.get("people", ()) for change in row.document["changes"]):
            row.document = {**row.document, "changes": list(_without(row, person))}
            row.revision += 1
            found += 1
    return found


def _without(row: TaskScenario, person: str) -> Iterator[dict[str, Any]]:
    for change in row.document["changes"]:
        if person not in change.get("people", ()):
            yield change
        elif left := [one for one in change["people"] if one != person]:
            yield {**change, "people": left}
