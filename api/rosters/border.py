"""A change near a period's end reaches into the next one: its first days look back at the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.periods.composing import LOOK_BACK
from api.periods.tables import Period, Stage
from api.rosters.courts import court_of
from api.rosters.standing import Standing, standing
from rostering.check import Court, describe
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Assignment, Roster
from rostering.errors import Fault
from rostering.swap.breaches import new_breaches


@dataclass(frozen=True, slots=True)
class Follower:
    """A published period after another one, and the dates of that one."""

    court: Court
    roster: Roster
    first: date
    last: date

    @classmethod
    def of(cls, place: Standing, period: Period) -> Follower:
        """Return a period's roster as a follower of another one."""
        last = min(place.period.start, period.start + timedelta(days=period.days))
        court = court_of(place.problem)
        return cls(court, place.roster, period.start, last - timedelta(days=1))

    def reaches(self, when: date) -> bool:
        """Return whether a date lies so late that this period looks back at it."""
        return (self.roster.start - when).days <= LOOK_BACK

    def new(
        self, person: str, was: Iterable[Assignment], will: Iterable[Assignment]
    ) -> Iterator[Violation]:
        """Yield the hard breaches in somebody's line that other days before it would bring."""
        if person not in self.court.index.people:
            return
        judged = (list(self.court.judge_line(self._line(person, duties))) for duties in (was, will))
        for found in new_breaches(*judged):
            if self.court.rulings.mode(found.rule) is RuleMode.HARD:
                yield found

    def _line(self, person: str, before: Iterable[Assignment]) -> Line:
        """Return somebody's line with the other period's duties as its past."""
        index = self.court.index
        mine = (duty for duty in before if duty.person == person and duty.shift in index.shifts)
        kept = (duty for duty in index.history[person] if not self._covers(duty))
        planned = (duty for duty in self.roster.effective if duty.person == person)
        past = [index.placed(duty) for duty in mine if self.first <= duty.date <= self.last]
        past = [duty for duty in past if duty.day >= index.first_known]
        return Line(index, index.people[person], [*kept, *past, *map(index.placed, planned)])

    def _covers(self, duty: Duty) -> bool:
        return self.first <= self.court.index.clock.date(duty.day) <= self.last


def followers(session: Session, period: Period) -> list[Follower]:
    """Return the published periods whose first days look back at a period."""
    query = select(Period).where(
        Period.unit_id == period.unit_id,
        Period.stage == Stage.PUBLISHED.value,
        Period.start > period.start,
    )
    found = (standing(session, one) for one in session.scalars(query.order_by(Period.start)))
    return [Follower.of(one, period) for one in found]


def border_faults(
    after: Iterable[Follower], before: Roster, changed: Roster, language: str
) -> list[Fault]:
    """Return what a change of a roster would newly break in the periods after it, by person."""
    was, will = before.effective, changed.effective
    moved = {duty.key for duty in was} ^ {duty.key for duty in will}
    return [
        Fault(person, told.text.rstrip("."), f"no breach of {told.name}")
        for follower in after
        for person in sorted({key[0] for key in moved if follower.reaches(key[1])})
        for told in describe(follower.court, follower.new(person, was, will), language)
    ]
