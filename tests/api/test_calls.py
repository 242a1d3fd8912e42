"""Extra shifts: what an employee says reaches whoever is to be called, and goes with the person."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from api.calls.tables import OwnCallChoice
from api.db.base import now
from api.periods.composing import composed
from api.periods.tables import Period
from api.rosters.standing import standing
from rostering.domain.wishes import CallChoice, CallKind
from tests.api.published import hold, planned
from tests.api.world import World, ok, refused


def known(world: World, period: str) -> tuple[set[CallChoice], set[CallChoice]]:
    """Return what the planning problem and the published roster know of extra shifts."""
    with world.database.reading() as session:
        found = session.get_one(Period, period)
        return (
            set(composed(session, found).call_choices),
            set(standing(session, found).problem.call_choices),
        )


def test_what_is_said_reaches_the_roster_that_holds(on: World) -> None:
    period = planned(on, "Vår")
    hold(on, period, [("t01", 5, "D")])
    employee, address = on.client("employee"), f"/api/units/{on.unit}/call-choices"
    first, last = on.problem.horizon.start, on.problem.horizon.start + dt.timedelta(days=3)
    said = {"kind": "do_not_call", "first": str(first), "last": str(last), "kinds": ["day"]}
    made = ok(employee.post(f"{address}/mine", json=said), 201)
    expected = CallChoice(
        person="t01", kind=CallKind.DO_NOT_CALL, first=first, last=last, kinds=("day",)
    )
    assert known(on, period) == ({expected}, {expected})
    told = ok(on.client("manager").get(address))
    assert [(one["name"], one["kind"]) for one in told] == [
        (on.problem.people[0].name, "do_not_call")
    ]
    assert ok(on.client("colleague").get(f"{address}/mine")) == []
    foreign = on.client("colleague").delete(f"{address}/mine/{made['id']}")
    refused(foreign, 404, "thing.unknown")
    ok(employee.delete(f"{address}/mine/{made['id']}"), 204)
    assert known(on, period) == (set(), set())


def test_the_managers_entries_are_seen_and_a_shift_given_up_does_no_harm(here: World) -> None:
    manager, address = here.client("manager"), f"/api/units/{here.unit}/ward/call_choices"
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    day = str(here.problem.horizon.start)
    ok(
        manager.put(
            address,
            json=[{"person": "t01", "kind": "volunteer", "first": day, "shifts": ["A"]}],
            headers=tag,
        )
    )
    mine = ok(here.client("employee").get(f"/api/units/{here.unit}/call-choices/mine"))
    assert [(one["id"], one["kind"], one["last"]) for one in mine] == [(None, "volunteer", day)]
    with here.database.writing() as session:
        given_up = OwnCallChoice(
            unit_id=here.unit,
            person="t02",
            kind="volunteer",
            first=here.problem.horizon.start,
            last=here.problem.horizon.start,
            shifts=["OLD"],
            kinds=[],
        )
        session.add(given_up)
    period = planned(here, "Vår")
    hold(here, period, [])
    planned_for, stood = known(here, period)
    assert {one.person for one in planned_for} == {one.person for one in stood} == {"t01"}


def test_what_cannot_be_is_refused(here: World) -> None:
    employee, address = here.client("employee"), f"/api/units/{here.unit}/call-choices/mine"
    today = now().date()
    far = str(today + dt.timedelta(days=30))
    said = {"kind": "volunteer", "first": far, "last": far}
    wrong = (
        ({"last": str(today)}, "call.span"),
        ({"last": str(today + dt.timedelta(days=800))}, "call.span"),
        ({"first": "2020-01-01", "last": "2020-01-02"}, "call.past"),
        ({"shifts": ["X"]}, "cell.shift"),
    )
    for change, code in wrong:
        refused(employee.post(address, json={**said, **change}), 422, code)
    assert ok(employee.get(address)) == []


def test_erasing_a_person_takes_choices_and_corrections_along(here: World) -> None:
    period = planned(here, "Vår")
    hold(here, period, [("t01", 5, "D")])
    address = f"/api/units/{here.unit}/call-choices/mine"
    day = str(here.problem.horizon.start)
    said = {"kind": "volunteer", "first": day, "last": day}
    ok(here.client("employee").post(address, json=said), 201)
    ok(here.client("colleague").post(address, json=said), 201)
    manager = here.client("manager")
    body = {"points": 2, "reason": "Sykehistorie"}
    correction = f"/api/periods/{period}/ledger/corrections/t01/weekend"
    ok(manager.put(correction, json=body))
    whom = {"unit": here.unit, "person": "t01"}
    answer = here.client("administrator").post("/api/erasures", json=whom)
    assert answer.status_code < 300, answer.text
    with here.database.reading() as session:
        assert session.scalars(select(OwnCallChoice.person)).all() == ["t02"]
    assert ok(manager.get(f"/api/periods/{period}/ledger"))["corrections"] == []


def test_the_manager_enters_what_somebody_said_and_the_person_sees_who_did(on: World) -> None:
    manager, employee = on.client("manager"), on.client("employee")
    address, day = f"/api/units/{on.unit}/call-choices", str(on.problem.horizon.start)
    said = {"person": "t01", "kind": "do_not_call", "first": day, "last": day}
    key = {"Idempotency-Key": "entered once"}
    made, again = (ok(manager.post(address, json=said, headers=key), 201) for _ in range(2))
    assert made == again
    (seen,) = ok(employee.get(f"{address}/mine"))
    assert (seen["said"], seen["by"], seen["id"]) == (False, "Manager", made["id"])
    assert ok(employee.get("/api/notices"))[0]["kind"] == "call.do_not_call"
    log = ok(on.client("administrator").get("/api/audit?action=call."))["items"]
    assert [(one["action"], one["actor_name"]) for one in log] == [("call.enter", "Manager")]
    refused(manager.post(address, json={**said, "person": "t99"}), 422, "cell.person")
    foreign = on.client("other manager")
    assert foreign.post(address, json=said).status_code == 404
    assert foreign.delete(f"{address}/{made['id']}").status_code == 404
    ok(employee.delete(f"{address}/mine/{made['id']}"), 204)
    facts = {name: value for name, value in said.items() if name != "person"}
    own = ok(employee.post(f"{address}/mine", json=facts), 201)["id"]
    refused(manager.delete(f"{address}/{own}"), 409, "call.theirs")
    other = ok(manager.post(address, json={**said, "person": "t04"}), 201)["id"]
    ok(manager.delete(f"{address}/{other}"), 204)
    assert [one["person"] for one in ok(manager.get(address))] == ["t01"]
