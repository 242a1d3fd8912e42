"""Signing in through an identity provider, and everything that may be wrong with its answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey
from sqlalchemy import update

from api.accounts.oidc import Provider
from api.accounts.tables import Account
from api.app import create_app
from api.settings import OpenIdConnect
from tests.api.provider import SmallProvider, provider
from tests.api.world import World, ok


@pytest.fixture(scope="module")
def small() -> Iterator[SmallProvider]:
    with provider() as found:
        yield found


@pytest.fixture
def browser(here: World, small: SmallProvider) -> TestClient:
    small.changes, small.signing = {}, None
    told = OpenIdConnect(issuer=small.issuer, client_id="turnus", client_secret="s", name="Entra")
    back = f"{here.service.settings.public_url}/api/session/oidc/back"
    service = replace(here.service, provider=Provider(told, back))
    with here.database.writing() as session:
        subject = f"{small.issuer}#kari"
        session.execute(update(Account).where(Account.login == "manager").values(subject=subject))
    return TestClient(create_app(service), follow_redirects=False)


def away(browser: TestClient, small: SmallProvider, who: str = "kari") -> tuple[str, str]:
    answer = browser.get("/api/session/oidc")
    assert answer.status_code == 303
    return small.sign_in(answer.headers["location"], who)


def back(browser: TestClient, code: str, state: str) -> str:
    answer = browser.get("/api/session/oidc/back", params={"code": code, "state": state})
    assert answer.status_code == 303
    return answer.headers["location"].rpartition("/")[2]


def test_a_known_person_comes_in(browser: TestClient, small: SmallProvider) -> None:
    assert ok(browser.get("/api/session/providers"))[0]["name"] == "Entra"
    assert back(browser, *away(browser, small)) == ""
    assert ok(browser.get("/api/session"))["login"] == "manager"


def test_a_stranger_does_not(browser: TestClient, small: SmallProvider) -> None:
    assert back(browser, *away(browser, small, "ola")) == "?signin=account"
    assert browser.get("/api/session").status_code == 401


def test_an_attempt_counts_once_and_in_its_own_browser(
    browser: TestClient, small: SmallProvider
) -> None:
    code, state = away(browser, small)
    stolen = TestClient(browser.app, follow_redirects=False)
    assert back(stolen, code, state) == "?signin=attempt"
    code, state = away(browser, small)
    assert back(browser, code, state) == ""
    assert back(browser, code, state) == "?signin=attempt"
    assert back(browser, "", "") == "?signin=attempt"


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://other.example"},
        {"aud": "another client"},
        {"nonce": "another"},
        {"exp": int(time.time()) - 3600},
        {"sub": None},
    ],
    ids=["issuer", "audience", "nonce", "expired", "nobody"],
)
def test_a_token_that_is_not_for_us_is_refused(
    browser: TestClient, small: SmallProvider, wrong: dict[str, Any]
) -> None:
    small.changes = wrong
    assert back(browser, *away(browser, small)) in {"?signin=provider", "?signin=account"}
    assert browser.get("/api/session").status_code == 401


def test_a_token_signed_by_another_is_refused(browser: TestClient, small: SmallProvider) -> None:
    small.signing = RSAKey.generate_key(2048, {"kid": "k1"})
    assert back(browser, *away(browser, small)) == "?signin=provider"


def test_without_a_provider_there_is_no_way(here: World) -> None:
    nobody = here.client("nobody")
    assert ok(nobody.get("/api/session/providers")) == []
    assert nobody.get("/api/session/oidc").status_code == 404


def test_a_provider_that_does_not_answer_is_told(here: World) -> None:
    told = OpenIdConnect(issuer="http://127.0.0.1:9", client_id="c", client_secret="s")
    service = replace(here.service, provider=Provider(told, "http://x/back"))
    browser = TestClient(create_app(service), follow_redirects=False)
    answer = browser.get("/api/session/oidc")
    assert answer.headers["location"].endswith("?signin=provider")
