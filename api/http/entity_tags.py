"""Entity tags: who changes something says which state of it was seen."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Response

from api.errors import Conflict, Missing

IF_MATCH = "If-Match"


def tag(revision: int) -> str:
    """Return the entity tag of a revision."""
    return f'"{revision}"'


def tagged(response: Response, revision: int) -> None:
    """Tell the revision that an answer shows."""
    response.headers["ETag"] = tag(revision)


def seen_revision(if_match: Annotated[str | None, Header(alias=IF_MATCH)] = None) -> str:
    """Return the tag that the caller has seen, or refuse a request without one."""
    if not if_match:
        raise Missing("etag.missing", IF_MATCH)
    return if_match


Seen = Annotated[str, Depends(seen_revision)]


def require(seen: str, revision: int) -> None:
    """Refuse when the caller has seen another revision than the last (409, nothing is changed)."""
    if seen.removeprefix("W/") != tag(revision):
        raise Conflict("etag.stale", IF_MATCH)
