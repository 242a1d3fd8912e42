"""Accounts as administrators find them, and the people whom an account may be tied to."""

from tests.api.world import World, ok


def test_accounts_are_found_by_a_part_of_login_or_name(here: World) -> None:
    admin = here.client("administrator")
    ok(admin.post("/api/accounts", json={"login": "ase.berg", "name": "Åse Østby"}), 201)
    for part in ("ASE.b", "åse", "østby", " Åse "):
        found = ok(admin.get("/api/accounts", params={"search": part}))["items"]
        assert [one["login"] for one in found] == ["ase.berg"], part
    assert ok(admin.get("/api/accounts", params={"search": "%"}))["items"] == []


def test_the_people_of_a_ward_are_told_by_name_alone_with_their_accounts(here: World) -> None:
    admin = here.client("administrator")
    found = ok(admin.get(f"/api/accounts/persons/{here.unit}"))
    assert {one["id"] for one in found} == {person.id for person in here.problem.people}
    assert all(set(one) == {"id", "name", "logins"} for one in found)
    (mine,) = [one for one in found if one["id"] == here.person]
    assert "employee" in mine["logins"]
    made = ok(admin.post("/api/units", json={"name": "Tom enhet"}), 201)["id"]
    assert ok(admin.get(f"/api/accounts/persons/{made}")) == []


def test_what_no_column_can_hold_is_refused_in_words(on: World) -> None:
    answer = on.client("administrator").get("/api/accounts/%00")
    assert answer.status_code in {404, 422}, answer.text
    assert answer.json()["code"] in {"thing.unknown", "input.wrong"}
