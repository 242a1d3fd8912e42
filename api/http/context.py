"""What a request has at hand: the service, its transaction and who asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from api.accounts.sessions import caller_of, keep_awake
from api.errors import Forbidden, NotSignedIn, NotThere
from api.policy.roles import NOBODY, Caller
from api.policy.table import ANYWHERE, OPEN, POLICY, allowed
from api.service import Service

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
READS = "only_reads"
Endpoint = TypeVar("Endpoint", bound=Callable[..., object])


def only_reads(endpoint: Endpoint) -> Endpoint:
    """Mark a route that is asked by POST and changes nothing in its own transaction.

    That one reads, so that a question of some seconds holds nobody's writing up.
    """
    setattr(endpoint, READS, True)
    return endpoint


def service_of(request: Request) -> Service:
    """Return the service that the application was made for."""
    found: Service = request.app.state.service
    return found


def transaction(request: Request) -> Iterator[Session]:
    """Give the request's one transaction; it is committed before the answer is sent.

    What a route leaves in ``request.state.after_commit`` is called once that is done.
    """
    database = service_of(request).database
    reads = request.method in SAFE or getattr(request.scope.get("endpoint"), READS, False)
    opened = database.reading() if reads else database.writing()
    with opened as session:
        yield session
    after: Callable[[], None] | None = getattr(request.state, "after_commit", None)
    if after is not None:
        after()
    seen: str | None = getattr(request.state, "seen", None)
    if seen is not None:
        with database.writing() as session:
            keep_awake(session, seen)


async def _service(request: Request) -> Service:
    return service_of(request)  # async: what waits for nothing need not go to another thread


ServiceOf = Annotated[Service, Depends(_service)]
Db = Annotated[Session, Depends(transaction, scope="function")]


def caller(request: Request, session: Db) -> Caller:
    """Return who asks, by the session's cookie; ``NOBODY`` without a valid one."""
    found = caller_of(request, session, service_of(request).settings)
    request.state.caller = found
    return found


Asking = Annotated[Caller, Depends(caller)]


class Guard:
    """A route's action, checked before the route runs."""

    def __init__(self, action: str) -> None:
        if action not in POLICY and action not in OPEN:
            raise ValueError(f"no policy for {action!r}")
        self.action = action


class Gate(Guard):
    """The guard of an action in the policy.

    For an action in a unit the route itself calls ``within`` with the unit of its object, once
    it knows that; the guard alone lets in whoever holds a fitting role anywhere.
    """

    async def __call__(self, asking: Asking) -> Caller:
        """Return the caller, or refuse."""
        if asking is NOBODY:
            raise NotSignedIn("session.none")
        if not any(allowed(self.action, asking.roles(held.unit)) for held in asking.held):
            raise Forbidden("policy.forbidden")
        return asking


class Door(Guard):
    """The guard of what is open to all: it asks nobody who they are.

    Looking that up would begin the request's transaction, and on SQLite one that writes would then
    be in the way of the route's own: coming in again with an old cookie waited for itself.
    """

    async def __call__(self) -> Caller:
        """Let everybody in."""
        return NOBODY


def may(action: str) -> Callable[..., Awaitable[Caller]]:
    """Return the dependency that guards a route by an action of the policy."""
    return Door(action) if action in OPEN else Gate(action)


def within(asking: Caller, action: str, unit: str) -> None:
    """Refuse an action in a unit; where the caller has no role at all, the unit is unknown."""
    if action in ANYWHERE:
        raise ValueError(f"{action} is of no unit")
    roles = asking.roles(unit)
    if not roles:
        raise NotThere("thing.unknown")
    if not allowed(action, roles):
        raise Forbidden("policy.forbidden")
