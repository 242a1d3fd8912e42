"""Tell people which of their published days have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from sqlalchemy.orm import Session

from api.notices.telling import Told, tell_person
from api.rosters.standing import Standing
from rostering.domain.roster import Roster

PAGE = "/staff/shifts"
Day = tuple[str, dt.date]


def changed_days(
    before: Roster, after: Roster
) -> Iterator[tuple[Day, tuple[str, ...], tuple[str, ...]]]:
    """Yield each person's date on which the shifts differ, with those before and after."""
    old, new = _shifts(before), _shifts(after)
    for day in sorted(old.keys() | new.keys(), key=lambda day: (day[1], day[0])):
        was, now = old.get(day, ()), new.get(day, ())
        if was != now:
            yield day, was, now


def _shifts(roster: Roster) -> dict[Day, tuple[str, ...]]:
    found: dict[Day, list[str]] = {}
    for duty in roster.effective:
        found.setdefault((duty.person, duty.date), []).append(duty.shift)
    return {day: tuple(sorted(codes)) for day, codes in found.items()}


def tell_changes(
    session: Session, before: Standing, after: Roster, *, besides: Collection[str] = ()
) -> None:
    """Tell everybody whose shifts change, a notice for each date; some know already."""
    for (person, date), was, now in changed_days(before.roster, after):
        if person in besides:
            continue
        facts = {"date": str(date), "before": "+".join(was), "after": "+".join(now)}
        kind = "shift.moved" if was and now else "shift.added" if now else "shift.removed"
        kept = {name: told for name, told in facts.items() if told}
        tell_person(session, before.period.unit_id, person, Told(kind, PAGE, kept))
