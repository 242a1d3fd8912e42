"""An address is told nothing before a code that was sent there has come back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from api.audit.tables import AuditPayload
from api.db.base import now
from api.notices.codes import GUESSES, MOST, PAUSE, TRIES
from api.notices.courier import Courier
from api.notices.tables import ContactCode
from tests.api.receivers import Gateway, MailServer, text_of
from tests.api.test_deliveries import ASKED, EMAIL, MOBILE, by_day, post, settings, sms, tell, want
from tests.api.world import World, ok, refused

__all__ = ["by_day", "post", "sms"]
SMS = "/api/notices/contacts/sms"
Sent = tuple[World, Courier]


@pytest.fixture
def able(here: World, sms: Gateway, post: MailServer) -> Sent:
    """A service that has both channels, and a worker that sends when it is asked to."""
    service = replace(here.service, settings=settings(sms, post))
    here.client("employee").app.state.service = service  # type: ignore[attr-defined]
    return here, Courier(service.settings, here.database)


def later(here: World, by: dt.timedelta) -> None:
    """Make all codes older."""
    with here.database.writing() as session:
        for row in session.scalars(select(ContactCode)):
            row.asked, row.since, row.ends = row.asked - by, row.since - by, row.ends - by


def last_code(sms: Gateway) -> str:
    found = re.search(r"\b\d{6}\b", sms.asked[-1].body)
    assert found is not None
    return found[0]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_nothing_is_sent_before_the_code_has_come_back(
    able: Sent, sms: Gateway, post: MailServer
) -> None:
    here, courier = able
    employee = here.client("employee")
    told = want(employee, "sms", MOBILE)
    assert (told["confirmed"], told["awaited"]) == (False, True)
    tell(here, ASKED, confirmed=False)
    assert courier.send_all() == 1, "the code alone"
    code = last_code(sms)
    confirm = f"{SMS}/confirmation"
    refused(employee.post(confirm, json={"code": other_than(code)}), 422, "contact.code.wrong")
    assert here.client("colleague").post(confirm, json={"code": code}).status_code == 404
    told = ok(employee.post(confirm, json={"code": f"{code[:3]} {code[3:]}"}))
    assert (told["confirmed"], told["awaited"]) == (True, False)
    tell(here, ASKED, confirmed=False)
    assert courier.send_all() == 1
    refused(employee.post(f"{SMS}/code"), 409, "contact.confirmed")
    assert want(employee, "sms", MOBILE, "asks")["confirmed"], "another choice, the same number"
    assert not want(employee, "sms", "+46701234567")["confirmed"]
    tell(here, ASKED, confirmed=False)
    assert courier.send_all() == 1
    assert "+46701234567" in sms.asked[-1].body
    want(employee, "email", EMAIL)
    courier.send_all()
    assert re.search(r"\b\d{6}\b", text_of(post.letters[-1]))


def test_codes_are_kept_hashed_noted_and_run_out(able: Sent, sms: Gateway) -> None:
    here, courier = able
    employee = here.client("employee")
    want(employee, "sms", MOBILE)
    courier.send_all()
    code = last_code(sms)
    with here.database.reading() as session:
        assert code not in session.scalars(select(ContactCode)).one().hashed
    confirm = f"{SMS}/confirmation"
    for _ in range(GUESSES):
        answer = employee.post(confirm, json={"code": other_than(code)})
        refused(answer, 422, "contact.code.wrong")
    refused(employee.post(confirm, json={"code": code}), 409, "contact.code.over")
    refused(employee.post(f"{SMS}/code"), 429, "contact.soon")
    later(here, PAUSE)
    ok(employee.post(f"{SMS}/code"))
    courier.send_all()
    later(here, dt.timedelta(minutes=31))
    refused(employee.post(confirm, json={"code": last_code(sms)}), 409, "contact.code.over")
    ok(employee.post(f"{SMS}/code"))
    courier.send_all()
    ok(employee.post(confirm, json={"code": last_code(sms)}))
    with here.database.reading() as session:
        kept = str(session.scalars(select(AuditPayload.payload)).all())
    assert "4791234567" not in kept
    log = here.client("administrator").get("/api/audit?action=contact.").text
    assert all(action in log for action in ("contact.change", "contact.code", "contact.confirm"))


def test_no_more_codes_than_somebody_needs(able: Sent, sms: Gateway) -> None:
    here, courier = able
    employee = here.client("employee")
    for number in range(MOST + 2):
        told = want(employee, "sms", f"9123456{number}")
        assert told["awaited"] == (number < MOST)
        courier.send_all()
    assert len(sms.asked) == MOST
    later(here, PAUSE)
    refused(employee.post(f"{SMS}/code"), 429, "contact.codes")
    want(employee, "sms", "")
    want(employee, "sms", MOBILE)
    assert courier.send_all() == 0, "taking the number back forgets no count"
    later(here, dt.timedelta(days=1))
    ok(employee.post(f"{SMS}/code"))
    sms.answers = [500] * TRIES
    for _ in range(TRIES + 1):
        courier.send_all()
        with here.database.writing() as session:
            due = ContactCode.due.is_not(None)
            session.execute(update(ContactCode).where(due).values(due=now()))
    assert len(sms.asked) == MOST + TRIES
    assert not ok(employee.get("/api/notices/contacts"))[1]["awaited"]
