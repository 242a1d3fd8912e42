"""Personal delegations of a unit: recorded, ended, and warned of before they run out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field, StringConstraints
from sqlalchemy.orm import Session

from api.accounts.names import account_names
from api.accounts.shapes import Asked, Name
from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere, Wrong
from api.http.context import Asking, Db, may, within
from api.http.idempotency import IdempotencyKey, once
from api.policy.roles import Caller
from api.tasksharing.book_of import delegation_rows, today
from api.tasksharing.standing import SOON, Standing, standing
from api.tasksharing.tables import TaskDelegation
from api.tasksharing.ways import competences_on, draft_task
from api.units.wards import unit_of, ward_of
from rostering.domain.fields import Code, Id
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from tasksharing.catalogue import draft
from tasksharing.domain.names import Name as TaskName
from tasksharing.domain.tasks import Task

router = APIRouter(prefix="/api/units/{unit}/task-delegations", tags=["task sharing"])
Form = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Resident = Annotated[int, Field(ge=1, le=9_999)]


class NewDelegation(Asked):
    """A delegation that somebody has signed; residents are numbers, never names."""

    person: Id
    task: Code = Field(examples=["medication_round"])
    forms: list[Form] = Field(default_factory=list, max_length=20, examples=[["tabletter"]])
    residents: list[Resident] = Field(default_factory=list, max_length=200)
    first: dt.date | None = None
    last: dt.date
    signed_by: Name
    signed_on: dt.date


class DelegationShape(BaseModel):
    """A delegation and where it stands today; ``gone``: the person no longer works there."""

    id: str
    person: str
    name: str
    gone: bool
    task: str
    standing: Standing
    forms: list[str]
    residents: list[int]
    first: dt.date | None
    last: dt.date
    signed_by: str
    signed_on: dt.date
    entered_by: str
    ended_by: str
    ended: dt.datetime | None


class DelegableTask(BaseModel):
    """A task that can be delegated, and the ids of those with the competence it asks for."""

    id: str
    name: TaskName
    people: list[str]


class PersonNamed(BaseModel):
    """Somebody of the unit."""

    id: str
    name: str


class DelegationPage(BaseModel):
    """All delegations of a unit, the first to run out at the top, and what can be delegated."""

    delegations: list[DelegationShape]
    tasks: list[DelegableTask]
    people: list[PersonNamed]
    soon: int


@router.get("", dependencies=[Depends(may("delegation.read"))])
def delegations(unit: str, asking: Asking, session: Db) -> DelegationPage:
    """List a unit's delegations, and to whom which task can be delegated."""
    within(asking, "delegation.read", unit)
    ward, day = ward_of(session, unit_of(session, unit)), today()
    people = sorted(ward.people, key=lambda person: person.name)
    tasks = [
        DelegableTask(
            id=task.id,
            name=task.name,
            people=[person.id for person in people if _able(task, person, day)],
        )
        for task in draft().tasks
        if any(way.delegation for way in task.minimum)
    ]
    return DelegationPage(
        delegations=[_shape(session, row, ward) for row in delegation_rows(session, unit)],
        tasks=tasks,
        people=[PersonNamed(id=person.id, name=person.name) for person in people],
        soon=SOON,
    )


@router.post("", status_code=201, dependencies=[Depends(may("delegation.write"))])
def add(
    unit: str, given: NewDelegation, asking: Asking, session: Db, key: IdempotencyKey = None
) -> DelegationShape:
    """Record a delegation that is signed: who, what, within which limits and until when."""
    within(asking, "delegation.write", unit)
    ward = ward_of(session, unit_of(session, unit))

    def make() -> DelegationShape:
        _require_lawful(given, ward)
        row = TaskDelegation(
            unit_id=unit,
            person=given.person,
            task=given.task,
            forms=list(dict.fromkeys(given.forms)),
            residents=sorted(set(given.residents)),
            first=given.first,
            last=given.last,
            signed_by=given.signed_by,
            signed_on=given.signed_on,
            by=asking.account,
        )
        session.add(row)
        session.flush()
        _note(session, "delegation.add", row, asking)
        return _shape(session, row, ward)

    return once(session, asking, key, (DelegationShape, f"delegations of {unit}", given), make)


@router.post("/{delegation}/end", dependencies=[Depends(may("delegation.write"))])
def end(unit: str, delegation: str, asking: Asking, session: Db) -> DelegationShape:
    """End a delegation now; it stays in the list as ended."""
    within(asking, "delegation.write", unit)
    row = session.get(TaskDelegation, delegation, with_for_update=True)
    if row is None or row.unit_id != unit:
        raise NotThere("thing.unknown")
    if row.ended is not None:
        raise Conflict("delegation.ended")
    row.ended, row.ended_by = now(), asking.account
    _note(session, "delegation.end", row, asking)
    return _shape(session, row, ward_of(session, unit_of(session, unit)))


def _require_lawful(given: NewDelegation, ward: Problem) -> None:
    """Refuse what could never count: an unknown person, a task that needs none, wrong dates."""
    found = [person for person in ward.people if person.id == given.person]
    if not found:
        raise Wrong("cell.person", "person", found=given.person)
    task, day = draft_task(given.task), today()
    if not any(way.delegation for way in task.minimum):
        raise Wrong("delegation.task", "task")
    if not _able(task, found[0], max(given.first or day, day)):
        raise Wrong("delegation.competence", "person", name=found[0].name)
    if given.signed_on > day:
        raise Wrong("delegation.unsigned", "signed_on")
    if given.last < max(given.first or given.signed_on, given.signed_on):
        raise Wrong("delegation.dates", "last")
    if given.last < day:
        raise Wrong("delegation.over", "last")


def _able(task: Task, person: Person, day: dt.date) -> bool:
    held = competences_on(person, day)
    return any(way.delegation and way.met_by(held) for way in task.minimum)


def _shape(session: Session, row: TaskDelegation, ward: Problem) -> DelegationShape:
    names = {person.id: person.name for person in ward.people}
    known = account_names(session, (row.by, row.ended_by))
    since = max(row.first or row.signed_on, row.signed_on)
    return DelegationShape(
        id=row.id,
        person=row.person,
        name=names.get(row.person, row.person),
        gone=row.person not in names,
        task=row.task,
        standing=standing(today(), since, row.last, ended=row.ended is not None),
        forms=row.forms,
        residents=row.residents,
        first=row.first,
        last=row.last,
        signed_by=row.signed_by,
        signed_on=row.signed_on,
        entered_by=known.get(row.by or "", ""),
        ended_by=known.get(row.ended_by or "", ""),
        ended=row.ended,
    )


def _note(session: Session, action: str, row: TaskDelegation, asking: Caller) -> None:
    told = {"person": row.person, "task": row.task, "last": str(row.last)}
    told |= {"signed_by": row.signed_by, "signed_on": str(row.signed_on)}
    subject, about = f"{row.unit_id}/{row.person}", f"task_delegation:{row.id}"
    act = Act(action, asking.account, about, row.unit_id, subject=subject, payload=told)
    note(session, act)
