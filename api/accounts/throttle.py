"""Attempts to come in are counted by name, whether or not there is such an account."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.accounts.secrets import digest
from api.accounts.tables import LoginFailure
from api.db.base import now
from api.errors import TooMany
from api.settings import Settings


def require_patience(session: Session, login: str, settings: Settings) -> None:
    """Refuse when a name has failed too often within the pause."""
    name, since = digest(login), now() - timedelta(seconds=settings.login_pause_s)
    count = session.scalar(
        select(func.count()).where(LoginFailure.name == name, LoginFailure.at > since)
    )
    if (count or 0) >= settings.login_attempts:
        raise TooMany("login.throttled", "login", seconds=settings.login_pause_s)


def failed(session: Session, login: str, settings: Settings) -> None:
    """Count a failure; old ones are swept away."""
    since = now() - timedelta(seconds=settings.login_pause_s)
    session.execute(delete(LoginFailure).where(LoginFailure.at < since))
    session.add(LoginFailure(name=digest(login)))


def forgiven(session: Session, login: str) -> None:
    """Forget the failures of a name that has come in."""
    session.execute(delete(LoginFailure).where(LoginFailure.name == digest(login)))
