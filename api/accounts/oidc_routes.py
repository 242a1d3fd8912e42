"""Sign in through an identity provider: out to it, and back with a code."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.accounts import sessions
from api.accounts.oidc import Attempt, Provider, ProviderError
from api.accounts.secrets import digest, drawn, same
from api.accounts.tables import Account, SignInAttempt
from api.audit.chain import Act, note
from api.db.base import now
from api.errors import NotThere
from api.http.context import ServiceOf, may
from api.service import Service

router = APIRouter(prefix="/api/session", tags=["session"])
BROWSER = "turnus-attempt"
LASTS = timedelta(minutes=10)
Word = Annotated[str, Query(max_length=4000)]


class ProviderShape(BaseModel):
    """A provider that one may sign in through."""

    name: str
    address: str


@router.get("/providers", dependencies=[Depends(may("login"))])
def providers(service: ServiceOf) -> list[ProviderShape]:
    """List the identity providers: one or none."""
    found = service.provider
    if found is None:
        return []
    return [ProviderShape(name=found.settings.name, address="/api/session/oidc")]


@router.get("/oidc", dependencies=[Depends(may("login"))], response_class=RedirectResponse)
def out(service: ServiceOf) -> RedirectResponse:
    """Send the browser to the provider."""
    provider = _require(service)
    attempt, browser = Attempt(drawn(), drawn(), drawn()), drawn()
    try:
        address = provider.address(attempt)
    except ProviderError:
        return _home(service, "provider")
    with service.database.writing() as session:
        session.execute(delete(SignInAttempt).where(SignInAttempt.at < now() - LASTS))
        session.add(
            SignInAttempt(
                state=digest(attempt.state),
                browser=digest(browser),
                nonce=attempt.nonce,
                verifier=attempt.verifier,
            )
        )
    answer = RedirectResponse(address, 303)
    answer.set_cookie(
        BROWSER,
        browser,
        max_age=int(LASTS.total_seconds()),
        path="/api/session",
        secure=service.settings.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


@router.get("/oidc/back", dependencies=[Depends(may("login"))], response_class=RedirectResponse)
def back(
    request: Request, service: ServiceOf, state: Word = "", code: Word = ""
) -> RedirectResponse:
    """Take the browser back: a known account's session begins, anybody else is told."""
    provider = _require(service)
    with service.database.writing() as session:
        attempt = _attempt(session, state, request.cookies.get(BROWSER, ""))
    if attempt is None or not code:
        return _home(service, "attempt")
    try:
        subject = provider.subject(code, attempt)
    except ProviderError:
        return _home(service, "provider")
    with service.database.writing() as session:
        account = session.scalars(select(Account).where(Account.subject == subject)).one_or_none()
        if account is None or not account.active:
            return _home(service, "account")
        begun = sessions.begin(session, account, service.settings)
        note(session, Act("session.begin", account.id, f"account:{account.id}"))
    answer = _home(service, "")
    sessions.set_cookie(answer, begun, service.settings)
    answer.delete_cookie(BROWSER, path="/api/session")
    return answer


def _attempt(session: Session, state: str, browser: str) -> Attempt | None:
    """Return the attempt of this very browser, once: a code cannot be played twice."""
    kept = session.get(SignInAttempt, digest(state))
    if kept is None or kept.at < now() - LASTS or not same(kept.browser, digest(browser)):
        return None
    session.delete(kept)
    return Attempt(state, kept.nonce, kept.verifier)


def _home(service: Service, trouble: str) -> RedirectResponse:
    """Send the browser to the screens; ``trouble`` names what they are to tell."""
    query = f"?signin={trouble}" if trouble else ""
    return RedirectResponse(f"{service.settings.public_url}/{query}", 303)


def _require(service: Service) -> Provider:
    if service.provider is None:
        raise NotThere("thing.unknown")
    return service.provider
