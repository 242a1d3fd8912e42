"""Words for what a person does on a day: work, off, any, a shift kind or a shift code."""

from __future__ import annotations

from rostering.domain.able import able, can_work
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person

WORK, OFF, ANY = "work", "off", "any"


def is_token(duty: Duty, token: str) -> bool:
    """Return whether a duty is of a shift kind or on a shift code."""
    return token in (duty.kind, duty.code)


def can_take(index: ProblemIndex, person: Person, day: int, token: str) -> bool:
    """Return whether a person could do on a day what a token says; being off can be had always."""
    if token in (OFF, ANY):
        return True
    if token == WORK:
        return can_work(index, person, day)
    known: dict[tuple[str, int, str], bool] = index.memo.setdefault("can_take", {})
    key = (person.id, day, token)
    if key not in known:
        named = (duty for duty in index.options(person, day) if is_token(duty, token))
        known[key] = any(able(index, person, duty) for duty in named)
    return known[key]
