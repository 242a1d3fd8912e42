"""Notices in the app: each account its own, told when something happens, in words everywhere."""

from __future__ import annotations

import datetime as dt
import string
import tomllib
from pathlib import Path

from sqlalchemy import select, update

from api import texts
from api.accounts.tables import LoginSession
from api.db.base import now
from api.notices.kinds import SENT_FACTS, WEIGHTS
from api.notices.reminders import announce_due
from api.notices.tables import Notice
from api.notices.telling import Told, tell_person, tell_role
from api.policy.roles import Role
from api.texts import LANGUAGES, sentences
from rostering.domain.clock import OSLO
from tests.api.world import World, ok, refused

EVENING = dt.datetime(2027, 1, 14, 20, tzinfo=OSLO)


def kinds(world: World, who: str) -> list[str]:
    """Return what somebody has been told, the latest first."""
    return [one["kind"] for one in ok(world.client(who).get("/api/notices"))]


def count(world: World, who: str) -> int:
    return int(ok(world.client(who).get("/api/notices/unseen"))["count"])


def test_notices_are_their_owners_alone_and_seen_one_by_one(on: World) -> None:
    told = Told("unheard_of", "/staff/shifts", {"date": "2027-01-15"})
    with on.database.writing() as session:
        first, second = (tell_person(session, on.unit, on.person, told)[0] for _ in range(2))
        colleague = tell_role(session, on.unit, Role.EMPLOYEE, told)
    assert len(colleague) == 2
    assert count(on, "employee") == 3
    assert (count(on, "colleague"), count(on, "manager"), count(on, "other employee")) == (1, 0, 0)
    employee = on.client("employee")
    ok(employee.post("/api/notices/seen", json={"latest": second.id}), 204)
    assert (count(on, "employee"), count(on, "colleague")) == (1, 1)
    listed = ok(employee.get("/api/notices"))
    assert {one["id"] for one in listed if one["seen"]} == {first.id, second.id}
    assert listed[0]["facts"] == {"date": "2027-01-15"}
    theirs = next(one for one in colleague if one.id not in {one["id"] for one in listed})
    answer = employee.post("/api/notices/seen", json={"latest": theirs.id})
    refused(answer, 404, "thing.unknown")
    assert count(on, "colleague") == 1


def test_who_has_left_a_unit_is_told_nothing_of_it_any_more(here: World) -> None:
    employee, admin = here.client("employee"), here.client("administrator")
    with here.database.writing() as session:
        tell_person(session, here.unit, here.person, Told("a", "/staff/shifts"))
    assert count(here, "employee") == 1
    me = ok(employee.get("/api/session"))["account"]
    away = {"role": "employee", "unit": here.other, "person": here.person}
    changed = {"name": "N", "language": "nb", "active": True, "grants": [away]}
    ok(admin.put(f"/api/accounts/{me}", json=changed, headers={"If-Match": '"1"'}))
    assert count(here, "employee") == 0
    assert kinds(here, "employee") == []


def test_the_bell_keeps_nobody_signed_in(here: World) -> None:
    long_ago = now() - dt.timedelta(minutes=30)
    with here.database.writing() as session:
        session.execute(update(LoginSession).values(seen=long_ago))
    count(here, "employee")
    with here.database.reading() as session:
        assert set(session.scalars(select(LoginSession.seen))) == {long_ago}
    kinds(here, "employee")
    with here.database.reading() as session:
        assert len(set(session.scalars(select(LoginSession.seen)))) == 2


def test_a_round_is_told_of_when_it_opens_and_the_day_before_it_closes(here: World) -> None:
    opens, closes = EVENING - dt.timedelta(days=9), EVENING + dt.timedelta(days=2)
    facts = {"name": "Vår", "start": str(here.problem.horizon.start), "days": 14}
    facts |= {"wishes_from": opens.isoformat(), "wishes_to": closes.isoformat()}
    manager = here.client("manager")
    period = ok(manager.post(f"/api/units/{here.unit}/periods", json=facts), 201)["id"]
    here.stage(period, "wishing")

    def at(moment: dt.datetime) -> list[str]:
        announce_due(here.database, moment)
        announce_due(here.database, moment)
        return kinds(here, "employee")

    opened = ["wishes_open_until"]
    assert at(opens - dt.timedelta(hours=1)) == []
    assert at(opens) == at(EVENING) == opened
    eve = (closes - dt.timedelta(days=1)).replace(hour=7)
    assert at(eve) == opened
    assert at(eve.replace(hour=8)) == ["wishes_closing", *opened]
    assert at(closes + dt.timedelta(hours=1)) == ["wishes_closing", *opened]
    here.stage(period, "drafting")
    here.stage(period, "wishing")  # once more: told once more, and not reminded on the same day
    assert at(eve.replace(hour=9)) == [*opened, "wishes_closing", *opened]
    assert kinds(here, "manager") == []


def test_erasing_takes_what_one_was_told_and_what_names_one(here: World) -> None:
    other = here.problem.people[1].id
    with here.database.writing() as session:
        tell_person(session, here.unit, here.person, Told("a", "/staff/shifts"))
        tell_person(session, here.unit, other, Told("b", "/staff/shifts", {"who": here.person}))
        tell_person(session, here.unit, other, Told("c", "/staff/shifts"))
    body = {"unit": here.unit, "person": here.person}
    ok(here.client("administrator").post("/api/erasures", json=body))
    with here.database.reading() as session:
        assert session.scalars(select(Notice.kind)).all() == ["c"]


def own_keys(language: str) -> set[str]:
    """Return what the service says of notices outside the app; the engine has notices too."""
    files = (Path(texts.__file__).parent / language).glob("*.toml")
    keys = [key for file in files for key in tomllib.loads(file.read_text("utf-8"))]
    return {key for key in keys if key.startswith("notice.")}


def test_every_kind_has_its_words_and_what_is_sent_names_nobody() -> None:
    for language in LANGUAGES:
        known = sentences(language)
        for kind in WEIGHTS:
            assert {f"notice.{kind}", f"web.notice.{kind}"} <= set(known)
        frames = {"notice.email", "notice.sms", "notice.moment"}
        for key in own_keys(language) - frames:
            gaps = {name for _, name, _, _ in string.Formatter().parse(known[key]) if name}
            assert gaps <= SENT_FACTS, f"{key} would send {gaps - SENT_FACTS}"
