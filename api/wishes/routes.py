"""Wishes seen from above: the manager's list, the levels, and what a proposal amounts to."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Depends
from sqlalchemy import select

from api.http.context import Asking, Db, may
from api.periods.composing import framed
from api.periods.finding import period_for
from api.units.wards import unit_of, ward_of
from api.wishes.levels import day_levels
from api.wishes.persons import person_of
from api.wishes.shapes import DayLevel, PersonWishes, Proposal, ProposalVerdict, shape
from api.wishes.tables import Wish
from api.wishes.verdict import verdict

router = APIRouter(prefix="/api/periods/{period}", tags=["wishes"])


@router.get("/wishes", dependencies=[Depends(may("wish.read"))])
def wishes(period: str, asking: Asking, session: Db) -> list[PersonWishes]:
    """Return everybody's wishes with their reasons, for the unit's manager."""
    found = period_for(session, period, asking, "wish.read")
    people = ward_of(session, unit_of(session, found.unit_id)).people
    names = {person.id: person.name for person in people}
    query = select(Wish).where(Wish.period_id == found.id).order_by(Wish.person, Wish.date)
    return [
        PersonWishes(
            person=person,
            name=names.get(person, person),
            wishes=[shape(wish, reason=True) for wish in theirs],
        )
        for person, theirs in groupby(session.scalars(query), key=lambda wish: wish.person)
    ]


@router.get("/levels", dependencies=[Depends(may("level.read"))])
def levels(period: str, asking: Asking, session: Db) -> list[DayLevel]:
    """Tell how each day would be covered if all wishes were granted, as a level without names."""
    found = period_for(session, period, asking, "level.read")
    problem = framed(session, found)
    wished = session.scalars(select(Wish).where(Wish.period_id == found.id)).all()
    return day_levels(problem, wished)


@router.post("/proposal", dependencies=[Depends(may("wish.own"))])
def judge(period: str, given: Proposal, asking: Asking, session: Db) -> ProposalVerdict:
    """Judge a whole own line without keeping it: hours, weekends, and what it would break."""
    found = period_for(session, period, asking, "wish.own")
    return verdict(framed(session, found), person_of(asking, found), given, asking.language)
