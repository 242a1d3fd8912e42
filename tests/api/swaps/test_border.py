"""A swap at the end of a period is judged in the next one, too, where that is published."""

from __future__ import annotations

import datetime as dt

from api.rosters.border import Follower, border_faults
from api.rosters.courts import court_of
from fixtures import ward
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.swap import Handover, Swap, SwapKind, apply

FIRST = ward("tiny")
START, DAYS = FIRST.horizon.start, FIRST.horizon.days
NEXT = START + dt.timedelta(days=DAYS)


def late_evenings() -> Problem:
    """Return the next period's problem, in which an evening ends so late that a day is too soon."""
    shifts = tuple(
        one.model_copy(update={"end": 1439}) if one.code == "A" else one for one in FIRST.shifts
    )
    return FIRST.model_copy(
        update={
            "horizon": FIRST.horizon.model_copy(update={"start": NEXT}),
            "history_from": START,
            "shifts": shifts,
            "wishes": (),
        }
    )


def duty(person: str, day: int, shift: str) -> Assignment:
    unit = FIRST.units[0].id
    return Assignment(person=person, date=START + dt.timedelta(days=day), shift=shift, unit=unit)


def roster(problem: Problem, *duties: Assignment) -> Roster:
    return Roster(
        problem_name=problem.name,
        problem_hash=content_hash(problem),
        start=problem.horizon.start,
        days=DAYS,
        assignments=duties,
    )


def swap(mine: Assignment, theirs: Assignment) -> Swap:
    parts = (
        Handover(person=mine.person, gives=mine, takes=theirs),
        Handover(person=theirs.person, gives=theirs, takes=mine),
    )
    return Swap(kind=SwapKind.TWO_WAY, handovers=parts)


def faults(theirs: Assignment, *, first: Assignment) -> list[str]:
    """Return what is wrong with taking a colleague's duty before a first one of the next period."""
    mine, problem = duty("t01", 2, "D"), late_evenings()
    after = roster(problem, first)
    last = NEXT - dt.timedelta(days=1)
    follower = Follower(court_of(problem), after, START, last)
    before = roster(FIRST, mine, theirs)
    return [
        one.where
        for one in border_faults([follower], before, apply(swap(mine, theirs), before), "nb")
    ]


def test_too_little_rest_over_the_border_is_found() -> None:
    assert faults(duty("t02", DAYS - 1, "A"), first=duty("t01", DAYS, "D")) == ["t01"]


def test_enough_rest_is_not() -> None:
    assert faults(duty("t02", DAYS - 1, "D"), first=duty("t01", DAYS, "D")) == []
    assert faults(duty("t02", DAYS - 1, "A"), first=duty("t01", DAYS, "A")) == []
    assert faults(duty("t02", DAYS - 1, "A"), first=duty("t03", DAYS, "D")) == []
