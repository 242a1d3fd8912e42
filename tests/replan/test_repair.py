"""Repair: options that truly differ, each lawful, with nothing touched that has begun."""

import datetime as dt
from functools import cache

import pytest

from fixtures import ward
from rostering.bill import bill
from rostering.check import Court
from rostering.domain.problem import Horizon, Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.wishes import CallChoice, CallKind, Lock
from rostering.errors import BadInput
from rostering.live import LivePlan
from rostering.replan.repair import DemandChange, Disruption, Gone, Repair, repair
from rostering.replan.repair.disruption import disrupted, openings, remaining
from rostering.solve import Budget, solve
from tests.replan import wards

PROBLEM = ward("small")
DAY = dt.date(2027, 5, 12)
EARLY = dt.datetime.combine(DAY, dt.time(5, 40))


@cache
def published() -> Roster:
    done = solve(PROBLEM, Budget(seconds=None, steps=3, workers=1), strategy="lns")
    assert done.roster is not None
    return done.roster


def on_duty(shift: str, day: dt.date = DAY) -> Assignment:
    """Return a duty of somebody who is no nurse: others can take it."""
    groups = {person.id: person.group for person in PROBLEM.people}
    return next(
        a
        for a in published().assignments
        if (a.shift, a.date) == (shift, day)
        and groups[a.person] in ("helsefagarbeider", "assistent")
    )


def away(shift: str = "D", days: int = 1) -> Disruption:
    last = DAY + dt.timedelta(days=days - 1)
    return Disruption(gone=(Gone(person=on_duty(shift).person, first=DAY, last=last),))


@cache
def repaired(shift: str = "D", days: int = 1) -> Repair:
    return repair(PROBLEM, published(), away(shift, days), now=EARLY)


def breaches(problem: Problem, roster: Roster) -> set[tuple[str, str | None, dt.date]]:
    live = LivePlan.of(Court.of(problem), roster.assignments)
    return {(b.rule, b.person, b.first) for b in live.breaches() if b.hard}


def small_ward(**more: object) -> Problem:
    """Two on evenings of whom one must be a nurse, and a night: what a move leaves must be met."""
    return wards.ward(
        [
            wards.person("kari", 50),
            wards.person("nina", 50),
            wards.person("liv", 50),
        ],
        demand=[
            {"id": n, "units": ["post"], "shifts": [n], "minimum": 1, "target": 1} for n in "AN"
        ],
        **more,
    )


def sick(problem: Problem, lines: dict[str, str], **more: object) -> Repair:
    plan = wards.roster(problem, lines)
    gone = Disruption(gone=(Gone(person="kari", first=wards.MONDAY),))
    return repair(problem, plan, gone, now=wards.BEFORE, seconds=600, **more)


def test_whoever_is_moved_leaves_a_gap_that_somebody_else_fills() -> None:
    exempt = {"exemptions": [{"kinds": ["evening"]}]}
    people = [wards.person("kari", 50), wards.person("nina", 50), wards.person("liv", 50, **exempt)]
    problem = small_ward().model_copy(update={"people": wards.ward(people).people})
    found = sick(problem, {"kari": "A", "nina": "N", "liv": "."})
    (only,) = found.options
    assert [(one.way, one.person, one.opening.shift) for one in only.fills] == [
        ("move", "nina", "A"),
        ("come_in", "liv", "N"),
    ]
    assert only.uncovered == ()
    there = disrupted(problem, (), Disruption())
    assert not {b for b in breaches(there, only.roster) if b[2] == wards.MONDAY}


def test_fewer_than_three_options_are_told_with_the_reason_and_proved() -> None:
    calls = [{"person": "liv", "kind": "do_not_call", "first": wards.MONDAY}]
    found = sick(small_ward(call_choices=calls), {"kari": "A", "nina": "N", "liv": "."})
    assert [one.uncovered for one in found.options] == [found.openings]
    assert found.fewer is not None
    assert (found.fewer.proved, found.fewer.on_request) == (True, 0)
    told = {(one.reason.value, one.people) for one in found.fewer.barred}
    assert told == {("self", 1), ("unlawful", 1), ("do_not_call", 1)}
    assert repaired().fewer is None


def test_a_role_on_a_shift_that_lacks_another_too_still_gets_stand_ins() -> None:
    """Role and ordinary place both open on one shift: which one is meant is known."""
    rows = [
        {"id": "evening", "units": ["post"], "shifts": ["A"], "minimum": 1, "target": 1},
        {
            "id": "lead",
            "units": ["post"],
            "shifts": ["A"],
            "minimum": 1,
            "target": 1,
            "exclusive": True,
        },
    ]
    people = [wards.person(who, 50) for who in ("kari", "nina", "liv", "una")]
    problem = wards.ward(people, demand=rows)
    plan = wards.roster(problem, {"kari": "A", "nina": "A"})
    lead = plan.assignments[0].model_copy(update={"role": "lead"})
    plan = plan.model_copy(update={"assignments": (lead, *plan.assignments[1:])})
    both = Disruption(gone=tuple(Gone(person=who, first=wards.MONDAY) for who in ("kari", "nina")))
    found = repair(problem, plan, both, now=wards.BEFORE, seconds=600)
    assert {one.role for one in found.openings} == {"lead", None}
    for one in found.options:
        assert {fill.person for fill in one.fills} == {"liv", "una"}
        assert {fill.way for fill in one.fills} == {"come_in"}


def test_three_options_that_truly_differ() -> None:
    found = repaired()
    assert not found.unchanged
    (opening,) = found.openings
    assert (opening.shift, opening.date, opening.person) == ("D", DAY, on_duty("D").person)
    told = [frozenset((c.person, c.date, c.after) for c in one.changes) for one in found.options]
    assert len(told) == len(set(told)) >= 3
    assert len({one.favours for one in found.options}) == len(found.options)


def test_one_who_is_away_leaves_one_opening_also_far_below_the_target() -> None:
    index = Court.of(PROBLEM).index
    row = next(row for row in PROBLEM.demand if row.id == "dag")
    short = tuple(one for one in published().assignments if (one.date, one.shift) != (DAY, "D"))
    gone = [one for one in published().assignments if (one.date, one.shift) == (DAY, "D")]
    least = short + tuple(gone[: row.minimum])
    found = Disruption(gone=(Gone(person=gone[0].person, first=DAY),))
    court = Court.of(disrupted(PROBLEM, least, found))
    plan = court.index.plan(remaining(index, least, found, EARLY))
    opened = [one for one in openings(court.index, least, plan, EARLY) if one.date == DAY]
    assert [(one.shift, one.person) for one in opened] == [("D", gone[0].person)]


@pytest.mark.parametrize(("shift", "days"), [("D", 1), ("A", 1), ("D", 4)])
def test_each_option_is_lawful_and_told_as_it_is(shift: str, days: int) -> None:
    disruption = away(shift, days)
    there = disrupted(PROBLEM, published().assignments, disruption)
    left = remaining(Court.of(there).index, published().assignments, disruption, EARLY)
    without = published().model_copy(update={"assignments": left, "overlays": ()})
    before = breaches(there, without)
    total = LivePlan.of(Court.of(there), left).total
    (gone,) = {one.person for one in disruption.gone}
    for one in repaired(shift, days).options:
        assert breaches(there, one.roster) <= before
        assert bill(there, one.roster).total - bill(there, without).total == one.ore
        live = LivePlan.of(Court.of(there), one.roster.assignments)
        assert live.total - total == one.points
        touched = {
            (d.person, d.date) for d in set(one.roster.assignments) ^ set(without.assignments)
        }
        assert touched == {(change.person, change.date) for change in one.changes}
        assert gone not in {person for person, _ in touched}


def test_the_cheapest_is_cheapest_and_the_best_for_the_card_is_best() -> None:
    options = repaired().options
    found = {one.favours: one for one in options}
    assert {"order", "cost"} <= set(found)
    assert found["cost"].ore == min(one.ore for one in options)
    best = min(options, key=lambda one: one.points)
    assert found.get("card", found["order"]).points == best.points


def test_two_who_may_stand_for_either_make_one_option() -> None:
    """On one shift it is no other answer that they stand for each other's absent colleague."""
    people = [wards.person(who, 50) for who in ("kari", "nina", "liv", "una")]
    row = {"id": "day", "units": ["post"], "shifts": ["D"], "minimum": 2, "target": 2}
    problem = wards.ward(people, demand=[row])
    plan = wards.roster(problem, {"kari": "D", "nina": "D"})
    both = Disruption(gone=tuple(Gone(person=who, first=wards.MONDAY) for who in ("kari", "nina")))
    found = repair(problem, plan, both, now=wards.BEFORE, seconds=600)
    told = [frozenset((c.person, c.date, c.after) for c in one.changes) for one in found.options]
    assert told
    assert len(told) == len(set(told))


def test_who_gives_the_weekly_rest_for_another_day_is_asked_first_too() -> None:
    """Ola is off from Wednesday and has F1 on Sunday, which is asked for; Monday is given back."""
    people = [wards.person("kari", 100), wards.person("ola", 50)]
    sunday = {**wards.ANYBODY, "only_dates": [wards.date(6)]}
    problem = wards.ward(people, demand=[sunday])
    plan = wards.roster(problem, {"kari": "......D.......", "ola": "DDD....D......"})
    gone = Disruption(gone=(Gone(person="kari", first=wards.date(6)),))
    asked = {"now": wards.BEFORE, "seconds": 600}
    without = repair(problem, plan, gone, **asked)
    assert [one.people for one in without.options] == [0]
    found = repair(problem, plan, gone, on_request=True, **asked)
    fills = [fill for one in found.options for fill in one.fills]
    assert {(fill.way, fill.on_request) for fill in fills} == {("come_in", True), ("trade", True)}
    assert without.fewer is not None
    assert without.fewer.on_request == len(found.options)


def test_a_role_that_changes_hands_on_one_shift_needs_no_consent() -> None:
    rows = [
        {"id": "evening", "units": ["post"], "shifts": ["A"], "minimum": 0, "target": 1},
        {"id": "lead", "units": ["post"], "shifts": ["A"], "minimum": 1, "target": 1},
    ]
    rows[1]["exclusive"] = True
    people = [wards.person(who, 50) for who in ("kari", "nina")]
    problem = wards.ward(people, demand=rows)
    plan = wards.roster(problem, {"kari": "A", "nina": "A"})
    lead = plan.assignments[0].model_copy(update={"role": "lead"})
    plan = plan.model_copy(update={"assignments": (lead, *plan.assignments[1:])})
    (option,) = sick_of(problem, plan).options
    assert [(one.way, one.person) for one in option.fills] == [("move", "nina")]
    (change,) = option.changes
    assert (change.before, change.after, change.consent) == (("A",), ("A",), False)
    assert option.ore == 0


def sick_of(problem: Problem, plan: Roster) -> Repair:
    gone = Disruption(gone=(Gone(person="kari", first=wards.MONDAY),))
    return repair(problem, plan, gone, now=wards.BEFORE, seconds=600)


def test_what_lacked_somebody_before_is_left_to_its_own_question() -> None:
    found = repair(small_ward(), wards.roster(small_ward(), {}), Disruption(), now=wards.BEFORE)
    assert (found.unchanged, found.openings) == (True, ())


def test_with_nothing_changed_the_answer_is_no_change() -> None:
    found = repair(PROBLEM, published(), Disruption(), now=EARLY)
    assert (found.unchanged, found.openings, found.options) == (True, (), ())
    off = next(
        person.id
        for person in PROBLEM.people
        if (person.id, DAY) not in {(a.person, a.date) for a in published().assignments}
    )
    idle = Disruption(gone=(Gone(person=off, first=DAY),))
    told = repair(PROBLEM, published(), idle, now=EARLY)
    assert (told.unchanged, told.options) == (True, ())


def test_what_has_begun_stays() -> None:
    late = dt.datetime.combine(DAY, dt.time(12))
    found = repair(PROBLEM, published(), away("D"), now=late)
    assert on_duty("D").person not in {one.person for one in found.openings}
    for one in repair(PROBLEM, published(), away("A"), now=late).options:
        begun = {(a.person, a.shift) for a in published().assignments if a.date == DAY}
        begun = {(p, s) for p, s in begun if s == "D"}
        now = {(a.person, a.shift) for a in one.roster.assignments if a.date == DAY}
        assert begun - {(on_duty("A").person, "D")} <= now


def test_nobody_is_asked_who_must_not_be_called_and_no_locked_day_moves() -> None:
    taken = {c.person for one in repaired().options for c in one.changes}
    choices = tuple(
        CallChoice(person=person, kind=CallKind.DO_NOT_CALL, first=DAY) for person in taken
    )
    quiet = PROBLEM.model_copy(update={"call_choices": choices})
    for one in repair(quiet, published(), away(), now=EARLY).options:
        assert not {c.person for c in one.changes if c.date == DAY} & taken
    cells = {(c.person, c.date) for one in repaired().options for c in one.changes}
    held = {(a.person, a.date): a.shift for a in published().assignments}
    locks = tuple(Lock(person=p, date=d, shift=held.get((p, d))) for p, d in sorted(cells))
    locked = PROBLEM.model_copy(update={"locks": locks})
    for one in repair(locked, published(), away(), now=EARLY).options:
        assert not {(c.person, c.date) for c in one.changes} & cells


def test_frozen_days_are_given_to_nobody_in_return() -> None:
    until = DAY + dt.timedelta(days=20)
    horizon = Horizon(start=PROBLEM.horizon.start, days=28, frozen_until=until)
    kept = published().assignments
    frozen = PROBLEM.model_copy(update={"horizon": horizon, "published": kept})
    for one in repair(frozen, published(), away(), now=EARLY).options:
        assert all(fill.released is None for fill in one.fills)


def test_more_demand_opens_a_shift() -> None:
    row = next(r for r in PROBLEM.demand if r.shifts == ("A",) and r.applies(DAY))
    more = DemandChange(row=row.id, date=DAY, minimum=row.target + 2)
    found = repair(PROBLEM, published(), Disruption(demand=(more,)), now=EARLY)
    assert [(one.shift, one.person) for one in found.openings][:1] == [("A", None)]
    assert found.options


@pytest.mark.parametrize(
    ("disruption", "told"),
    [
        (Disruption(gone=(Gone(person="nobody", first=DAY),)), "unknown person"),
        (Disruption(gone=(Gone(person="s01", first=dt.date(2028, 5, 12)),)), "outside the period"),
        (Disruption(demand=(DemandChange(row="x", date=DAY, minimum=1),)), "unknown row"),
    ],
)
def test_bad_input_is_refused(disruption: Disruption, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        repair(PROBLEM, published(), disruption, now=EARLY)


def test_another_wards_roster_is_refused() -> None:
    with pytest.raises(BadInput, match="another ward"):
        repair(ward("tiny"), published(), Disruption(), now=EARLY)


def test_the_only_nurse_is_replaced_by_a_nurse_or_told_to_be_missing() -> None:
    court = Court.of(PROBLEM)
    live = LivePlan.of(court, published().assignments)
    row = next(r for r in PROBLEM.demand if r.id.startswith("dag-sykepleier"))
    held = {p.id: {one.code for one in p.competences} for p in PROBLEM.people}
    nurses = {person for person, codes in held.items() if row.competence.met_by(codes)}
    alone = [c for c in court.index.cells if c.row.id == row.id and live.plan.in_cell(c) == 1]
    asked = 0
    for cell in alone[:6]:
        date = court.index.clock.date(cell.day)
        (duty,) = (
            a
            for a in published().assignments
            if (a.date, a.shift) == (date, "D") and a.person in nurses
        )
        gone = Disruption(gone=(Gone(person=duty.person, first=date),))
        now = dt.datetime.combine(date, dt.time(5, 40))
        for one in repair(PROBLEM, published(), gone, now=now).options:
            own = [fill for fill in one.fills if fill.opening.person == duty.person]
            assert {fill.person for fill in own} <= {None, *nurses}
            asked += len(own)
    assert asked >= 6
