"""E-mail and SMS to real receivers: sent once, tried again, given up, opted out, erased."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from api.audit.tables import AuditPayload
from api.db.base import now
from api.notices.channels.gateway import Gateway as SmsChannel
from api.notices.channels.port import ChannelName, Message, NotSent
from api.notices.courier import Courier
from api.notices.kinds import WEIGHTS, Weight
from api.notices.outbox import Patience, State, polite, settle, take
from api.notices.tables import Contact, Delivery, Notice
from api.notices.telling import Told, tell_person
from api.settings import Settings, SmsGateway, SmtpServer
from rostering.domain.clock import OSLO
from tests.api.receivers import (
    Gateway,
    MailServer,
    gateway,
    mail_server,
    text_of,
)
from tests.api.world import World, ok, refused

MOBILE, EMAIL = "912 34 567", "kari@example.no"
NEWS = Told("roster_published", "/staff/shifts", {"period": "Vår", "first": "2027-02-15"})
ASKED = Told("protocol_waits", "/staff/shifts", {"period": "Vår"})


@pytest.fixture
def sms() -> Iterator[Gateway]:
    with gateway() as running:
        yield running


@pytest.fixture
def post() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture(autouse=True)
def by_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let phones ring at any hour; what happens at night has a test of its own."""
    monkeypatch.setattr("api.notices.outbox.polite", lambda moment, *_: moment)


def settings(sms: Gateway | None = None, post: MailServer | None = None) -> Settings:
    """Return settings with channels to the receivers."""
    return Settings(
        public_url="http://turnus.example",
        notice_tries=2,
        sms=sms and SmsGateway(url=f"{sms.address}/send"),
        smtp=post
        and SmtpServer(
            host="127.0.0.1", port=post.port, security="none", sender="turnus@example.no"
        ),
    )


def want(client: TestClient, channel: str, address: str, choice: str = "all") -> dict[str, Any]:
    body = {"address": address, "choice": choice}
    told: dict[str, Any] = ok(client.put(f"/api/notices/contacts/{channel}", json=body))
    return told


def tell(world: World, told: Told = NEWS, *, confirmed: bool = True) -> None:
    """Tell the employee something; addresses are confirmed before (test_contacts.py is on that)."""
    with world.database.writing() as session:
        if confirmed:
            session.execute(update(Contact).values(confirmed=now()))
        tell_person(session, world.unit, world.person, told)


def ripen(world: World) -> None:
    """Let what waits be due, whatever pause it was given."""
    with world.database.writing() as session:
        waits = Delivery.state == "waiting"
        session.execute(update(Delivery).where(waits).values(due=now()))


def states(world: World) -> list[str]:
    with world.database.reading() as session:
        return list(session.scalars(select(Delivery.state).order_by(Delivery.channel)))


def test_each_message_is_sent_once_whoever_works(on: World, sms: Gateway, post: MailServer) -> None:
    employee = on.client("employee")
    assert want(employee, "sms", MOBILE)["address"] == "+4791234567"
    want(employee, "email", EMAIL)
    ok(employee.patch("/api/session", json={"language": "en"}))
    for _ in range(3):
        tell(on)
    couriers = [Courier(settings(sms, post), on.database) for _ in range(2)]
    threads = [threading.Thread(target=courier.send_all) for courier in couriers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert states(on) == ["sent"] * 6
    assert (len(sms.asked), len(post.letters)) == (3, 3)
    assert len({one.headers["Idempotency-Key"] for one in sms.asked}) == 3
    sentence = "Vår is published. The roster holds from Monday 15 February."
    link = "http://turnus.example/staff/shifts"
    body = json.loads(sms.asked[0].body)
    assert body == {"to": "+4791234567", "text": f"Helseturnus: {sentence} {link}"}
    letter = post.letters[0]
    assert (letter["To"], letter["From"]) == (EMAIL, "turnus@example.no")
    assert text_of(letter).startswith(f"{sentence}\n\n{link}\n")
    assert len(ok(employee.get("/api/notices"))) == 3


def test_a_gateway_that_fails_is_tried_again_and_then_given_up(here: World, sms: Gateway) -> None:
    want(here.client("employee"), "sms", MOBILE)
    courier = Courier(settings(sms), here.database)
    sms.answers = [500]
    tell(here)
    assert courier.send_all() == 1
    assert states(here) == ["waiting"]
    assert courier.send_all() == 0
    ripen(here)
    assert courier.send_all() == 1
    assert states(here) == ["sent"]
    sms.answers = [503, 503]
    tell(here)
    for _ in range(2):
        ripen(here)
        assert courier.send_all() == 1
    sms.answers = [400]  # this very message is refused: once is enough
    tell(here)
    courier.send_all()
    assert sorted(states(here)) == ["failed", "failed", "sent"]
    assert len(sms.asked) == 5
    assert len(ok(here.client("employee").get("/api/notices"))) == 3
    _counted(here)


def _counted(here: World) -> None:
    """Check what an administrator sees of it."""
    answer = here.client("administrator").get("/api/notices/deliveries")
    counts = {one["channel"]: one for one in ok(answer)}["sms"]
    assert (counts["sent"], counts["failed"], counts["waiting"]) == (1, 2, 0)
    assert counts["troubles"] == {"http.400": 1, "http.503": 1}
    assert "+47" not in answer.text
    measured = here.client("nobody").get("/metrics").text
    assert 'turnus_deliveries{channel="sms",state="failed"} 2.0' in measured
    assert "turnus_delivery_due_seconds 0.0" in measured


def test_nobody_answers_and_pauses_grow(here: World) -> None:
    want(here.client("employee"), "sms", MOBILE)
    tell(here)
    with gateway() as gone:
        pass
    patience = Patience(60, 6)
    pauses = []
    for _ in range(3):
        ripen(here)
        with here.database.writing() as session:
            letter = take(session, ChannelName.SMS)
        assert letter
        with pytest.raises(NotSent) as trouble:
            SmsChannel(SmsGateway(url=gone.address)).send(Message("x", "+47", "", "Hei"))
        with here.database.writing() as session:
            assert settle(session, letter, trouble.value, patience) is State.WAITING
            due = session.scalars(select(Delivery.due)).one()
        pauses.append(round((due - now()) / dt.timedelta(minutes=1)))
    assert pauses == [1, 5, 25]


def test_what_a_worker_was_sending_when_it_died_is_sent_by_another(on: World, sms: Gateway) -> None:
    want(on.client("employee"), "sms", MOBILE)
    tell(on)
    with on.database.writing() as session:
        dead = take(session, ChannelName.SMS)
    assert dead
    courier = Courier(settings(sms), on.database)
    assert courier.send_all() == 0  # it is the other's for a while
    ripen(on)
    assert courier.send_all() == 1
    with on.database.writing() as session:  # it wakes up: what it says is void
        assert settle(session, dead, NotSent("late"), Patience(1, 1)) is State.SENT
    assert states(on) == ["sent"]


def test_one_is_told_what_one_has_chosen(here: World, sms: Gateway, post: MailServer) -> None:
    employee = here.client("employee")
    want(employee, "sms", MOBILE, "asks")
    want(employee, "email", EMAIL, "none")
    courier = Courier(settings(sms, post), here.database)
    tell(here, NEWS)
    assert courier.send_all() == 0
    tell(here, ASKED)
    assert courier.send_all() == 1
    tell(here, ASKED)
    want(employee, "sms", MOBILE, "none")  # after it was put into the outbox
    assert courier.send_all() == 0
    want(employee, "sms", "")
    tell(here, ASKED)
    assert courier.send_all() == 0
    assert sorted(states(here)) == ["dropped", "sent"]
    assert post.letters == []


def test_addresses_are_their_owners_alone_and_go_with_the_account(on: World, sms: Gateway) -> None:
    employee = on.client("employee")
    want(employee, "sms", MOBILE)
    want(employee, "email", EMAIL)
    tell(on)
    for who in ("manager", "administrator", "colleague", "hr"):
        told = ok(on.client(who).get("/api/notices/contacts"))
        assert [one["address"] for one in told] == ["", ""]
    admin = on.client("administrator")
    me = ok(employee.get("/api/session"))["account"]
    for address in ("/api/accounts", f"/api/accounts/{me}", "/api/audit?limit=200"):
        answer = admin.get(address)
        ok(answer)
        assert EMAIL not in answer.text
        assert "4791234567" not in answer.text
    with on.database.reading() as session:
        kept = [str(payload) for payload in session.scalars(select(AuditPayload.payload))]
    assert not any(EMAIL in one or "4791234567" in one for one in kept)
    assert "contact.change" in admin.get("/api/audit?action=contact.").text
    ok(admin.post("/api/erasures", json={"account": me}))
    with on.database.reading() as session:
        for table in (Contact, Delivery, Notice):
            assert session.scalars(select(table)).all() == []
    assert Courier(settings(sms), on.database).send_all() == 0
    assert sms.asked == []


def test_an_address_that_cannot_be_one_is_refused(here: World) -> None:
    employee = here.client("employee")
    wrong = {
        "email": ("kari", "kari@x", "a@b.no, c@d.no", "a@b.no\nBcc: c@d.no"),
        "sms": ("12345", "22 22 22 22", "+47", "ring meg"),
    }
    for channel, addresses in wrong.items():
        for address in addresses:
            body = {"address": address, "choice": "all"}
            answer = employee.put(f"/api/notices/contacts/{channel}", json=body)
            code = "contact.email" if channel == "email" else "contact.mobile"
            assert refused(answer, 422, code)["where"] == "address"
    assert want(employee, "sms", "0046 70-123 45 67")["address"] == "+46701234567"
    assert not any(one["on"] for one in ok(employee.get("/api/notices/contacts")))


def test_who_has_several_units_gets_a_link_to_the_right_one(here: World, post: MailServer) -> None:
    employee, admin = here.client("employee"), here.client("administrator")
    want(employee, "email", EMAIL)
    me = ok(employee.get("/api/session"))["account"]
    account = ok(admin.get(f"/api/accounts/{me}"))
    more = {"role": "employee", "unit": here.other, "person": here.person}
    changed = {"name": "N", "language": "nn", "active": True, "grants": [*account["grants"], more]}
    ok(admin.put(f"/api/accounts/{me}", json=changed, headers={"If-Match": '"1"'}))
    tell(here, Told("moved", "/staff/shifts", {"person": "Ola", "reason": "sjuk"}))
    assert Courier(settings(post=post), here.database).send_all() == 1
    text = text_of(post.letters[0])
    assert f"http://turnus.example/staff/shifts?unit={here.unit}\n" in text
    assert text.startswith("Du har eit nytt varsel.")  # a kind without words for the world outside
    assert "Ola" not in text


def test_the_courier_works_by_itself_and_gives_up_what_is_stale(here: World, sms: Gateway) -> None:
    employee = here.client("employee")
    want(employee, "sms", MOBILE)
    want(employee, "email", EMAIL)
    tell(here)
    old = now() - dt.timedelta(days=2)
    with here.database.writing() as session:  # no worker has had this channel for two days
        mail = Delivery.channel == "email"
        session.execute(update(Delivery).where(mail).values(due=old))
        tell_person(session, here.unit, here.person, NEWS)[0].at = now() - dt.timedelta(days=91)
    service = replace(here.service, settings=settings(sms))
    employee.app.state.service = service  # type: ignore[attr-defined]
    assert {one["channel"]: one["on"] for one in ok(employee.get("/api/notices/contacts"))} == {
        "email": False,
        "sms": True,
    }
    courier = Courier(service.settings, here.database)
    courier.sweep()
    courier.start()
    end = now() + dt.timedelta(seconds=60)
    while not sms.asked and now() < end:
        threading.Event().wait(0.05)
    courier.close()
    assert len(sms.asked) == 1
    assert sorted(states(here)) == ["failed", "sent"]
    assert len(ok(employee.get("/api/notices"))) == 1


def test_phones_ring_at_night_for_what_is_urgent_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(hour: int, weight: Weight, channel: ChannelName = ChannelName.SMS) -> str:
        at = polite(dt.datetime(2027, 3, 27, hour, 30, tzinfo=OSLO), channel, weight)
        return f"{at.astimezone(OSLO):%d %H:%M}"

    assert told(20, Weight.ASKS) == "27 20:30"
    assert told(21, Weight.ASKS) == "28 07:00"  # the clock goes forward in that night
    assert told(2, Weight.TELLS) == "27 07:00"
    assert told(2, Weight.URGENT) == "27 02:30"
    assert told(2, Weight.TELLS, ChannelName.EMAIL) == "27 02:30"
    assert Weight.URGENT not in {WEIGHTS[kind] for kind in ("wishes_open", "preview_shown")}
