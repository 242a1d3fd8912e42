"""Mail servers and SMS gateways as they are: encryption, names, templates, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.notices.channels.gateway import Gateway as SmsChannel
from api.notices.channels.mail import Mail
from api.notices.channels.port import Message, NotSent
from api.settings import from_environment
from rostering.errors import BadInput
from tests.api.receivers import Gateway, certificate, gateway, mail_server, text_of
from turnus.app import run

EMAIL = "kari@example.no"


@pytest.fixture
def sms() -> Iterator[Gateway]:
    with gateway() as running:
        yield running


def test_a_mail_server_that_wants_encryption_and_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(chain))
    letter = Message("m1", EMAIL, "Emne", "Hei på deg")
    with mail_server(chain) as running:
        told = {"TURNUS_SMTP_HOST": "localhost", "TURNUS_SMTP_PORT": str(running.port)}
        told |= {"TURNUS_SMTP_USER": "turnus", "TURNUS_SMTP_PASSWORD": "four words"}
        told |= {"TURNUS_SMTP_SENDER": "turnus@example.no"}
        known = from_environment(told).smtp
        assert known is not None
        Mail(known).send(letter)
        assert running.credentials == ["turnus four words"]
        assert running.encrypted == [True]
        assert running.letters[0]["Message-ID"] == "<m1@example.no>"
        assert text_of(running.letters[0]).strip() == "Hei på deg"
        for answer, final in (("550 nobody", True), ("451 later", False)):
            running.refused = answer
            with pytest.raises(NotSent) as trouble:
                Mail(known).send(letter)
            assert (trouble.value.code, trouble.value.final) == (f"smtp.{answer[:3]}", final)
    monkeypatch.delenv("SSL_CERT_FILE")
    with mail_server(chain) as stranger:  # nobody vouches for it
        with pytest.raises(NotSent) as trouble:
            Mail(known.model_copy(update={"port": stranger.port})).send(letter)
        assert stranger.letters == []
    assert trouble.value.code == "SSLCertVerificationError"


@pytest.mark.parametrize(
    ("told", "path", "body"),
    [
        ({}, "/send", '{"to":"+4791234567","text":"Å & {to}"}'),
        (
            {"BODY": '{"messages": [{"to": "{to}", "content": "x {text}", "ttl": 3600}]}'},
            "/send",
            '{"messages":[{"to":"+4791234567","content":"x Å & {to}","ttl":3600}]}',
        ),
        (
            {"ENCODING": "form", "BODY": "dest={to}&msg={text}&flash=0"},
            "/send",
            "dest=%2B4791234567&msg=%C3%85+%26+%7Bto%7D&flash=0",
        ),
        (
            {"METHOD": "GET", "URL": "/send?to={to}&text={text}"},
            "/send?to=%2B4791234567&text=%C3%85%20%26%20%7Bto%7D",
            "",
        ),
    ],
)
def test_gateways_are_asked_as_the_settings_say(
    sms: Gateway, told: dict[str, str], path: str, body: str
) -> None:
    given = {"HEADERS": '{"Authorization": "Bearer x"}', **told}
    given["URL"] = sms.address + told.get("URL", "/send")
    known = from_environment({f"TURNUS_SMS_{name}": value for name, value in given.items()}).sms
    assert known is not None
    SmsChannel(known).send(Message("m1", "+4791234567", "", "Å & {to}"))
    (asked,) = sms.asked
    assert (asked.path, asked.body) == (path, body)
    assert asked.headers["Authorization"] == "Bearer x"
    assert asked.method == told.get("METHOD", "POST")


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"SMS_BODY": "to={to}"}, "SMS_BODY"),
        ({"SMS_BODY": '{"to": "{to}"}'}, "SMS_BODY"),
        ({"SMS_HEADERS": "Bearer secret"}, "SMS_HEADERS"),
        ({"SMS_URL": "gateway"}, "SMS_URL"),
        ({"SMTP_HOST": "mail"}, "SMTP_SENDER"),
        ({"SMTP_HOST": "mail", "SMTP_SENDER": "x", "SMTP_PASSWORD": "secret"}, "SMTP_SENDER"),
    ],
)
def test_settings_that_cannot_work_are_told_at_the_start(wrong: dict[str, str], where: str) -> None:
    told = {"SMS_URL": "https://gateway.example"} | wrong
    with pytest.raises(BadInput) as found:
        from_environment({f"TURNUS_{name}": value for name, value in told.items()})
    assert where in {fault.where.removeprefix("TURNUS_") for fault in found.value.faults}
    assert "secret" not in str(found.value)


def test_whoever_runs_it_can_try_a_channel(
    sms: Gateway, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["notices", "test", "--to", "+4791234567"]) == 2
    assert "TURNUS_SMS_URL" in capsys.readouterr().err
    monkeypatch.setenv("TURNUS_SMS_URL", f"{sms.address}/send")
    assert run(["notices", "test", "--to", "+4791234567", "--language", "nb"]) == 0
    assert "Dette er en prøve." in sms.asked[0].body
    sms.answers = [401]
    assert run(["notices", "test", "--to", "+4791234567"]) == 2
    assert "http.401" in capsys.readouterr().err
