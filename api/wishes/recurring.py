"""Wishes that come back: entered as single ones when a round opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.periods.tables import Period
from api.wishes.tables import RecurringWish, Wish


def enter_recurring(session: Session, period: Period) -> int:
    """Enter everybody's recurring wishes on the dates of a period; return how many."""
    query = select(RecurringWish).where(
        RecurringWish.unit_id == period.unit_id, RecurringWish.approved.is_(True)
    )
    entered: set[tuple[str, date]] = set()
    for wish in session.scalars(query.order_by(RecurringWish.strength.desc(), RecurringWish.id)):
        for day in dates(wish, period.start, period.days):
            if (wish.person, day) in entered:
                continue
            entered.add((wish.person, day))
            session.add(
                Wish(
                    period_id=period.id,
                    person=wish.person,
                    date=day,
                    kind=wish.kind,
                    shifts=wish.shifts,
                    strength=wish.strength,
                    reason=wish.reason,
                    source="recurring",
                )
            )
    session.flush()
    return len(entered)


def dates(wish: RecurringWish, start: date, days: int) -> Iterator[date]:
    """Yield the dates of a recurring wish within some days.

    Weeks are counted from the Monday of the week of ``first``: every second one from there, for
    custody in alternate weeks.
    """
    monday = wish.first - timedelta(days=wish.first.weekday())
    for number in range(days):
        day = start + timedelta(days=number)
        inside = wish.first <= day and (wish.last is None or day <= wish.last)
        weeks = (day - monday).days // 7
        if inside and weeks % wish.every == 0 and day.isoweekday() in wish.weekdays:
            yield day
