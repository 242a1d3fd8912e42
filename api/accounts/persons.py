"""Who may be tied to an account: the people of a unit's ward, for administrators."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy import select

from api.accounts.tables import Account, Grant
from api.http.context import Db, may
from api.units.wards import unit_of, ward_of

router = APIRouter(prefix="/api/accounts/persons", tags=["accounts"])


class WardPerson(BaseModel):
    """A person of a ward, by name alone."""

    id: str
    name: str
    logins: list[str] = Field(description="Accounts that are tied to the person already.")


@router.get("/{unit}", dependencies=[Depends(may("account.read"))])
def persons(unit: str, session: Db) -> list[WardPerson]:
    """List the people of a unit's ward; none before it has one."""
    found = unit_of(session, unit)
    if found.ward_number == 0:
        return []
    query = select(Grant.person, Account.login).join(Account).where(Grant.unit_id == unit)
    tied: dict[str, list[str]] = {}
    for person, login in session.execute(query.order_by(Account.login)):
        tied.setdefault(person or "", []).append(login)
    people = ward_of(session, found).people
    return [WardPerson(id=one.id, name=one.name, logins=tied.get(one.id, [])) for one in people]
