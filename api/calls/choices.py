"""What is known about extra shifts: the ward's own entries, and what people have said themselves.

The two are kept apart, so that an employee's choice makes no new version of the ward and can be
erased. Where they differ the engine's rule holds: who is not to be called is not called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.calls.tables import OwnCallChoice
from rostering.domain.problem import Problem
from rostering.domain.wishes import CallChoice


def call_choices(
    session: Session, unit: str, known: Problem, entered: Iterable[CallChoice]
) -> tuple[CallChoice, ...]:
    """Return what holds for a problem's people: what a ward has entered, and their own choices."""
    own = (as_choice(row) for row in rows(session, unit))
    return tuple(_fitting(known, (*entered, *own)))


def rows(session: Session, unit: str, person: str | None = None) -> list[OwnCallChoice]:
    """Return what a unit's people, or one of them, have said, by person and first date."""
    query = select(OwnCallChoice).where(OwnCallChoice.unit_id == unit)
    if person is not None:
        query = query.where(OwnCallChoice.person == person)
    order = (OwnCallChoice.person, OwnCallChoice.first, OwnCallChoice.id)
    return list(session.scalars(query.order_by(*order)))


def as_choice(row: OwnCallChoice) -> CallChoice:
    """Return a row as the engine takes it."""
    return CallChoice.model_validate(
        {
            "person": row.person,
            "kind": row.kind,
            "first": row.first,
            "last": row.last,
            "shifts": row.shifts,
            "kinds": row.kinds,
        }
    )


def _fitting(known: Problem, given: Iterable[CallChoice]) -> Iterator[CallChoice]:
    """Yield what speaks of people and shifts that there are; a shift may have been given up."""
    people = {person.id for person in known.people}
    codes = {shift.code for shift in known.shifts}
    for one in given:
        left = tuple(code for code in one.shifts if code in codes)
        speaks = left or one.kinds or not one.shifts
        if one.person in people and speaks:
            yield one if left == one.shifts else one.model_copy(update={"shifts": left})
