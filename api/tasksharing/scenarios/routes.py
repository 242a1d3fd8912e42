"""Scenarios over HTTP: listed, made, read, changed, copied, deleted, and what they do."""

from __future__ import annotations

from fractions import Fraction

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Wrong
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.tasksharing.ground import ground_of, require_ground
from api.tasksharing.scenarios.effects import effects_told
from api.tasksharing.scenarios.materials import materials_of
from api.tasksharing.scenarios.rows import (
    domain_of,
    keep_scenario,
    name_of,
    noted,
    of_period,
    require_scenario,
    scenario_for,
)
from api.tasksharing.scenarios.shapes import (
    CopyScenario,
    EffectsShape,
    Materials,
    NewScenario,
    ScenarioGiven,
    ScenarioLine,
    ScenarioShape,
)
from api.tasksharing.scenarios.starting import begun_from, blank
from api.tasksharing.scenarios.tables import TaskScenario
from rostering.wages.exact import written
from tasksharing.domain.names import Name
from tasksharing.scenarios import SHIPPED

router = APIRouter(prefix="/api", tags=["scenarios"])


@router.get("/periods/{period}/scenarios", dependencies=[Depends(may("scenario.read"))])
def scenarios(period: str, asking: Asking, session: Db) -> list[ScenarioLine]:
    """List a period's scenarios, the oldest first."""
    found = period_for(session, period, asking, "scenario.read")
    return [
        ScenarioLine(
            id=row.id,
            name=name_of(row).told(asking.language),
            kinds=[change["kind"] for change in row.document["changes"]],
            revision=row.revision,
            changed=row.changed,
        )
        for row in of_period(session, found)
    ]


@router.get("/periods/{period}/scenario-materials", dependencies=[Depends(may("scenario.read"))])
def materials(period: str, asking: Asking, session: Db) -> Materials:
    """Tell what scenarios of a period can be built of."""
    found = period_for(session, period, asking, "scenario.read")
    return materials_of(session, found, asking.language)


@router.post(
    "/periods/{period}/scenarios", status_code=201, dependencies=[Depends(may("scenario.write"))]
)
def create(
    period: str, given: NewScenario, asking: Asking, session: Db, key: IdempotencyKey = None
) -> ScenarioShape:
    """Make a scenario: empty, or begun from one that ships."""
    found = period_for(session, period, asking, "scenario.write")
    if given.start and given.start not in SHIPPED:
        raise Wrong("scenario.start", "start")

    def make() -> ScenarioShape:
        row = keep_scenario(session, found, _begun(session, found, given), asking, how="made")
        return shape(row, asking)

    return once(session, asking, key, (ScenarioShape, f"scenarios of {period}", given), make)


def _begun(session: Session, period: Period, given: NewScenario) -> dict[str, object]:
    if not given.start:
        return blank(given.name)
    ground = ground_of(session, period)
    return begun_from(given.start, given.name, None if ground is None else ground.problem)


@router.get("/scenarios/{scenario}", dependencies=[Depends(may("scenario.read"))])
def read(scenario: str, asking: Asking, session: Db, response: Response) -> ScenarioShape:
    """Return a scenario with its changes."""
    row, _ = scenario_for(session, scenario, asking, "scenario.read")
    tagged(response, row.revision)
    return shape(row, asking)


@router.put("/scenarios/{scenario}", dependencies=[Depends(may("scenario.write"))])
def change(
    scenario: str,
    given: ScenarioGiven,
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
) -> ScenarioShape:
    """Replace a scenario's name, changes and settings; an unlawful one is kept with its faults."""
    row, period = scenario_for(session, scenario, asking, "scenario.write")
    require(seen, row.revision)
    same = given.name == name_of(row).told(asking.language)
    told = given.model_dump(mode="json", include={"changes", "slide", "demand"})
    told["name"] = row.document["name"] if same else Name(nb=given.name).model_dump()
    told |= {one: written(Fraction(str(round(getattr(given, one), 4)))) for one in ("fill", "load")}
    require_scenario(row.code, told)
    row.document = told
    row.revision += 1
    row.changed, row.by = now(), asking.account
    noted(session, row, period, asking, "scenario.change")
    tagged(response, row.revision)
    return shape(row, asking)


@router.delete(
    "/scenarios/{scenario}", status_code=204, dependencies=[Depends(may("scenario.write"))]
)
def delete(scenario: str, asking: Asking, session: Db) -> None:
    """Delete a scenario; comparisons that were made with it keep what they found."""
    row, period = scenario_for(session, scenario, asking, "scenario.write")
    told = {"period": period.id, "code": row.code}
    about = f"scenario:{row.id}"
    session.delete(row)
    note(session, Act("scenario.delete", asking.account, about, period.unit_id, payload=told))


@router.post(
    "/scenarios/{scenario}/copy", status_code=201, dependencies=[Depends(may("scenario.write"))]
)
def copy(
    scenario: str, given: CopyScenario, asking: Asking, session: Db, key: IdempotencyKey = None
) -> ScenarioShape:
    """Copy a scenario under another name."""
    row, period = scenario_for(session, scenario, asking, "scenario.write")

    def make() -> ScenarioShape:
        document = {**row.document, "name": Name(nb=given.name).model_dump()}
        made = keep_scenario(session, period, document, asking, how=f"copy of {row.code}")
        return shape(made, asking)

    return once(session, asking, key, (ScenarioShape, f"copies of {scenario}", given), make)


@router.get("/scenarios/{scenario}/effects", dependencies=[Depends(may("scenario.read"))])
def effects(scenario: str, asking: Asking, session: Db) -> EffectsShape:
    """Tell what a scenario does before anybody is rostered, or why it cannot be."""
    row, period = scenario_for(session, scenario, asking, "scenario.read")
    return effects_told(require_ground(session, period), domain_of(row), asking.language)


def shape(row: TaskScenario, asking: Caller) -> ScenarioShape:
    """Return a scenario as it is told."""
    told = row.document
    return ScenarioShape.model_validate(
        {
            "id": row.id,
            "period": row.period_id,
            "code": row.code,
            "name": name_of(row).told(asking.language),
            "changes": told["changes"],
            "fill": float(told["fill"]),
            "load": float(told["load"]),
            "slide": told["slide"],
            "demand": told["demand"],
            "revision": row.revision,
            "changed": row.changed,
        }
    )
