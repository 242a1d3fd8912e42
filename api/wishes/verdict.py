"""What a whole own line amounts to, judged by the rules like any roster."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from api.errors import Conflict, Wrong
from api.rosters.courts import court_of
from api.wishes.shapes import BreachShape, Proposal, ProposalVerdict
from rostering.check import describe
from rostering.domain.card import BreachEntry
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment


def verdict(problem: Problem, person: str, given: Proposal, language: str) -> ProposalVerdict:
    """Judge a proposal by the rules on one person's line, the past included."""
    court = court_of(problem)
    _require_possible(problem, person, given)
    home = court.index.people[person].home_unit
    duties = [
        Assignment(person=person, date=duty.date, shift=duty.shift, unit=home)
        for duty in given.duties
    ]
    line = court.index.plan(duties).lines[person]
    breaches = describe(court, court.judge_line(line), language)
    minutes = {shift.code: shift.minutes for shift in problem.shifts}
    return ProposalVerdict(
        minutes=sum(minutes[duty.shift] for duty in duties),
        contract_minutes=_contract(problem, person),
        weekends=len({_weekend(duty.date) for duty in duties} - {None}),
        breaches=[breach_shape(entry) for entry in breaches],
    )


def _require_possible(problem: Problem, person: str, given: Proposal) -> None:
    """Refuse a person, dates and shifts that the ward does not have."""
    if all(one.id != person for one in problem.people):
        raise Conflict("person.none")
    known = {shift.code for shift in problem.shifts}
    horizon = problem.horizon
    for number, duty in enumerate(given.duties):
        if not horizon.start <= duty.date <= horizon.end:
            where = f"duties.{number}.date"
            raise Wrong("wish.date", where, first=horizon.start, days=horizon.days)
        if duty.shift not in known:
            raise Wrong("wish.shift", f"duties.{number}.shift", shift=duty.shift)


def _contract(problem: Problem, person: str) -> int:
    found = next(p for p in problem.people if p.id == person)
    start = problem.horizon.start
    total = 0.0
    for number in range(problem.horizon.days):
        day = start + dt.timedelta(days=number)
        total += sum(held.weekly_minutes / 7 for held in found.positions if held.holds_on(day))
    return round(total)


def _weekend(day: dt.date) -> dt.date | None:
    """Return the Saturday of a weekend's day."""
    if day.isoweekday() < 6:
        return None
    return day - dt.timedelta(days=day.isoweekday() - 6)


@lru_cache(maxsize=20_000)
def breach_shape(entry: BreachEntry) -> BreachShape:
    """Return a breach as it is told; most were told before the last change too."""
    return BreachShape.model_validate(
        {name: getattr(entry, name) for name in BreachShape.model_fields}
    )
