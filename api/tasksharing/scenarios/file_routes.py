"""Scenarios as files: the same that ``turnus tasks scenario`` reads, TOML or JSON."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Response

from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.periods.finding import period_for
from api.tasksharing.scenarios.routes import shape
from api.tasksharing.scenarios.rows import document_of, domain_of, keep_scenario, scenario_for
from api.tasksharing.scenarios.shapes import MOST_CHANGES, ScenarioShape
from rostering.errors import BadInput, Fault
from rostering.writers.json_file import json_text
from tasksharing.files.toml_text import toml_text
from tasksharing.scenarios import Scenario
from tasksharing.scenarios.reading import scenario_in

router = APIRouter(prefix="/api", tags=["scenarios"])
MOST_BYTES = 500_000
TYPES = {"toml": "application/toml", "json": "application/json"}


@router.post(
    "/periods/{period}/scenarios/file",
    status_code=201,
    dependencies=[Depends(may("scenario.write"))],
)
def upload(
    period: str,
    given: Annotated[bytes, Body(media_type="application/octet-stream", max_length=MOST_BYTES)],
    asking: Asking,
    session: Db,
) -> ScenarioShape:
    """Make a scenario of a file; one with faults makes none, and each fault has its place.

    Changes that this unit's law or staff do not allow are no faults of the file: they are told
    with the scenario's effects.
    """
    found = period_for(session, period, asking, "scenario.write")
    read = scenario_in(given)
    if len(read.changes) > MOST_CHANGES:
        needed = f"at most {MOST_CHANGES}"
        raise BadInput([Fault("changes", f"{len(read.changes)} changes", needed)])
    row = keep_scenario(session, found, document_of(read), asking, how="file", code=read.id)
    return shape(row, asking)


@router.get(
    "/scenarios/{scenario}/file",
    dependencies=[Depends(may("scenario.read"))],
    response_class=Response,
    responses={200: {"content": {one: {} for one in TYPES.values()}}},
)
def download(
    scenario: str, asking: Asking, session: Db, form: Literal["toml", "json"] = "toml"
) -> Response:
    """Return a scenario as a file."""
    row, _ = scenario_for(session, scenario, asking, "scenario.read")
    found = domain_of(row)
    if found is None:
        raise Conflict("scenario.empty")
    return Response(_text(found, form), media_type=TYPES[form])


def _text(scenario: Scenario, form: str) -> str:
    return toml_text(scenario, ("changes",)) if form == "toml" else json_text(scenario)
