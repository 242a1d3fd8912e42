"""Task sharing in the service: approved by the head, delegated to persons, logged in minutes."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from httpx2 import Response
from sqlalchemy import select

from api.audit.erasing import erase_person
from api.audit.tables import AuditEntry, AuditPayload
from api.policy.roles import NOBODY
from api.tasksharing.book_of import book_of, today
from api.tasksharing.standing import standing
from api.tasksharing.tables import KeptTaskBook, TaskApproval
from api.tasksharing.telling import small_groups
from api.units.documents import unpacked
from api.units.tables import Unit
from fixtures import ward
from fixtures.task_files import task_file
from tasksharing.domain.book import TaskBook
from tests.api.world import World, ok, refused

HEAD = "Dato;Skjema;Gruppe;Klokkeslett;Minutter;Oppgave\n"
LOG = HEAD + (
    "2026-01-05;Kari;sykepleier;07:30;45;medication_round\n"
    "2026-01-05;Kari;sykepleier;08:15;30;care\n"
    "2026-01-05;Ola;helsefagarbeider;07:30;60;care\n"
    "2026-01-12;Ola;helsefagarbeider;07:30;30;laundry\n"
)
DAY = dt.timedelta(days=1)


def path(here: World, rest: str) -> str:
    return f"/api/units/{here.unit}/{rest}"


def proposed(here: World, who: str = "hr", **facts: object) -> dict[str, Any]:
    asked = {"task": "laundry", **facts}
    told: dict[str, Any] = ok(here.client(who).post(path(here, "task-approvals"), json=asked), 201)
    return told


def decide(here: World, approval: str, what: str, who: str = "manager") -> Response:
    return here.client(who).post(path(here, f"task-approvals/{approval}/{what}"))


def row(here: World, task: str = "laundry") -> dict[str, Any]:
    found = ok(here.client("hr").get(path(here, "task-catalogue")))["tasks"]
    return next(one for one in found if one["id"] == task)


def put_log(here: World, text: str = LOG, who: str = "hr") -> Response:
    return here.client(who).post(path(here, "task-book/file"), content=text.encode())


def book(here: World) -> TaskBook | None:
    with here.database.reading() as session:
        return book_of(session, session.get_one(Unit, here.unit))


def sure(here: World) -> TaskBook:
    found = book(here)
    assert found is not None
    return found


def delegation(**facts: object) -> dict[str, Any]:
    return {
        "person": "t04",
        "task": "medication_round",
        "last": str(today() + 100 * DAY),
        "signed_by": "Leder",
        "signed_on": str(today()),
        **facts,
    }


def test_hr_proposes_and_only_what_the_head_approves_counts(on: World) -> None:
    ok(put_log(on), 201)
    assert row(on)["counts"] is False
    assert row(on)["ways"][0]["groups"][0]["nb"] == "Sykepleier"
    made = proposed(on)
    assert (made["standing"], row(on)["counts"]) == ("proposed", False)
    assert sure(on).approvals == ()
    refused(decide(on, made["id"], "approval", "hr"), 403, "policy.forbidden")
    told = [one["kind"] for one in ok(on.client("manager").get("/api/notices"))]
    assert told == ["task.proposed"]
    ok(decide(on, made["id"], "approval"))
    refused(decide(on, made["id"], "approval"), 409, "task.settled")
    assert sure(on).allowed("laundry", today())
    assert not sure(on).allowed("laundry", today() - DAY)
    assert not sure(on).allowed("care", today())
    refused(decide(on, made["id"], "withdrawal", "hr"), 403, "policy.forbidden")
    ok(decide(on, made["id"], "withdrawal"))
    assert sure(on).allowed("laundry", today()) == ()
    with on.database.reading() as session:
        entries = session.scalars(select(AuditEntry.action).order_by(AuditEntry.number)).all()
    assert entries[-4:] == ["tasklog.upload", "task.propose", "task.approve", "task.withdraw"]


def test_a_newer_approval_takes_the_place_of_the_one_before(here: World) -> None:
    first = proposed(here, task="kitchen")
    ok(decide(here, first["id"], "approval"))
    later = proposed(here, task="kitchen", ways=[0], first=str(today() + 10 * DAY))
    again = proposed(here, task="kitchen", ways=[0, 1], first=str(today() + 5 * DAY))
    refused(decide(here, later["id"], "approval"), 409, "task.settled")  # it gave way to another
    ok(decide(here, again["id"], "approval"))
    ok(put_log(here), 201)
    found = sure(here)
    assert len(found.allowed("kitchen", today() + 4 * DAY)) == 3
    assert len(found.allowed("kitchen", today() + 5 * DAY)) == 2
    states = {one["id"]: one["standing"] for one in row(here, "kitchen")["approvals"]}
    assert states == {first["id"]: "ends_soon", later["id"]: "withdrawn", again["id"]: "coming"}
    address = path(here, "task-approvals")
    for asked, code in (
        ({"task": "moon"}, "task.unknown"),
        ({"task": "kitchen", "ways": [3]}, "task.way"),
        ({"task": "kitchen", "last": str(today() - DAY)}, "task.dates"),
    ):
        refused(here.client("hr").post(address, json=asked), 422, code)


def test_proposals_that_ran_out_are_not_approved(here: World) -> None:
    made = proposed(here, last=str(today() + DAY))
    with here.database.writing() as session:
        session.get_one(TaskApproval, made["id"]).last = today() - DAY
    refused(decide(here, made["id"], "approval"), 409, "task.over")


@pytest.mark.parametrize(
    ("since", "last", "ended", "found"),
    [
        (None, None, False, "proposed"),
        (0, None, False, "holds"),
        (1, None, False, "coming"),
        (-9, 30, False, "ends_soon"),
        (-9, 31, False, "holds"),
        (-9, 0, False, "ends_soon"),
        (-9, -1, False, "over"),
        (-9, 9, True, "withdrawn"),
    ],
)
def test_where_something_stands(
    since: int | None, last: int | None, ended: bool, found: str
) -> None:
    day = dt.date(2026, 6, 1)

    def at(days: int | None) -> dt.date | None:
        return None if days is None else day + days * DAY

    assert standing(day, at(since), at(last), ended=ended).value == found


def test_a_delegation_that_could_never_count_is_refused(here: World) -> None:
    manager, address = here.client("manager"), path(here, "task-delegations")
    for facts, code in (
        ({"person": "nobody"}, "cell.person"),
        ({"task": "care"}, "delegation.task"),
        ({"person": "t01"}, "delegation.competence"),
        ({"signed_on": str(today() + DAY)}, "delegation.unsigned"),
        ({"last": "2020-01-01", "signed_on": "2020-02-01"}, "delegation.dates"),
        ({"last": str(today() - DAY), "signed_on": "2020-02-01"}, "delegation.over"),
        ({"residents": [0]}, "input.wrong"),
    ):
        refused(manager.post(address, json=delegation(**facts)), 422, code)
    assert ok(manager.get(address))["delegations"] == []


def test_delegations_are_personal_dated_and_erased_with_the_person(on: World) -> None:
    manager, address = on.client("manager"), path(on, "task-delegations")
    limits = {"forms": ["tabletter"], "residents": [7, 3, 7], "last": str(today() + 20 * DAY)}
    ok(on.client("hr").post(address, json=delegation(**limits)), 201)
    made = ok(manager.post(address, json=delegation(person="t05")), 201)
    page = ok(manager.get(address))
    first, second = page["delegations"]
    assert (first["standing"], first["residents"]) == ("ends_soon", [3, 7])
    assert (second["standing"], second["signed_by"]) == ("holds", "Leder")
    assert set(page["tasks"][0]["people"]) == {"t04", "t05"}
    ok(put_log(on), 201)
    assert sure(on).delegates("medication_round", today()) == {"t04", "t05"}
    ended = ok(manager.post(f"{address}/{made['id']}/end"))
    assert (ended["standing"], ended["ended_by"]) == ("withdrawn", "Manager")
    refused(manager.post(f"{address}/{made['id']}/end"), 409, "delegation.ended")
    assert sure(on).delegates("medication_round", today()) == {"t04"}
    with on.database.writing() as session:
        assert erase_person(session, NOBODY, None, on.unit, "t04")["delegations"] == 1
        left = session.scalars(select(AuditPayload.payload)).all()
    assert "t04" not in json.dumps(left)
    assert sure(on).delegations == ()


def test_a_log_becomes_minutes_of_groups_and_nobody_is_in_them(on: World) -> None:
    refused(on.client("representative").get(path(on, "task-book")), 403, "policy.forbidden")
    assert book(on) is None
    told = ok(put_log(on), 201)["book"]
    assert (told["invented"], told["days"][0]) == (False, 2)
    assert (told["first"], told["last"]) == ("2026-01-05", "2026-01-12")
    # two nurses and two health-care workers: each group is of few, and told with the other
    assert [group["id"] for group in told["groups"]] == ["others"]
    assert {cell["hour"]: cell["minutes"] for cell in told["cells"] if cell["task"] == "care"} == {
        7: 15,
        8: 30,
    }
    assert row(on, "medication_round")["minutes"] == 22.5
    wrong = LOG + "2026-01-06;Ola;sykepleier;07:30;-15;care\n2026-01-06;;nobody;07:35;15;care\n"
    faults = refused(put_log(on, wrong), 422, "input.faulty")["faults"]
    assert [fault["where"].partition(" (")[0] for fault in faults] == sorted(
        fault["where"].partition(" (")[0] for fault in faults
    )
    assert len(faults) == 3
    assert ok(on.client("hr").get(path(on, "task-book")))["book"] == told
    second = HEAD + "2026-02-02;X;sykepleier;10:00;15;ordering\n"
    assert ok(put_log(on, second, "manager"), 201)["book"]["tasks"][0]["id"] == "ordering"
    with on.database.reading() as session:
        kept = session.scalars(select(KeptTaskBook)).one()
        noted = session.scalars(select(AuditPayload.payload)).all()
        assert b"Kari" not in unpacked(kept.document)
    assert "Kari" not in json.dumps([told, noted])
    ok(on.client("hr").delete(path(on, "task-book")), 204)
    refused(on.client("hr").delete(path(on, "task-book")), 404, "tasklog.none")
    assert book(on) is None


def test_groups_of_few_are_told_together() -> None:
    home = ward("nursing_home")
    logged = {person.group for person in home.people}
    people = {group: sum(p.group == group for p in home.people) for group in logged}
    pooled = small_groups(logged, home)
    assert all(people[group] >= 3 for group in logged - pooled)
    assert not pooled or sum(people[group] for group in pooled) >= 3
    assert small_groups({"sykepleier"}, home) == frozenset()


def test_the_invented_log_is_said_to_be_invented(here: World) -> None:
    refused(here.client("hr").post(path(here, "task-book/invented")), 404, "tasklog.none")
    content = task_file("nursing_home", "log").read_bytes()
    page = ok(here.client("hr").post(path(here, "task-book/file"), content=content), 201)
    assert page["book"]["invented"] is True
    assert "sykepleier" in {group["id"] for group in page["book"]["groups"]}
    assert ok(here.client("hr").get(path(here, "task-catalogue")))["invented"] is True
    assert sure(here).invented


def test_a_log_of_few_employees_is_not_taken(here: World) -> None:
    small = here.problem.model_dump(mode="json")
    small["people"] = small["people"][:4]
    for part in ("absences", "wishes", "pairs", "agreements", "history", "ledger", "accounts"):
        small[part] = []
    manager, address = here.client("manager"), path(here, "ward")
    tag = manager.get(address).headers["ETag"]
    ok(manager.put(address, json=small, headers={"If-Match": tag}))
    refused(put_log(here), 409, "tasklog.small")


def test_the_bridge_moves_with_its_assumptions(here: World) -> None:
    hr = here.client("hr")
    shipped = ok(hr.post("/api/bridge", json={}))
    assert (shipped["before"], shipped["saved"], shipped["after"]) == (33, 25, 8)
    moved = ok(hr.post("/api/bridge", json={"settings": {"split": 0.3}}))
    assert moved["saved"] == 25
    assert moved["by_automation"] < shipped["by_automation"]
    assert moved["band"]["by_automation"]["low"] < moved["by_automation"]
    own = ok(hr.post("/api/bridge", json={"settings": {"hours": 16875, "units": 40}}))
    assert own["before"] == 10
    assert own["saved"] < 10
    listed = "Enhet;Ansatte;Timer i året\nNord;20;1000\nSør;10;687,5\n".encode()
    units = ok(hr.post("/api/bridge/units", content=listed))["units"]
    assert ok(hr.post("/api/bridge", json={"units": units}))["before"] == 1
    faulty = "Enhet;Ansatte;Timer i året\nNord;20;-5\n".encode()
    refused(hr.post("/api/bridge/units", content=faulty), 422, "input.faulty")
    refused(hr.post("/api/bridge", json={"settings": {"splitt": 0.3}}), 422, "input.faulty")
    refused(hr.post("/api/bridge", json={"settings": {"split": 3}}), 422, "input.faulty")
    refused(hr.post("/api/bridge", json={"settings": {"split": -1}}), 422, "input.wrong")
    drawn = ok(hr.post("/api/bridge", json={"invented": 311}))
    assert (drawn["bottom"]["invented"], drawn["bottom"]["units"]) == (True, 200)
    answer = hr.post("/api/bridge/report/pdf", json={"settings": {"split": 0.3}})
    assert answer.content.startswith(b"%PDF")
    assert ok(hr.post("/api/bridge/report/json", json={}))["saved"] == 25
    refused(here.client("manager").post("/api/bridge", json={}), 403, "policy.forbidden")
