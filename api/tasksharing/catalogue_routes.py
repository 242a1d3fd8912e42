"""The draft catalogue in a unit: proposed by HR, approved or withdrawn by the unit's head."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.accounts.names import account_names
from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere, Wrong
from api.http.context import Asking, Db, may, within
from api.notices.telling import Told, tell_role
from api.policy.roles import Caller, Role
from api.tasksharing.book_of import approval_rows, book_of, today
from api.tasksharing.catalogue_shapes import (
    NewProposal,
    TaskApprovalShape,
    TaskCatalogue,
    TaskRow,
)
from api.tasksharing.standing import COUNTING, SOON, standing
from api.tasksharing.tables import TaskApproval
from api.tasksharing.ways import draft_task, ways_of
from api.units.wards import unit_of, ward_of
from tasksharing.catalogue import draft
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import minutes_of, sums
from tasksharing.domain.tasks import Route, Task

router = APIRouter(prefix="/api/units/{unit}", tags=["task sharing"])
PAGE = "/manager/unit/sharing/catalogue"


@router.get("/task-catalogue", dependencies=[Depends(may("sharing.read"))])
def catalogue(unit: str, asking: Asking, session: Db) -> TaskCatalogue:
    """Return the draft catalogue with what the unit's head has approved of it."""
    within(asking, "sharing.read", unit)
    found = unit_of(session, unit)
    ward, day = ward_of(session, found), today()
    book = book_of(session, found)
    minutes = {} if book is None else sums(minutes_of(book, ward), lambda slot: slot.task)
    rows = approval_rows(session, unit)
    names = account_names(session, (who for row in rows for who in _who(row)))
    approvals = [approval_shape(row, names, day) for row in rows]
    tasks = [
        TaskRow(
            id=task.id,
            name=task.name,
            draft=task.draft,
            ways=ways_of(task, ward, day),
            window=task.window,
            splittable=task.splittable,
            people=task.people,
            minutes=None if book is None else round(float(minutes.get(task.id, 0)), 1),
            counts=any(one.standing in COUNTING for one in approvals if one.task == task.id),
            approvals=[one for one in approvals if one.task == task.id],
        )
        for task in draft().tasks
    ]
    return TaskCatalogue(tasks=tasks, soon=SOON, invented=_invented(book))


@router.post("/task-approvals", status_code=201, dependencies=[Depends(may("sharing.propose"))])
def propose(unit: str, given: NewProposal, asking: Asking, session: Db) -> TaskApprovalShape:
    """Propose who may do a task; it counts for nothing before the unit's head approves it.

    A proposal of the same task that still waits gives way to this one.
    """
    within(asking, "sharing.propose", unit)
    unit_of(session, unit)
    task = draft_task(given.task)
    for row in approval_rows(session, unit):
        if row.task == task.id and row.approved_on is None and row.ended is None:
            _end(row, asking)
    made = TaskApproval(
        unit_id=unit,
        task=task.id,
        minimum=[way.model_dump(mode="json") for way in _chosen(task, given.ways)],
        first=given.first,
        last=_last(given),
        proposed_by=asking.account,
    )
    session.add(made)
    session.flush()
    _note(session, "task.propose", made, asking)
    if Role.MANAGER not in asking.roles(unit):
        tell_role(session, unit, Role.MANAGER, Told("task.proposed", PAGE))
    return _told(session, made)


@router.post("/task-approvals/{approval}/approval", dependencies=[Depends(may("sharing.approve"))])
def approve(unit: str, approval: str, asking: Asking, session: Db) -> TaskApprovalShape:
    """Approve a proposal as the unit's head; from its first day on it takes the place of others."""
    within(asking, "sharing.approve", unit)
    row, day = _row(session, unit, approval), today()
    if row.ended is not None or row.approved_on is not None:
        raise Conflict("task.settled")
    if row.last is not None and row.last < day:
        raise Conflict("task.over")
    begins = max(row.first or day, day)
    for other in approval_rows(session, unit):
        if other.task == row.task and other.approved_on is not None and other.ended is None:
            _give_way(other, begins, day, asking)
    row.approved_by, row.approved_on = asking.account, day
    _note(session, "task.approve", row, asking)
    return _told(session, row)


@router.post(
    "/task-approvals/{approval}/withdrawal", dependencies=[Depends(may("sharing.propose"))]
)
def withdraw(unit: str, approval: str, asking: Asking, session: Db) -> TaskApprovalShape:
    """Take back a proposal; what is approved the unit's head alone withdraws, from now on."""
    within(asking, "sharing.propose", unit)
    row = _row(session, unit, approval)
    if row.approved_on is not None:
        within(asking, "sharing.approve", unit)
    if row.ended is not None:
        raise Conflict("task.settled")
    _end(row, asking)
    _note(session, "task.withdraw", row, asking)
    return _told(session, row)


def approval_shape(row: TaskApproval, names: dict[str, str], day: dt.date) -> TaskApprovalShape:
    """Return an approval or a proposal as it stands on a day."""
    ways = draft_task(row.task).minimum if row.task in _known() else ()
    known = {way: number for number, way in enumerate(ways)}
    kept = [known.get(Route.model_validate(way)) for way in row.minimum]
    since = row.approved_on and max(row.first or row.approved_on, row.approved_on)
    return TaskApprovalShape(
        id=row.id,
        task=row.task,
        standing=standing(day, since, row.last, ended=row.ended is not None),
        ways=[number for number in kept if number is not None],
        changed=None in kept,
        first=row.first,
        last=row.last,
        proposed_by=names.get(row.proposed_by or "", ""),
        proposed=row.at,
        approved_by=names.get(row.approved_by or "", ""),
        approved_on=row.approved_on,
        ended_by=names.get(row.ended_by or "", ""),
        ended=row.ended,
    )


def _known() -> frozenset[str]:
    return frozenset(task.id for task in draft().tasks)


def _chosen(task: Task, ways: list[int]) -> tuple[Route, ...]:
    for number in ways:
        if not 0 <= number < len(task.minimum):
            raise Wrong("task.way", "ways", found=number)
    return tuple(way for number, way in enumerate(task.minimum) if not ways or number in ways)


def _last(given: NewProposal) -> dt.date | None:
    day = today()
    if given.last is not None and given.last < max(given.first or day, day):
        raise Wrong("task.dates", "last")
    return given.last


def _give_way(other: TaskApproval, begins: dt.date, day: dt.date, asking: Caller) -> None:
    """Let an earlier approval end where a newer one begins."""
    if begins <= day or (other.first is not None and other.first >= begins):
        _end(other, asking)
    elif other.last is None or other.last >= begins:
        other.last = begins - dt.timedelta(days=1)


def _end(row: TaskApproval, asking: Caller) -> None:
    row.ended, row.ended_by = now(), asking.account


def _row(session: Session, unit: str, approval: str) -> TaskApproval:
    found = session.get(TaskApproval, approval, with_for_update=True)
    if found is None or found.unit_id != unit:
        raise NotThere("thing.unknown")
    return found


def _note(session: Session, action: str, row: TaskApproval, asking: Caller) -> None:
    told = {"task": row.task, "minimum": row.minimum}
    told |= {"first": str(row.first or ""), "last": str(row.last or "")}
    about = f"task_approval:{row.id}"
    note(session, Act(action, asking.account, about, row.unit_id, payload=told))


def _told(session: Session, row: TaskApproval) -> TaskApprovalShape:
    session.flush()
    return approval_shape(row, account_names(session, _who(row)), today())


def _who(row: TaskApproval) -> tuple[str | None, ...]:
    return row.proposed_by, row.approved_by, row.ended_by


def _invented(book: TaskBook | None) -> bool:
    return book is not None and book.invented
