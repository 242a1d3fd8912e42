"""Accounts, for administrators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, selectinload

from api.accounts import sessions
from api.accounts.login import grant_shapes
from api.accounts.secrets import hashed
from api.accounts.shapes import AccountChange, AccountShape, GrantShape, NewAccount
from api.accounts.tables import Account, Grant
from api.audit.chain import Act, note
from api.errors import Conflict, NotThere, Wrong
from api.http.context import Asking, Db, may
from api.http.entity_tags import Seen, require, tagged
from api.http.idempotency import IdempotencyKey, once
from api.http.pages import After, Limit, Page
from api.policy.roles import EVERYWHERE, Caller, Role
from api.units.tables import Unit

router = APIRouter(prefix="/api/accounts", tags=["accounts"])
Searched = Annotated[str, Query(max_length=120, description="Part of a login or a name.")]


@router.get("", dependencies=[Depends(may("account.read"))])
def accounts(
    session: Db, limit: Limit = 50, after: After = "", search: Searched = ""
) -> Page[AccountShape]:
    """List accounts by login."""
    query = select(Account).options(selectinload(Account.grants)).order_by(Account.login)
    if search.strip():
        query = query.where(_named(search.strip()))
    found = session.scalars(query.where(Account.login > after).limit(limit + 1)).all()
    more = found[limit - 1].login if len(found) > limit else ""
    return Page(items=[shape(account) for account in found[:limit]], next=more)


@router.post("", status_code=201, dependencies=[Depends(may("account.write"))])
def create(
    given: NewAccount, asking: Asking, session: Db, key: IdempotencyKey = None
) -> AccountShape:
    """Make an account."""
    return once(
        session,
        asking,
        key,
        (AccountShape, "accounts", given),
        lambda: shape(make(session, given, asking)),
    )


@router.get("/{account_id}", dependencies=[Depends(may("account.read"))])
def read(account_id: str, session: Db, response: Response) -> AccountShape:
    """Return an account."""
    account = _get(session, account_id)
    tagged(response, account.revision)
    return shape(account)


@router.put("/{account_id}", dependencies=[Depends(may("account.write"))])
def change(
    account_id: str,
    given: AccountChange,
    asking: Asking,
    session: Db,
    seen: Seen,
    response: Response,
) -> AccountShape:
    """Replace an account's state; closing it or a new password ends its sessions."""
    account = _get(session, account_id)
    require(seen, account.revision)
    if account.id == asking.account and not _administers(given):
        raise Conflict("account.own", "grants")
    account.name, account.language, account.active = given.name, given.language, given.active
    if given.password:
        account.password = hashed(given.password)
    if given.password or not given.active:
        sessions.end_all(session, account.id)
    account.grants = []
    session.flush()
    account.grants = _grants(session, given.grants)
    account.revision += 1
    _note(session, "account.change", asking, account)
    tagged(response, account.revision)
    return shape(account)


def _named(search: str) -> ColumnElement[bool]:
    """Match a part of login or name; SQLite knows no capitals beyond A to Z, so we name them."""
    ways = {search, search.lower(), search.title()}
    return or_(
        *(
            field.icontains(way, autoescape=True)
            for field in (Account.login, Account.name)
            for way in ways
        )
    )


def make(session: Session, given: NewAccount, asking: Caller) -> Account:
    """Make an account with its grants.

    Raises
    ------
    Conflict
        When the login or the provider's subject is taken.
    Wrong
        When a grant lacks its unit, or names one that does not exist.
    """
    taken = select(Account.id).where(Account.login == given.login)
    if session.scalar(taken):
        raise Conflict("account.taken", "login")
    if given.subject and session.scalar(select(Account).where(Account.subject == given.subject)):
        raise Conflict("account.taken", "subject")
    account = Account(
        login=given.login,
        name=given.name,
        language=given.language,
        subject=given.subject,
        password=hashed(given.password) if given.password else None,
        grants=_grants(session, given.grants),
    )
    session.add(account)
    session.flush()
    _note(session, "account.create", asking, account)
    return account


def _grants(session: Session, given: list[GrantShape]) -> list[Grant]:
    seen = set()
    for number, one in enumerate(given):
        where = f"grants.{number}"
        if (one.unit is None) != (one.role in EVERYWHERE):
            raise Wrong("grant.unit", f"{where}.unit")
        if one.unit is not None and session.get(Unit, one.unit) is None:
            raise Wrong("grant.unknown", f"{where}.unit")
        if (one.role is Role.EMPLOYEE) != (one.person is not None):
            raise Wrong("grant.person", f"{where}.person")
        if (one.role, one.unit) in seen:
            raise Wrong("grant.twice", where)
        seen.add((one.role, one.unit))
    return [Grant(role=g.role.value, unit_id=g.unit, person=g.person) for g in given]


def _administers(given: AccountChange) -> bool:
    return given.active and any(grant.role is Role.ADMINISTRATOR for grant in given.grants)


def _get(session: Session, account_id: str) -> Account:
    account = session.get(Account, account_id, options=[selectinload(Account.grants)])
    if account is None:
        raise NotThere("thing.unknown")
    return account


def _note(session: Session, action: str, asking: Caller, account: Account) -> None:
    told = shape(account).model_dump(mode="json")
    about = f"account:{account.id}"
    note(session, Act(action, asking.account, about, subject=about, payload=told))


def shape(account: Account) -> AccountShape:
    """Return an account as an administrator sees it."""
    return AccountShape(
        id=account.id,
        login=account.login,
        name=account.name,
        language=account.language,
        active=account.active,
        local=account.password is not None,
        grants=grant_shapes(account),
        revision=account.revision,
    )
