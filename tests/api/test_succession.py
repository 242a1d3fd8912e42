"""A changed roster takes a published one's place: judged anew, and never over somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.errors import Conflict
from api.notices.telling import Told, tell_person, tell_role
from api.periods.tables import Period
from api.policy.roles import Role
from api.rosters.standing import standing
from api.rosters.succession import Change, succeed
from api.rosters.tables import Source
from rostering.domain.roster import Roster
from rostering.errors import BadInput
from tests.api.world import World, ok


def without(roster: Roster, place: int) -> Roster:
    kept = tuple(duty for number, duty in enumerate(roster.assignments) if number != place)
    return roster.model_copy(update={"assignments": kept})


def doubled(roster: Roster) -> Roster:
    """Give the first person's duty of a day to somebody who works that day already."""
    first = roster.assignments[0]
    busy = next(d for d in roster.assignments if d.date == first.date and d.person != first.person)
    moved = first.model_copy(update={"person": busy.person})
    return roster.model_copy(update={"assignments": (moved, *roster.assignments[1:])})


@pytest.fixture
def period(here: World) -> str:
    made: str = here.period()["id"]
    here.publish(made)
    return made


def test_the_next_roster_is_what_staff_see(here: World, period: str) -> None:
    with here.database.writing() as session:
        before = standing(session, session.get_one(Period, period))
        roster = before.roster
        bearable = {"coverage", "contract_hours"}
        change = Change(before.problem, without(roster, 0), Source.REPAIR, "sick", bearable)
        made = succeed(session, before, change, by=None)
        assert made.number == 2
    listed = ok(here.client("employee").get(f"/api/periods/{period}/publications"))
    assert [(one["number"], one["source"]) for one in listed] == [(2, "repair"), (1, "draft")]
    shown = ok(here.client("hr").get(f"/api/periods/{period}/publications/2/roster"))
    assert len(shown["assignments"]) == len(roster.assignments) - 1


def test_a_breach_that_was_not_there_is_refused(here: World, period: str) -> None:
    with here.database.writing() as session:
        before = standing(session, session.get_one(Period, period))
        change = Change(before.problem, doubled(before.roster), Source.SWAP)
        with pytest.raises(BadInput) as caught:
            succeed(session, before, change, by=None, language="en")
    assert caught.value.faults


def test_somebody_elses_change_is_not_overwritten(here: World, period: str) -> None:
    with here.database.writing() as session:
        before = standing(session, session.get_one(Period, period))
        same = Change(before.problem, before.roster, Source.SWAP)
        succeed(session, before, same, by=None)
        with pytest.raises(Conflict, match=r"roster\.changed"):
            succeed(session, before, replace(same, source=Source.REPAIR), by=None)


def test_nothing_stands_before_it_is_published(here: World) -> None:
    made = here.period()["id"]
    with here.database.reading() as session, pytest.raises(Conflict, match=r"roster\.none"):
        standing(session, session.get_one(Period, made))


def test_absences_are_those_of_today(here: World, period: str) -> None:
    manager = here.client("manager")
    address = f"/api/units/{here.unit}/ward/absences"
    answer = manager.get(address)
    day = str(here.problem.horizon.start)
    away = {"person": here.person, "kind": "sick", "first": day, "last": day}
    tag = {"If-Match": answer.headers["ETag"]}
    ok(manager.put(address, json=[*answer.json(), away], headers=tag))
    with here.database.reading() as session:
        found = standing(session, session.get_one(Period, period)).problem.absences
    assert (here.person, day) in {(one.person, str(one.first)) for one in found}


def test_notices_are_told_once_and_only_to_whom_they_concern(here: World) -> None:
    told = Told("shift.changed", "/staff/shifts", {"date": "2027-01-05"})
    with here.database.writing() as session:
        tell_person(session, here.unit, here.person, told)
        tell_role(session, here.unit, Role.MANAGER, Told("swap.waiting", "/manager"))
    employee, colleague = here.client("employee"), here.client("colleague")
    mine = ok(employee.get("/api/notices"))
    assert [(one["kind"], one["facts"], one["seen"]) for one in mine] == [
        ("shift.changed", {"date": "2027-01-05"}, False)
    ]
    assert ok(colleague.get("/api/notices")) == []
    assert len(ok(here.client("manager").get("/api/notices"))) == 1
    ok(employee.post("/api/notices/seen", json={"latest": mine[0]["id"]}), 204)
    assert [one["seen"] for one in ok(employee.get("/api/notices"))] == [True]
    assert ok(here.client("manager").get("/api/notices"))[0]["seen"] is False
