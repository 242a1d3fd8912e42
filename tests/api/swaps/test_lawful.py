"""A swap that is not lawful cannot be made, whatever is sent."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import islice, product

import pytest

from api.periods.tables import Period
from api.rosters.standing import standing
from rostering.check import check
from rostering.domain.clock import OSLO
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput
from tests.api.swaps.conftest import Handed, Ward, handover, two_way
from tests.api.world import ok, refused

MANY = 24  # pairs of duties that are tried


def hard(problem: Problem, roster: Roster) -> Counter[tuple[object, ...]]:
    """Return the hard breaches of a roster by the full checker."""
    found = check(problem, roster)
    return Counter((b.rule, b.person, b.first, b.last, b.missing) for b in found if b.hard)


def breaks_a_rule(problem: Problem, roster: Roster, before: Counter[tuple[object, ...]]) -> bool:
    """Return whether a roster breaks a rule that was kept before, or has one duty twice."""
    try:
        return bool(hard(problem, roster) - before)
    except BadInput:
        return True


def exchanged(roster: Roster, parts: list[Handed]) -> Roster:
    """Return a roster in which duties have changed hands, whatever comes of it."""
    taker = {
        (one["takes"]["person"], one["takes"]["date"], one["takes"]["shift"]): one["person"]
        for one in parts
    }
    moved = tuple(
        duty.model_copy(
            update={"person": taker.get((duty.person, str(duty.date), duty.shift), duty.person)}
        )
        for duty in roster.assignments
    )
    return roster.model_copy(update={"assignments": moved})


def problem_of(staff: Ward) -> Problem:
    with staff.world.database.reading() as session:
        return standing(session, session.get_one(Period, staff.period)).problem


def test_whatever_breaks_a_rule_is_refused_and_what_is_found_breaks_none(staff: Ward) -> None:
    problem, roster = problem_of(staff), staff.roster
    before, broken = hard(problem, roster), 0
    pairs = list(product(staff.duties("t01"), staff.duties("t02")))
    for mine, theirs in pairs[:: max(1, len(pairs) // MANY)]:
        parts = two_way(mine, theirs)
        answer = staff.ask("employee", parts)
        if breaks_a_rule(problem, exchanged(roster, parts), before):
            refused(answer, 409, "swap.unlawful")
            broken += 1
        if answer.status_code == 201:
            ok(staff.withdraw("employee", answer.json()["id"]))
    assert broken > 0
    found = list(islice(staff.found("employee", "t01"), 10))
    assert found
    for parts in found:
        assert not breaks_a_rule(problem, exchanged(roster, parts), before)
    assert len(staff.publications) == 1


def test_what_is_no_swap_or_not_ones_own_is_refused(staff: Ward) -> None:
    mine, theirs, third = (staff.duties(person)[0] for person in ("t01", "t02", "t03"))
    days = sorted({duty[1] for person in ("t02", "t03") for duty in staff.duties(person)})
    free = next(
        duty
        for duty in (("t01", day, shift) for day in days for shift in "DA")
        if duty not in staff.duties("t01")
    )
    refused(staff.ask("employee", two_way(theirs, third)), 422, "swap.stranger")
    refused(staff.ask("employee", two_way(free, theirs)), 409, "swap.duty")
    refused(staff.ask("employee", two_way(("t01", *theirs[1:]), theirs)), 409, "swap.duty")
    same = [handover("t01", mine[1:], theirs)] * 2
    refused(staff.ask("employee", same), 422, "swap.ring")
    only_taken = [handover("t01", mine[1:], theirs), handover("t02", theirs[1:], third)]
    refused(staff.ask("employee", only_taken), 422, "swap.ring")
    nobodys = ("t99", *theirs[1:])
    refused(staff.ask("employee", two_way(mine, nobodys)), 409, "swap.duty")
    fourth = staff.duties("t04")[0]
    refused(staff.ask("employee", two_way(mine, fourth)), 409, "swap.alone")
    refused(staff.ask("employee", two_way(mine, theirs), staff.world.other), 404, "thing.unknown")
    stranger = staff.ask("other employee", two_way(mine, theirs), staff.world.other)
    refused(stranger, 409, "swap.duty")
    assert staff.mine("employee") == staff.mine("colleague") == []


def test_what_is_past_or_too_soon_is_refused(staff: Ward) -> None:
    parts = staff.shared()
    first = min(dt.date.fromisoformat(one["gives"]["date"]) for one in parts)
    mine = parts[0]["gives"]
    address = f"/api/units/{staff.world.unit}/swap-rules"
    ok(staff.client("manager").put(address, json={"hours": 48}))
    assert ok(staff.client("manager").get(address)) == {"hours": 48}
    staff.at(dt.datetime.combine(first, dt.time(3), OSLO) - dt.timedelta(days=1))
    refused(staff.ask("employee", parts), 409, "swap.late")
    ok(staff.client("manager").put(address, json={"hours": 0}))
    swap = ok(staff.ask("employee", parts), 201)["id"]
    staff.at(dt.datetime.combine(first, dt.time(23), OSLO))
    refused(staff.ask("employee", parts), 409, "swap.begun")
    if mine["date"] == str(first):
        refused(staff.possible("employee", mine["date"], mine["shift"]), 409, "swap.begun")
    refused(staff.answer("colleague", swap), 409, "swap.void")
    assert [(one["state"], one["why"]) for one in staff.mine("colleague")] == [("void", "begun")]


@pytest.mark.parametrize("kind", ["sick", "vacation"])
def test_days_of_absence_are_closed(staff: Ward, kind: str) -> None:
    parts = staff.shared()
    swap = staff.agreed(parts)
    manager = staff.client("manager")
    address = f"/api/units/{staff.world.unit}/ward/absences"
    mine = parts[0]["gives"]
    away = {"person": "t01", "kind": kind, "first": mine["date"], "last": mine["date"]}
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    ok(manager.put(address, json=[away], headers=tag))
    refused(staff.possible("employee", mine["date"], mine["shift"]), 409, "swap.closed")
    refused(staff.ask("employee", parts), 409, "swap.unlawful")
    assert staff.mine("colleague")[0]["lawful"] is False
    refused(staff.decide("manager", swap), 409, "swap.unlawful")
    assert ok(manager.get(f"/api/swaps/{swap}/effects"))["lawful"] is False
    assert len(staff.publications) == 1
