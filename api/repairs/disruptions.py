"""What a manager says has happened, held against the roster that holds and the ward's absences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from api.errors import Conflict, Wrong
from api.repairs.shapes import AwayPerson, ChangedNeed, RepairAsk
from api.rosters.local import starts
from api.rosters.standing import Standing
from rostering.domain.problem import Problem
from rostering.domain.wishes import Absence
from rostering.replan.repair import DemandChange, Disruption, Gone
from rostering.replan.repair.disruption import disrupted

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Disrupted:
    """What is repaired: ``problem`` before the disruption, ``ward`` with it.

    ``days`` are the dates of each person's absence that are still to come and not known already.
    """

    problem: Problem
    ward: Problem
    found: Disruption
    days: dict[str, set[dt.date]]

    @property
    def absences(self) -> tuple[Absence, ...]:
        """The absences that are new."""
        return self.ward.absences[len(self.problem.absences) :]


def disruption_of(held: Standing, given: RepairAsk, moment: dt.datetime) -> Disrupted:
    """Return what is to be repaired, or refuse what the period does not have.

    Dates that are over, duties that have begun and days on which somebody is known to be away and
    has no duty are left as they are; a known absence over a duty gives way to the new one.
    """
    _require(held, given)
    days: dict[str, set[dt.date]] = {}
    gone: list[Gone] = []
    for away in given.away:
        ahead = [day for day in _ahead(held, away, moment) if day not in days.get(away.person, ())]
        days.setdefault(away.person, set()).update(ahead)
        spans = _spans(ahead)
        gone += [Gone(person=away.person, kind=away.kind, first=a, last=b) for a, b in spans]
    demand = tuple(DemandChange(**change.model_dump()) for change in given.demand)
    if not gone and not demand:
        raise Conflict("repair.over")
    known = tuple(without_days(held.problem.absences, days))
    problem = held.problem.model_copy(update={"absences": known})
    found = Disruption(gone=tuple(gone), demand=demand)
    return Disrupted(problem, disrupted(problem, held.roster.effective, found), found, days)


def _require(held: Standing, given: RepairAsk) -> None:
    horizon, people = held.problem.horizon, {person.id for person in held.problem.people}
    span = {"first": horizon.start, "last": horizon.end}
    if not given.away and not given.demand:
        raise Wrong("repair.nothing", "away")
    for number, away in enumerate(given.away):
        where = f"away.{number}"
        if away.person not in people:
            raise Wrong("repair.person", f"{where}.person", found=away.person)
        if away.first < horizon.start or away.end > horizon.end:
            raise Wrong("repair.dates", f"{where}.first", **span)
    for number, change in enumerate(given.demand):
        _require_need(held, change, f"demand.{number}")


def _require_need(held: Standing, change: ChangedNeed, where: str) -> None:
    horizon, most = held.problem.horizon, len(held.problem.people)
    row = next((row for row in held.problem.demand if row.id == change.row), None)
    if row is None or row.exclusive or not row.shifts:
        raise Wrong("repair.row", f"{where}.row", found=change.row)
    if not horizon.start <= change.date <= horizon.end or not row.applies(change.date):
        raise Wrong("repair.row.date", f"{where}.date", found=row.name or row.id)
    if change.minimum > most:
        raise Wrong("repair.minimum", f"{where}.minimum", count=most)


def _ahead(held: Standing, away: AwayPerson, moment: dt.datetime) -> Iterator[dt.date]:
    """Yield the dates on which something can still be done about an absence."""
    duties: dict[dt.date, dt.datetime] = {}
    for duty in held.roster.effective:
        if duty.person == away.person:
            begins = starts(held.problem, duty.date, duty.shift)
            duties[duty.date] = min(begins, duties.get(duty.date, begins))
    known = {
        day
        for one in held.problem.absences
        if one.person == away.person
        for day in _dates(one.first, one.end)
    }
    for day in _dates(max(away.first, moment.date()), away.end):
        begins_at = duties.get(day)
        if (begins_at is None and day not in known) or (begins_at and begins_at >= moment):
            yield day


def _dates(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + number * DAY


def _spans(days: Iterable[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield days in a row as first and last."""
    row: list[dt.date] = []
    for day in sorted(days):
        if row and day != row[-1] + DAY:
            yield row[0], row[-1]
            row = []
        row.append(day)
    if row:
        yield row[0], row[-1]


def without_days(absences: Iterable[Absence], days: dict[str, set[dt.date]]) -> Iterator[Absence]:
    """Yield absences with some people's days taken out of them."""
    for one in absences:
        out: Collection[dt.date] = days.get(one.person, ())
        if not any(one.first <= day <= one.end for day in out):
            yield one
            continue
        for first, last in _spans(day for day in _dates(one.first, one.end) if day not in out):
            yield one.model_copy(update={"first": first, "last": last})
