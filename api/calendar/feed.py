"""The text of a feed: all publications that hold, as one calendar."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.calendar.published import holding
from api.calendar.tables import CalendarLink
from rostering.domain.clock import OSLO
from rostering.writers.ical import calendar_text
from rostering.writers.ical_text import wrapped

_BEGIN, _END = "BEGIN:VEVENT", "END:VCALENDAR"


def feed_text(session: Session, link: CalendarLink) -> str:
    """Return one person's published shifts of a unit as iCalendar text."""
    texts = [
        calendar_text(
            held.problem,
            held.roster,
            link.person,
            held.publication.at.astimezone(OSLO).date(),
        )
        for held in holding(session, link.unit_id)
        if any(person.id == link.person for person in held.problem.people)
    ]
    if not texts:
        return wrapped([])
    events = "".join(text[text.find(_BEGIN) : text.rfind(_END)] for text in texts if _BEGIN in text)
    first = texts[0]
    head = first[: first.find(_BEGIN)] if _BEGIN in first else first[: first.rfind(_END)]
    return head + events + first[first.rfind(_END) :]
