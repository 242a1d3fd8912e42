"""Units, and a unit's ward as a whole: as JSON, as a workbook, or as it stands."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.shapes import Asked, Name
from api.audit.chain import Act, note
from api.errors import Conflict
from api.http.context import Asking, Db, may, within
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.http.pages import After, Limit, Page
from api.policy.roles import Caller
from api.units.legend import Legend, legend_of
from api.units.sight import manages, ward_for_others
from api.units.tables import Unit
from api.units.wards import keep_ward, unit_of, ward_of
from rostering.domain.problem import Problem

router = APIRouter(prefix="/api/units", tags=["units"])
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 20_000_000


class UnitShape(BaseModel):
    """A unit; ``ward_version`` is 0 before it has a ward."""

    id: str
    name: str
    ward_version: int


class NewUnit(Asked):
    """A unit to be made."""

    name: Name = Field(examples=["Fjellheim, 2. etasje"])


class WardSummary(BaseModel):
    """What a unit's ward holds."""

    name: str
    version: int
    people: int
    full_time: float = Field(description="Posts of all people together, in full-time equivalents.")
    shifts: int
    demand_rows: int
    start: date
    days: int


@router.get("", dependencies=[Depends(may("unit.list"))])
def units(asking: Asking, session: Db, limit: Limit = 50, after: After = "") -> Page[UnitShape]:
    """List the units in which the caller holds a role; all for roles that hold everywhere."""
    query = select(Unit).where(Unit.name > after).order_by(Unit.name).limit(limit + 1)
    if all(held.unit is not None for held in asking.held):
        query = query.where(Unit.id.in_(asking.units))
    found = session.scalars(query).all()
    more = found[limit - 1].name if len(found) > limit else ""
    return Page(items=[_shape(unit) for unit in found[:limit]], next=more)


@router.post("", status_code=201, dependencies=[Depends(may("unit.create"))])
def create(given: NewUnit, asking: Asking, session: Db, key: IdempotencyKey = None) -> UnitShape:
    """Make a unit."""
    what = (UnitShape, "units", given)
    return once(session, asking, key, what, lambda: _make(session, given, asking))


def _make(session: Session, given: NewUnit, asking: Caller) -> UnitShape:
    if session.scalar(select(Unit.id).where(Unit.name == given.name)):
        raise Conflict("unit.taken", "name")
    unit = Unit(name=given.name, ward_number=0)
    session.add(unit)
    session.flush()
    note(session, Act("unit.create", asking.account, f"unit:{unit.id}", unit.id))
    return _shape(unit)


def _shape(unit: Unit) -> UnitShape:
    return UnitShape(id=unit.id, name=unit.name, ward_version=unit.ward_number)


@router.get("/{unit}/ward", dependencies=[Depends(may("ward.read"))])
def summary(unit: str, asking: Asking, session: Db, response: Response) -> WardSummary:
    """Tell what a unit's ward holds."""
    within(asking, "ward.read", unit)
    found = unit_of(session, unit)
    tagged(response, found.ward_number)
    return _summary(ward_of(session, found), found)


def _summary(ward: Problem, unit: Unit) -> WardSummary:
    posts = sum(held.percent for person in ward.people for held in person.positions) / 100
    return WardSummary(
        name=ward.name,
        version=unit.ward_number,
        people=len(ward.people),
        full_time=round(posts, 2),
        shifts=len(ward.shifts),
        demand_rows=len(ward.demand),
        start=ward.horizon.start,
        days=ward.horizon.days,
    )


@router.get("/{unit}/legend", dependencies=[Depends(may("legend.read"))])
def legend(unit: str, asking: Asking, session: Db) -> Legend:
    """Tell what the unit's codes mean: shifts, competences, groups and units."""
    within(asking, "legend.read", unit)
    return legend_of(ward_of(session, unit_of(session, unit)))


@router.put("/{unit}/ward", dependencies=[Depends(may("ward.write"))])
def replace(
    unit: str, given: Problem, asking: Asking, session: Db, seen: Seen, response: Response
) -> WardSummary:
    """Replace a unit's whole ward by one in JSON."""
    within(asking, "ward.write", unit)
    found = unit_of(session, unit)
    require(seen, found.ward_number)
    keep_ward(session, found, given, asking, "all")
    tagged(response, found.ward_number)
    return _summary(given, found)


@router.put("/{unit}/ward/workbook", dependencies=[Depends(may("ward.write"))])
def replace_by_workbook(
    unit: str,
    given: Annotated[bytes, Body(media_type=WORKBOOK, max_length=MOST_BYTES)],
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
) -> WardSummary:
    """Replace a unit's whole ward by one in a workbook; each fault comes with sheet and row."""
    from rostering.readers import read_problem

    within(asking, "ward.write", unit)
    found = unit_of(session, unit)
    require(seen, found.ward_number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ward.xlsx"
        path.write_bytes(given)
        ward = read_problem(path)
    keep_ward(session, found, ward, asking, "workbook")
    tagged(response, found.ward_number)
    return _summary(ward, found)


@router.get(
    "/{unit}/ward/workbook",
    dependencies=[Depends(may("ward.read"))],
    response_class=Response,
    responses={200: {"content": {WORKBOOK: {}}}},
)
def workbook(unit: str, asking: Asking, session: Db) -> Response:
    """Return a unit's ward as a workbook that its managers can fill in and send back.

    Why somebody is away, and other things about people, are in theirs alone.
    """
    from rostering.writers import write_ward_workbook

    within(asking, "ward.read", unit)
    ward, whole = ward_of(session, unit_of(session, unit)), manages(asking, unit)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ward.xlsx"
        write_ward_workbook(ward if whole else ward_for_others(ward), path, whole=whole)
        return Response(path.read_bytes(), media_type=WORKBOOK)
