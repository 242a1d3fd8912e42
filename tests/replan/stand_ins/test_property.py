"""On bundled wards: who is offered may come, and who is refused as unlawful may not."""

from collections import Counter

import pytest

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins import OpenDuty, Reason, stand_ins
from rostering.replan.stand_ins.precedence import posts_percent
from tests.replan.hard_breaches import Breach, hard
from tests.replan.wards import BEFORE
from tests.solved import solved


def newly(problem: Problem, before: Roster, old: Counter[Breach], more: Assignment) -> set[str]:
    """Return the rules that a duty more breaks newly."""
    after = before.model_copy(update={"assignments": (*before.assignments, more)})
    return {key[0] for key, size in hard(problem, after).items() if size > old[key]}


@pytest.mark.parametrize(("name", "offers", "refusals"), [("tiny", 8, 0)])
def test_offers_break_no_hard_rule_and_refusals_as_unlawful_would(
    name: str, offers: int, refusals: int
) -> None:
    problem, roster = solved(name)
    plain = roster.model_copy(update={"overlays": ()})
    court = Court.of(problem, plain)
    offered = unlawful = 0
    for gone in plain.assignments[::7]:
        asked = OpenDuty(
            date=gone.date, shift=gone.shift, unit=gone.unit, role=gone.role, person=gone.person
        )
        found = stand_ins(court, plain, asked, now=BEFORE)
        kept = tuple(duty for duty in plain.assignments if duty != gone)
        without = plain.model_copy(update={"assignments": kept})
        old = hard(problem, without)
        for one in found.offered if offered < offers else ():
            assert newly(problem, without, old, one.assignment) == set()
            offered += 1
        for other in found.refused if unlawful < refusals else ():
            if other.reason is Reason.UNLAWFUL:
                for pay in ways(court, other.person, gone):
                    duty = gone.model_copy(update={"person": other.person, "pay": pay})
                    assert newly(problem, without, old, duty)
                unlawful += 1
        if offered >= offers and unlawful >= refusals:
            return
    raise AssertionError(f"{offered} offers and {unlawful} refusals: too few to tell")


def ways(court: Court, person: str, gone: Assignment) -> tuple[Pay, ...]:
    """Return how somebody with a post could be paid for more than the plan."""
    full = posts_percent(court.index.people[person], gone.date) >= 100
    return (Pay.OVERTIME,) if full else (Pay.EXTRA, Pay.OVERTIME)
