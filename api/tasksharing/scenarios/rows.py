"""Scenarios as rows: made, found, and turned into the scenarios that are applied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.tasksharing.scenarios.tables import TaskScenario
from rostering.domain.canonical import content_hash
from rostering.readers.validation import validated
from tasksharing.domain.names import Name
from tasksharing.scenarios import Scenario
from tasksharing.scenarios.scenario import SCENARIO_FORMAT

MOST = 60
"""Scenarios of a period: more than anybody looks through."""
_LONGEST = 20
KEPT = ("changes", "fill", "load", "slide", "demand")


def scenario_for(
    session: Session, scenario: str, asking: Caller, action: str
) -> tuple[TaskScenario, Period]:
    """Return a scenario on which the caller may act, and its period."""
    found = session.get(TaskScenario, scenario)
    if found is None:
        raise NotThere("thing.unknown")
    return found, period_for(session, found.period_id, asking, action)


def of_period(session: Session, period: Period) -> list[TaskScenario]:
    """Return a period's scenarios, the oldest first."""
    query = select(TaskScenario).where(TaskScenario.period_id == period.id)
    return list(session.scalars(query.order_by(TaskScenario.created, TaskScenario.id)))


def domain_of(row: TaskScenario) -> Scenario | None:
    """Return a row's scenario; None while it has no change."""
    if not row.document["changes"]:
        return None
    return Scenario.model_validate({**row.document, "id": row.code})


def require_scenario(code: str, document: dict[str, Any]) -> None:
    """Refuse what could not be read again, such as a share of twenty digits.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    if document["changes"]:
        head = {"format": SCENARIO_FORMAT, "version": 1, "id": code}
        validated(Scenario, {**head, **document})


def name_of(row: TaskScenario) -> Name:
    """Return what a scenario is called."""
    return Name.model_validate(row.document["name"])


def document_of(scenario: Scenario) -> dict[str, Any]:
    """Return what is kept of a scenario."""
    return scenario.model_dump(mode="json", include={"name", *KEPT})


def keep_scenario(
    session: Session,
    period: Period,
    document: dict[str, Any],
    asking: Caller,
    *,
    how: str,
    code: str = "",
) -> TaskScenario:
    """Add a scenario to a period; ``how`` it came is noted.

    Raises
    ------
    Conflict
        When the period has too many already.
    """
    there = of_period(session, period)
    if len(there) >= MOST:
        raise Conflict("scenario.many", most=MOST)
    name = Name.model_validate(document["name"])
    row = TaskScenario(
        period_id=period.id,
        code=_free(_code(code) or _code(name.nb), {one.code for one in there}),
        document=document,
        revision=1,
        by=asking.account,
    )
    session.add(row)
    session.flush()
    noted(session, row, period, asking, "scenario.create", how=how)
    return row


def noted(
    session: Session, row: TaskScenario, period: Period, asking: Caller, action: str, **more: object
) -> None:
    """Note what was done to a scenario, without the people it names."""
    found = domain_of(row)
    told: dict[str, Any] = {"period": period.id, "code": row.code, "revision": row.revision, **more}
    told["changes"] = [change["kind"] for change in row.document["changes"]]
    if found is not None:
        told["hash"] = content_hash(found)
    note(session, Act(action, asking.account, f"scenario:{row.id}", period.unit_id, payload=told))


def _code(name: str) -> str:
    """Return a name as a short id for files: letters, digits and underlines."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("æ", "ae"))
    return re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")


def _free(code: str, taken: Collection[str]) -> str:
    begun = code[:_LONGEST] or "scenario"
    names = [begun, *(f"{begun}_{number}" for number in range(2, MOST + 2))]
    return next(name for name in names if name not in taken)
