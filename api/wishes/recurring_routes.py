"""Recurring wishes: entered by their owner, approved by the manager."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may, within
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.policy.roles import Caller
from api.wishes.shapes import Approval, RecurringFacts, RecurringShape, recurring_shape
from api.wishes.tables import RecurringWish

router = APIRouter(prefix="/api/units/{unit}/recurring-wishes", tags=["wishes"])


@router.get("/mine", dependencies=[Depends(may("wish.own"))])
def mine(unit: str, asking: Asking, session: Db) -> list[RecurringShape]:
    """Return one's own recurring wishes."""
    person = _person(asking, unit)
    return _list(session, unit, person)


@router.post("/mine", status_code=201, dependencies=[Depends(may("wish.own"))])
def add(
    unit: str, given: RecurringFacts, asking: Asking, session: Db, key: IdempotencyKey = None
) -> RecurringShape:
    """Ask for a wish that comes back; the manager approves it."""
    person = _person(asking, unit)

    def make() -> RecurringShape:
        wish = RecurringWish(unit_id=unit, person=person, revision=1, **_fields(given))
        session.add(wish)
        session.flush()
        _note(session, "recurring.create", wish, asking)
        return recurring_shape(wish)

    return once(session, asking, key, (RecurringShape, f"recurring of {unit}", given), make)


@router.delete("/mine/{wish}", status_code=204, dependencies=[Depends(may("wish.own"))])
def remove(unit: str, wish: str, asking: Asking, session: Db) -> None:
    """Take back a recurring wish; wishes already entered from it stay."""
    person = _person(asking, unit)
    found = _get(session, unit, wish)
    if found.person != person:
        raise NotThere("thing.unknown")
    _note(session, "recurring.delete", found, asking)
    session.delete(found)


@router.get("", dependencies=[Depends(may("wish.read"))])
def of_unit(unit: str, asking: Asking, session: Db) -> list[RecurringShape]:
    """Return a unit's recurring wishes, for its manager."""
    within(asking, "wish.read", unit)
    return _list(session, unit, None)


@router.put("/{wish}/approval", dependencies=[Depends(may("wish.approve"))])
def approve(
    unit: str,
    wish: str,
    given: Approval,
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
) -> RecurringShape:
    """Approve a recurring wish, or take the approval back."""
    within(asking, "wish.approve", unit)
    found = _get(session, unit, wish)
    require(seen, found.revision)
    found.approved = given.approved
    found.revision += 1
    _note(session, "recurring.approve", found, asking)
    tagged(response, found.revision)
    return recurring_shape(found)


def _person(asking: Caller, unit: str) -> str:
    within(asking, "wish.own", unit)
    person = asking.person(unit)
    if person is None:
        raise Conflict("person.none")
    return person


def _list(session: Session, unit: str, person: str | None) -> list[RecurringShape]:
    query = select(RecurringWish).where(RecurringWish.unit_id == unit)
    if person is not None:
        query = query.where(RecurringWish.person == person)
    found = session.scalars(query.order_by(RecurringWish.person, RecurringWish.first))
    return [recurring_shape(wish) for wish in found]


def _get(session: Session, unit: str, wish: str) -> RecurringWish:
    found = session.get(RecurringWish, wish)
    if found is None or found.unit_id != unit:
        raise NotThere("thing.unknown")
    return found


def _fields(given: RecurringFacts) -> dict[str, object]:
    return given.model_dump() | {"kind": given.kind.value}


def _note(session: Session, action: str, wish: RecurringWish, asking: Caller) -> None:
    told = recurring_shape(wish).model_dump(mode="json", exclude={"reason"})
    subject = f"{wish.unit_id}/{wish.person}"
    about = f"recurring:{wish.id}"
    note(session, Act(action, asking.account, about, wish.unit_id, subject, told))
