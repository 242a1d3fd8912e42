"""Sessions on the server: begun by a login, found by a cookie, guarded against forged requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request, Response
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from api.accounts.secrets import digest, drawn, same
from api.accounts.tables import Account, Grant, LoginSession
from api.db.base import now
from api.errors import Forbidden
from api.policy.roles import NOBODY, Caller, Held, Role
from api.settings import Settings

CSRF = "X-CSRF-Token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_SEEN_EVERY = timedelta(minutes=1)
_WHO = (
    select(LoginSession.seen, LoginSession.ends, LoginSession.csrf)
    .add_columns(Account.id, Account.name, Account.language, Account.active)
    .add_columns(Grant.role, Grant.unit_id, Grant.person)
    .join(Account, Account.id == LoginSession.account_id)
    .outerjoin(Grant, Grant.account_id == Account.id)
    .order_by(Grant.role)
)
"""A session with its account, a row for each grant: every request asks this, so it asks once."""


def cookie_name(settings: Settings) -> str:
    """Return the cookie's name; browsers keep a ``__Host-`` one to this very host over TLS."""
    return "__Host-turnus" if settings.secure else "turnus"


@dataclass(frozen=True, slots=True)
class Begun:
    """A new session: the cookie's secret and the token that unsafe requests must carry."""

    secret: str
    csrf: str


def begin(session: Session, account: Account, settings: Settings) -> Begun:
    """Begin a session of an account; sessions that have ended are swept away."""
    begun = Begun(drawn(), drawn())
    session.execute(delete(LoginSession).where(LoginSession.ends < now()))
    session.add(
        LoginSession(
            digest=digest(begun.secret),
            account_id=account.id,
            csrf=begun.csrf,
            ends=now() + timedelta(hours=settings.session_hours),
        )
    )
    session.flush()
    return begun


def set_cookie(response: Response, begun: Begun, settings: Settings) -> None:
    """Give the browser the session's secret, out of reach for scripts."""
    response.set_cookie(
        cookie_name(settings),
        begun.secret,
        max_age=settings.session_hours * 3600,
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )


def clear_cookie(response: Response, settings: Settings) -> None:
    """Take the secret from the browser."""
    response.delete_cookie(
        cookie_name(settings), path="/", secure=settings.secure, httponly=True, samesite="lax"
    )


def end(session: Session, asking: Caller) -> None:
    """End the caller's session on the server."""
    session.execute(delete(LoginSession).where(LoginSession.digest == asking.session))


def end_all(session: Session, account: str) -> None:
    """End all sessions of an account, for instance when its password has changed."""
    session.execute(delete(LoginSession).where(LoginSession.account_id == account))


def csrf_of(session: Session, asking: Caller) -> str:
    """Return the token that the caller's unsafe requests must carry."""
    return session.scalars(
        select(LoginSession.csrf).where(LoginSession.digest == asking.session)
    ).one()


def caller_of(request: Request, session: Session, settings: Settings) -> Caller:
    """Return who asks.

    Raises
    ------
    Forbidden
        When an unsafe request lacks the session's token: another site may have sent it.
    """
    secret = request.cookies.get(cookie_name(settings))
    if not secret:
        return NOBODY
    key, moment = digest(secret), now()
    rows = session.execute(_WHO.where(LoginSession.digest == key)).all()
    idle = timedelta(minutes=settings.idle_minutes)
    if not rows or rows[0].ends <= moment or rows[0].seen + idle <= moment or not rows[0].active:
        return NOBODY
    found = rows[0]
    if request.method not in SAFE and not same(request.headers.get(CSRF, ""), found.csrf):
        raise Forbidden("session.forged", CSRF)
    if moment - found.seen > _SEEN_EVERY:
        request.state.seen = key
    held = tuple(Held(Role(row.role), row.unit_id, row.person) for row in rows if row.role)
    return Caller(found.id, found.name, found.language, held, key)


def keep_awake(session: Session, digest_of_it: str) -> None:
    """Note that a session is in use; called at most once a minute for each."""
    session.execute(
        update(LoginSession).where(LoginSession.digest == digest_of_it).values(seen=now())
    )
