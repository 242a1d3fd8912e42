"""The audit log: whole as it is, broken by any change, whole again after erasing a person."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete, text, update

from api.audit.chain import Act, Break, note, verify
from api.audit.tables import AuditEntry, AuditPayload
from tests.api.world import World, ok


def broken(world: World) -> list[Break]:
    with world.database.reading() as session:
        return list(verify(session))


def test_a_change_of_an_entry_shows(on: World) -> None:
    assert broken(on) == []
    with on.database.writing() as session:
        session.execute(update(AuditEntry).where(AuditEntry.number == 3).values(action="other"))
    assert broken(on) == [Break(3, "changed")]


def test_an_entry_taken_away_shows(on: World) -> None:
    with on.database.writing() as session:
        session.execute(delete(AuditPayload).where(AuditPayload.number == 3))
        session.execute(delete(AuditEntry).where(AuditEntry.number == 3))
    assert broken(on) == [Break(3, "missing")]


def test_a_changed_payload_shows_and_an_erased_one_does_not(here: World) -> None:
    with here.database.writing() as session:
        first, second = session.scalars(
            text("SELECT number FROM audit_payload ORDER BY number LIMIT 2")
        ).all()
        session.execute(delete(AuditPayload).where(AuditPayload.number == first))
        changed = update(AuditPayload).where(AuditPayload.number == second)
        session.execute(changed.values(payload={"name": "somebody else"}))
    assert broken(here) == [Break(second, "payload")]


def test_an_act_is_noted_with_its_change_or_not_at_all(here: World) -> None:
    numbers = []

    def undone() -> None:
        with here.database.writing() as session:
            numbers.append(note(session, Act("unit.create", None, "unit:x")).number)
            raise KeyError

    with pytest.raises(KeyError):
        undone()
    with here.database.writing() as session:
        assert note(session, Act("unit.create", None, "unit:x")).number == numbers[0]


def test_an_erased_person_leaves_nothing_and_the_chain_stays_whole(on: World) -> None:
    period = str(on.period()["id"])
    on.stage(period, "wishing")
    employee, admin = on.client("employee"), on.client("administrator")
    day = str(on.problem.horizon.start)
    secret = on.problem.shifts[-1].code
    wish = {"kind": "avoid", "shifts": [secret]}
    ok(employee.put(f"/api/periods/{period}/wishes/mine/{day}", json=wish))
    me = ok(employee.get("/api/session"))["account"]
    assert _wished(admin) == [secret]
    found = ok(admin.post("/api/erasures", json={"account": me}))
    assert found["wishes"] == 1
    assert found["account"]
    assert _wished(admin) is None
    assert employee.get("/api/session").status_code == 401
    assert ok(on.client("manager").get(f"/api/periods/{period}/wishes")) == []
    assert broken(on) == []


def _wished(admin: TestClient) -> object:
    (entry,) = ok(admin.get("/api/audit", params={"action": "wish.put"}))["items"]
    payload = entry["payload"]
    return None if payload is None else payload["shifts"]


def test_the_log_is_searched_a_page_at_a_time(here: World) -> None:
    admin = here.client("administrator")
    seen: list[int] = []
    after = ""
    while True:
        page = ok(admin.get("/api/audit", params={"limit": 4, "after": after}))
        seen += [entry["number"] for entry in page["items"]]
        after = page["next"]
        if not after:
            break
    assert seen == list(range(len(seen), 0, -1))
    wards = ok(admin.get("/api/audit", params={"action": "ward."}))["items"]
    assert {entry["action"] for entry in wards} == {"ward.change"}


def test_the_log_is_searched_by_who_and_by_day(here: World) -> None:
    admin = here.client("administrator")
    me = ok(here.client("manager").get("/api/session"))["account"]
    here.period()
    found = ok(admin.get("/api/audit", params={"actor": me}))["items"]
    assert "period.create" in {entry["action"] for entry in found}
    assert {entry["actor"] for entry in found} == {me}
    day = found[0]["at"][:10]
    assert ok(admin.get("/api/audit", params={"last": "2000-01-01"}))["items"] == []
    assert ok(admin.get("/api/audit", params={"first": "9999-12-31"}))["items"] == []
    assert ok(admin.get("/api/audit", params={"first": day, "last": "9999-12-31"}))["items"]
    assert ok(admin.get("/api/audit", params={"first": "0001-01-01"}))["items"]
