"""Idempotency keys: a creation that is sent twice, because an answer got lost, creates once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import Header
from pydantic import BaseModel
from sqlalchemy.orm import Session

from api.errors import Conflict
from api.http.tables import IdempotentAnswer
from api.policy.roles import Caller

HEADER = "Idempotency-Key"
IdempotencyKey = Annotated[str | None, Header(alias=HEADER, min_length=8, max_length=100)]
Made = TypeVar("Made", bound=BaseModel)


def once(
    session: Session,
    asking: Caller,
    key: str | None,
    request: tuple[type[Made], str, BaseModel],
    create: Callable[[], Made],
) -> Made:
    """Return what a creation gives, or what it gave when the same key came first.

    Parameters
    ----------
    key
        The caller's; without one each request creates.
    request
        The answer's type, what is created where, and with which content.

    Raises
    ------
    Conflict
        When the key was used for another request.
    """
    if key is None or asking.account is None:
        return create()
    shape, place, content = request
    told = json.dumps([place, content.model_dump(mode="json")], sort_keys=True)
    mine = hashlib.sha256(told.encode()).hexdigest()
    kept = session.get(IdempotentAnswer, (asking.account, key))
    if kept is None:
        made = create()
        body = made.model_dump(mode="json")
        session.add(IdempotentAnswer(account_id=asking.account, key=key, request=mine, body=body))
        session.flush()
        return made
    if kept.request != mine:
        raise Conflict("idempotency.reused", HEADER)
    return shape.model_validate(kept.body)
