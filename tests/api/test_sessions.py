"""Coming in and going out: sessions, forged requests, patience with wrong passwords."""

from datetime import timedelta

import pytest
from argon2 import extract_parameters
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from api.accounts import secrets
from api.accounts.tables import LoginSession
from api.app import create_app
from api.db.base import now
from api.settings import Settings, from_environment
from rostering.errors import BadInput
from tests.api.world import PASSWORD, World, ok, refused


def fresh(here: World) -> TestClient:
    return TestClient(create_app(here.service))


def test_a_name_that_nobody_has_costs_as_much_hashing_as_one_that_somebody_has() -> None:
    assert extract_parameters(secrets._NOBODY) == extract_parameters(secrets.hashed(PASSWORD))
    assert not secrets.right("", None)


def test_a_password_lets_in_and_a_wrong_one_does_not(here: World) -> None:
    client = fresh(here)
    wrong = {"login": "manager", "password": "something else"}
    refused(client.post("/api/session", json=wrong), 401, "login.wrong")
    refused(client.get("/api/session"), 401, "session.none")
    me = ok(client.post("/api/session", json={"login": "Manager ", "password": PASSWORD}))
    assert [grant["role"] for grant in me["grants"]] == ["manager"]
    assert ok(client.get("/api/session"))["account"] == me["account"]


def test_who_has_an_old_cookie_comes_in_at_once(on: World) -> None:
    client = fresh(on)
    body = {"login": "manager", "password": PASSWORD}
    ok(client.post("/api/session", json=body))
    with on.database.writing() as session:
        session.execute(update(LoginSession).values(seen=now() - timedelta(days=1)))
    refused(client.get("/api/session"), 401, "session.none")
    ok(client.post("/api/session", json=body))
    ok(client.get("/api/session"))


def test_the_cookie_is_out_of_reach_for_scripts_and_needs_tls_where_there_is_tls(
    here: World,
) -> None:
    answer = fresh(here).post("/api/session", json={"login": "manager", "password": PASSWORD})
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told
    assert "secure" not in told
    safe = here.service.settings.model_copy(update={"public_url": "https://turnus.example"})
    app = create_app(type(here.service)(safe, here.database, here.queued))
    answer = TestClient(app).post("/api/session", json={"login": "manager", "password": PASSWORD})
    assert "__host-turnus" in answer.headers["set-cookie"].lower()
    assert "; secure" in answer.headers["set-cookie"].lower()
    assert "max-age" in answer.headers["strict-transport-security"]


def test_an_unsafe_request_without_the_token_is_refused(here: World) -> None:
    manager = here.client("manager")
    answer = manager.patch("/api/session", json={"language": "nn"}, headers={"X-CSRF-Token": "x"})
    refused(answer, 403, "session.forged")
    assert ok(manager.get("/api/session"))["language"] == "nb"


def test_another_site_cannot_sign_anybody_in(here: World) -> None:
    body = {"login": "manager", "password": PASSWORD}
    answer = fresh(here).post("/api/session", json=body, headers={"Sec-Fetch-Site": "cross-site"})
    refused(answer, 403, "session.forged")


@pytest.mark.parametrize("login", ["manager", "nobody at all"])
def test_too_many_wrong_passwords_make_wait_whoever_it_is(here: World, login: str) -> None:
    client, attempts = fresh(here), here.service.settings.login_attempts
    for _ in range(attempts):
        wrong = {"login": login, "password": "something else"}
        refused(client.post("/api/session", json=wrong), 401, "login.wrong")
    right = {"login": login, "password": PASSWORD}
    answer = client.post("/api/session", json=right)
    refused(answer, 429, "login.throttled")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize(("column", "hours"), [("ends", 0), ("seen", 3)], ids=["ended", "idle"])
def test_a_session_ends_with_its_time(here: World, column: str, hours: int) -> None:
    moment = now() - timedelta(hours=hours, seconds=1)
    with here.database.writing() as session:
        session.execute(update(LoginSession).values({column: moment}))
    refused(here.client("manager").get("/api/session"), 401, "session.none")


def test_reading_keeps_a_session_awake(here: World) -> None:
    with here.database.writing() as session:
        session.execute(update(LoginSession).values(seen=now() - timedelta(minutes=100)))
    me = ok(here.client("manager").get("/api/session"))
    with here.database.reading() as session:
        mine = select(LoginSession.seen).where(LoginSession.account_id == me["account"])
        assert now() - session.scalars(mine).one() < timedelta(minutes=1)


def test_a_closed_account_is_out_at_once(here: World) -> None:
    admin, manager = here.client("administrator"), here.client("manager")
    me = ok(manager.get("/api/session"))
    answer = admin.get(f"/api/accounts/{me['account']}")
    change = {"name": "M", "language": "nb", "active": False, "grants": me["grants"]}
    path = f"/api/accounts/{me['account']}"
    ok(admin.put(path, json=change, headers={"If-Match": answer.headers["ETag"]}))
    refused(manager.get("/api/session"), 401, "session.none")


def test_a_new_password_ends_all_sessions(here: World) -> None:
    manager = here.client("manager")
    wrong = {"old": "not this one", "new": "another four words"}
    refused(manager.put("/api/session/password", json=wrong), 403, "password.wrong")
    ok(manager.put("/api/session/password", json={**wrong, "old": PASSWORD}), 204)
    refused(manager.get("/api/session"), 401, "session.none")
    client = fresh(here)
    ok(client.post("/api/session", json={"login": "manager", "password": "another four words"}))


def test_going_out_ends_the_session_on_the_server(here: World) -> None:
    manager = here.client("manager")
    kept = dict(manager.cookies)
    ok(manager.delete("/api/session"), 204)
    client = TestClient(create_app(here.service), cookies=kept)
    refused(client.get("/api/session"), 401, "session.none")


def test_an_administrator_cannot_lock_itself_out(here: World) -> None:
    admin = here.client("administrator")
    me = ok(admin.get("/api/session"))["account"]
    tag = admin.get(f"/api/accounts/{me}").headers["ETag"]
    change = {"name": "A", "language": "nb", "active": True, "grants": []}
    answer = admin.put(f"/api/accounts/{me}", json=change, headers={"If-Match": tag})
    refused(answer, 409, "account.own")


def test_every_answer_carries_the_safe_headers(here: World) -> None:
    for path in ("/health", "/api/session", "/api/nothing", "/"):
        headers = fresh(here).get(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert fresh(here).get("/api/session").headers["Cache-Control"] == "no-store"


def test_settings_come_from_the_environment_and_faults_name_the_variable() -> None:
    found = from_environment({"TURNUS_SESSION_HOURS": "3", "TURNUS_PUBLIC_URL": "https://a.no"})
    assert (found.session_hours, found.secure) == (3, True)
    with pytest.raises(BadInput) as caught:
        from_environment({"TURNUS_SESSION_HOURS": "0", "TURNUS_OIDC_ISSUER": "https://id.no"})
    places = {fault.where for fault in caught.value.faults}
    assert "TURNUS_SESSION_HOURS" in places
    assert "TURNUS_OIDC_CLIENT_ID" in places


def test_jobs_live_beside_the_database() -> None:
    assert Settings(database_url="sqlite:///a/b.db").queue_url == "sqlite:///a/b-jobs.db"
    assert Settings(database_url="postgresql://h/d").queue_url == "postgresql://h/d"
