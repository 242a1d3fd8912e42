"""One's own shifts, and a feed of them behind a link that one can revoke."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Depends, Response
from sqlalchemy import select

from api.accounts.secrets import digest, drawn
from api.audit.chain import Act, note
from api.calendar.feed import feed_text
from api.calendar.published import holding
from api.calendar.shapes import LinkShape, MyShifts, NewLink, OffShape, ShiftShape
from api.calendar.tables import CalendarLink
from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, ServiceOf, may, within
from api.policy.roles import Caller
from rostering.domain.clock import OSLO
from rostering.domain.fields import format_time
from rostering.domain.roster import DayCode

router = APIRouter(prefix="/api", tags=["calendar"])
CALENDAR = "text/calendar"
_HEALTH = {DayCode.SICK, DayCode.SICK_CHILD}


@router.get("/units/{unit}/my-shifts", dependencies=[Depends(may("calendar.own"))])
def my_shifts(unit: str, asking: Asking, session: Db, since: dt.date | None = None) -> MyShifts:
    """Return one's own published shifts from a date on, today if none is named."""
    person = _person(asking, unit)
    first = since or now().astimezone(OSLO).date()
    shifts, off = [], []
    for held in holding(session, unit):
        types = {shift.code: shift for shift in held.problem.shifts}
        for duty in held.roster.effective:
            if duty.person == person and duty.date >= first:
                kind = types[duty.shift]
                shifts.append(
                    ShiftShape(
                        date=duty.date,
                        shift=duty.shift,
                        name=kind.name,
                        kind=kind.kind.value,
                        start=format_time(kind.start),
                        end=format_time(kind.end),
                        minutes=kind.minutes,
                    )
                )
        off += [
            OffShape(date=laid.date, code=laid.code.value)
            for laid in held.roster.overlays
            if laid.person == person and laid.date >= first and laid.code not in _HEALTH
        ]
    return MyShifts(unit=unit, person=person, shifts=shifts, off=off)


@router.get("/calendar-links", dependencies=[Depends(may("calendar.own"))])
def links(asking: Asking, session: Db) -> list[LinkShape]:
    """List one's links, without their addresses: those are told once."""
    query = select(CalendarLink).where(CalendarLink.account_id == asking.account)
    return [_shape(link) for link in session.scalars(query.order_by(CalendarLink.created))]


@router.post("/calendar-links", status_code=201, dependencies=[Depends(may("calendar.own"))])
def make_link(given: NewLink, asking: Asking, session: Db, service: ServiceOf) -> LinkShape:
    """Make a link that a calendar can subscribe to; whoever has it sees one's shifts."""
    person, secret = _person(asking, given.unit), drawn()
    link = CalendarLink(
        digest=digest(secret),
        account_id=asking.account,
        unit_id=given.unit,
        person=person,
        created=now(),
    )
    session.add(link)
    session.flush()
    subject = f"{given.unit}/{person}"
    note(
        session,
        Act("calendar.link", asking.account, f"link:{link.digest[:16]}", given.unit, subject),
    )
    address = f"{service.settings.public_url}/calendar/{secret}.ics"
    return _shape(link).model_copy(update={"address": address})


@router.delete("/calendar-links/{link}", dependencies=[Depends(may("calendar.own"))])
def revoke(link: str, asking: Asking, session: Db) -> LinkShape:
    """Revoke a link; calendars that hold it get nothing any more."""
    query = select(CalendarLink).where(CalendarLink.account_id == asking.account)
    found = next((one for one in session.scalars(query) if one.digest[:16] == link), None)
    if found is None:
        raise NotThere("thing.unknown")
    found.revoked = found.revoked or now()
    note(session, Act("calendar.revoke", asking.account, f"link:{link}", found.unit_id))
    return _shape(found)


feeds = APIRouter(tags=["calendar"])


@feeds.get(
    "/calendar/{secret}.ics",
    dependencies=[Depends(may("calendar.feed"))],
    response_class=Response,
    responses={200: {"content": {CALENDAR: {}}}},
)
def feed(secret: str, session: Db) -> Response:
    """Return the calendar behind a link; nothing tells a revoked link from a wrong one."""
    found = session.get(CalendarLink, digest(secret))
    if found is None or found.revoked is not None:
        raise NotThere("thing.unknown")
    return Response(feed_text(session, found), media_type=CALENDAR)


def _person(asking: Caller, unit: str) -> str:
    within(asking, "calendar.own", unit)
    person = asking.person(unit)
    if person is None:
        raise Conflict("person.none")
    return person


def _shape(link: CalendarLink) -> LinkShape:
    return LinkShape(
        id=link.digest[:16], unit=link.unit_id, created=link.created, revoked=link.revoked
    )
