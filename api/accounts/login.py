"""Come in and go out: by name and password, or see who one is."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts import sessions
from api.accounts.secrets import hashed, outdated, right
from api.accounts.shapes import Credentials, GrantShape, Me, NewPassword, Preferences, UnitName
from api.accounts.tables import Account
from api.accounts.throttle import failed, forgiven, require_patience
from api.audit.chain import Act, note
from api.errors import Forbidden, NotSignedIn
from api.http.context import Asking, Db, ServiceOf, may
from api.policy.roles import Caller
from api.units.tables import Unit

router = APIRouter(prefix="/api/session", tags=["session"])


@router.post("", dependencies=[Depends(may("login"))])
def come_in(given: Credentials, request: Request, response: Response, service: ServiceOf) -> Me:
    """Come in with name and password; sets the session's cookie."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Forbidden("session.forged", "Sec-Fetch-Site")
    settings = service.settings
    with service.database.writing() as session:
        require_patience(session, given.login, settings)
        account = _account(session, given)
        if account is None:
            failed(session, given.login, settings)
        else:
            forgiven(session, given.login)
            begun = sessions.begin(session, account, settings)
            note(session, Act("session.begin", account.id, f"account:{account.id}"))
            me = _me(session, account, begun.csrf)
    if account is None:
        raise NotSignedIn("login.wrong", "login")
    sessions.set_cookie(response, begun, settings)
    return me


def _account(session: Session, given: Credentials) -> Account | None:
    """Return the account that name and password fit."""
    account = session.scalars(select(Account).where(Account.login == given.login)).one_or_none()
    if not right(given.password, account.password if account else None):
        return None
    if account is None or not account.active:
        return None
    if outdated(account.password or ""):
        account.password = hashed(given.password)
    return account


@router.get("", dependencies=[Depends(may("self.read"))])
def who_am_i(asking: Asking, session: Db) -> Me:
    """Return who is signed in, and the token for unsafe requests."""
    return _me(session, _mine(session, asking), sessions.csrf_of(session, asking))


@router.delete("", status_code=204, dependencies=[Depends(may("self.write"))])
def go_out(asking: Asking, session: Db, response: Response, service: ServiceOf) -> None:
    """End the session."""
    sessions.end(session, asking)
    sessions.clear_cookie(response, service.settings)


@router.patch("", dependencies=[Depends(may("self.write"))])
def prefer(given: Preferences, asking: Asking, session: Db) -> Me:
    """Choose a language."""
    account = _mine(session, asking)
    account.language = given.language
    return _me(session, account, sessions.csrf_of(session, asking))


@router.put("/password", status_code=204, dependencies=[Depends(may("self.write"))])
def change_password(given: NewPassword, asking: Asking, session: Db) -> None:
    """Change one's password; all sessions end, this one too."""
    account = _mine(session, asking)
    if not right(given.old, account.password):
        raise Forbidden("password.wrong", "old")
    account.password = hashed(given.new)
    sessions.end_all(session, account.id)
    note(session, Act("account.password", account.id, f"account:{account.id}"))


def _mine(session: Session, asking: Caller) -> Account:
    account = session.get(Account, asking.account)
    if account is None:
        raise NotSignedIn("session.none")
    return account


def _me(session: Session, account: Account, csrf: str) -> Me:
    ids = {grant.unit_id for grant in account.grants}
    everywhere = None in ids
    query = select(Unit).order_by(Unit.name)
    units = session.scalars(query if everywhere else query.where(Unit.id.in_(ids - {None})))
    return Me(
        account=account.id,
        login=account.login,
        name=account.name,
        language=account.language,
        csrf=csrf,
        grants=grant_shapes(account),
        units=[UnitName(id=unit.id, name=unit.name) for unit in units],
    )


def grant_shapes(account: Account) -> list[GrantShape]:
    """Return what an account is granted."""
    return [
        GrantShape.model_validate({"role": g.role, "unit": g.unit_id, "person": g.person})
        for g in account.grants
    ]
