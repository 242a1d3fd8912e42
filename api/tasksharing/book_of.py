"""A unit's task book as it stands: the minutes logged, with the approvals and delegations."""

from __future__ import annotations

import datetime as dt
import zlib
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.names import account_names
from api.db.base import now
from api.tasksharing.tables import KeptTaskBook, TaskApproval, TaskDelegation
from api.units.tables import Unit
from api.units.wards import ward_of
from rostering.domain.clock import OSLO
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Route

HEAD = "Enhetsleder"
"""Who approved, where the account is gone: the head of a unit is who may."""


def book_of(session: Session, unit: Unit) -> TaskBook | None:
    """Return a unit's task book, or None before a time log has been uploaded.

    In it are the approvals and delegations that have not been withdrawn or ended, those of dates
    to come and those that have run out too: ``allowed`` and ``delegates`` ask for the day.
    """
    kept = session.get(KeptTaskBook, unit.id)
    if kept is None:
        return None
    ward = ward_of(session, unit)
    return book_in(kept.document).model_copy(
        update={
            "unit": ward_unit(ward),
            "approvals": tuple(approvals_of(session, unit, ward)),
            "delegations": tuple(delegations_of(session, unit, ward)),
        }
    )


def ward_unit(ward: Problem) -> str:
    """Return the unit of a ward that its task book speaks of: the first, as everywhere."""
    return ward.units[0].id


def approvals_of(session: Session, unit: Unit, ward: Problem) -> list[Approval]:
    """Return what the unit's head has approved and not withdrawn; proposals are not among it."""
    rows = approval_rows(session, unit.id)
    names = account_names(session, (row.approved_by for row in rows))
    return [
        Approval(
            task=row.task,
            unit=ward_unit(ward),
            by=names.get(row.approved_by or "", HEAD),
            on=row.approved_on,
            first=row.first,
            last=row.last,
            minimum=tuple(Route.model_validate(way) for way in row.minimum),
        )
        for row in rows
        if row.approved_on is not None and row.ended is None
    ]


def delegations_of(session: Session, unit: Unit, ward: Problem) -> list[Delegation]:
    """Return the delegations that nobody has ended, of those who work there."""
    people = {person.id for person in ward.people}
    return [
        Delegation(
            person=row.person,
            task=row.task,
            unit=ward_unit(ward),
            first=row.first,
            last=row.last,
            forms=tuple(row.forms),
            residents=tuple(row.residents),
            signed_by=row.signed_by,
            signed_on=row.signed_on,
        )
        for row in delegation_rows(session, unit.id)
        if row.ended is None and row.person in people
    ]


def approval_rows(session: Session, unit: str) -> list[TaskApproval]:
    """Return all approvals and proposals of a unit, the newest first."""
    query = select(TaskApproval).where(TaskApproval.unit_id == unit)
    return list(session.scalars(query.order_by(TaskApproval.at.desc(), TaskApproval.id)))


def delegation_rows(session: Session, unit: str) -> list[TaskDelegation]:
    """Return all delegations of a unit, those that run out first at the top."""
    query = select(TaskDelegation).where(TaskDelegation.unit_id == unit)
    return list(session.scalars(query.order_by(TaskDelegation.last, TaskDelegation.id)))


@lru_cache(maxsize=32)
def book_in(document: bytes) -> TaskBook:
    """Return the book in a packed document; it is frozen, so all requests share it."""
    return TaskBook.model_validate_json(zlib.decompress(document))


def today() -> dt.date:
    """Return the date where the units are."""
    return now().astimezone(OSLO).date()
