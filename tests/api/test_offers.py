"""Open shifts: stand-ins are asked, answer for themselves, and one of them gets the shift."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from api.db.base import now
from api.offers.tables import Offer
from tests.api.test_repairs import duties, period, sick, still, take
from tests.api.world import World, ok, refused

__all__ = ["period", "still"]
ASKED = {"t01": "employee", "t02": "colleague"}  # those of the ward who have an account


def look(here: World, period: str, duty: dict[str, Any]) -> dict[str, Any]:
    """Return who may take a duty whose holder is away."""
    body = {key: duty[key] for key in ("date", "shift", "unit", "person")}
    path = f"/api/periods/{period}/stand-ins"
    found: dict[str, Any] = ok(here.client("manager").post(path, json=body))
    return found


def opened(here: World, period: str, least: int = 1) -> tuple[dict[str, Any], list[str]]:
    """Leave a shift open that people with accounts may take; return it and them."""
    for duty in duties(here, period):
        offered = [one["person"] for one in look(here, period, duty)["offered"]]
        fit = [person for person in offered if person in ASKED]
        if len(fit) >= least:
            found = sick(here, period, duty["person"], duty["date"])
            if found["openings"]:
                ok(take(here, found["id"], 0))
                return {key: duty[key] for key in ("date", "shift", "unit")}, fit
    raise AssertionError("no shift that they may take")


def ask(here: World, period: str, shift: dict[str, Any], *people: str) -> list[dict[str, Any]]:
    body = {"open": shift, "people": people}
    found: list[dict[str, Any]] = ok(
        here.client("manager").post(f"/api/periods/{period}/offers", json=body), 201
    )
    return found


def answer(here: World, offer: str, who: str, *, yes: bool) -> Any:  # noqa: ANN401
    return here.client(who).put(f"/api/offers/{offer}/answer", json={"yes": yes})


def confirm(here: World, offer: str) -> Any:  # noqa: ANN401
    return here.client("manager").post(f"/api/offers/{offer}/confirmation", json={})


def test_who_may_take_a_shift_and_why_others_may_not(still: tuple[World, str]) -> None:
    here, period = still
    found = look(here, period, duties(here, period)[0])
    people = {one["person"] for one in (*found["offered"], *found["refused"])}
    assert people == {person.id for person in here.problem.people}
    assert [one["rank"] for one in found["offered"]] == list(range(1, len(found["offered"]) + 1))
    assert all(one["ore"] > 0 and one["notice"] > 0 for one in found["offered"])
    assert all(one["reason"] for one in found["refused"])


def test_a_yes_is_confirmed_and_the_roster_holds_it(here: World, period: str) -> None:
    shift, fit = opened(here, period)
    person, who = fit[0], ASKED[fit[0]]
    (made,) = ask(here, period, shift, person)
    assert ask(here, period, shift, person)[0]["id"] == made["id"]
    refused(confirm(here, made["id"]), 409, "offer.unanswered")
    (mine,) = ok(here.client(who).get(f"/api/units/{here.unit}/offers/mine"))
    assert (mine["date"], mine["shift"], mine["open"]) == (shift["date"], shift["shift"], True)
    other = next(name for name in ASKED.values() if name != who)
    assert answer(here, made["id"], other, yes=True).status_code == 404
    ok(answer(here, made["id"], who, yes=True))
    (told,) = ok(here.client("manager").get(f"/api/periods/{period}/offers"))
    assert (told["state"], told["person"]) == ("yes", person)
    assert told["answered"] >= told["at"]
    assert ok(confirm(here, made["id"]))["source"] == "stand_in"
    held = {(one["person"], one["date"], one["shift"]) for one in duties(here, period)}
    assert (person, shift["date"], shift["shift"]) in held
    address = f"/api/units/{here.unit}/my-shifts?since={shift['date']}"
    dates = {one["date"] for one in ok(here.client(who).get(address))["shifts"]}
    assert shift["date"] in dates
    refused(confirm(here, made["id"]), 409, "offer.closed")
    refused(answer(here, made["id"], who, yes=False), 409, "offer.closed")
    told_and_noted(here, who)


def told_and_noted(here: World, who: str) -> None:
    """Look at the log and the notices after a shift was given away."""
    log = ok(here.client("administrator").get("/api/audit?limit=20"))["items"]
    acts = {one["action"] for one in log}
    assert {"offer.ask", "offer.answer", "offer.confirm", "roster.stand_in"} <= acts
    kinds = [one["kind"] for one in ok(here.client(who).get("/api/notices"))]
    assert kinds[0] == "offer.confirmed"
    assert "offer.asked" in kinds
    assert "offer.yes" in {one["kind"] for one in ok(here.client("manager").get("/api/notices"))}


def test_a_shift_that_is_filled_is_offered_no_longer(here: World, period: str) -> None:
    shift, fit = opened(here, period)
    (made,) = ask(here, period, shift, fit[0])
    who = ASKED[fit[0]]
    ok(answer(here, made["id"], who, yes=True))
    path = f"/api/periods/{period}/repairs"
    need = {"row": "aften", "date": shift["date"], "minimum": 1}
    found = ok(here.client("manager").post(path, json={"demand": [need]}), 201)
    filled = next((o["place"] for o in found["options"] if not o["uncovered"]), None)
    if filled is None:
        pytest.skip("nobody is left for the shift")
    ok(take(here, found["id"], filled))
    (told,) = ok(here.client("manager").get(f"/api/periods/{period}/offers"))
    assert told["state"] == "taken"
    refused(confirm(here, made["id"]), 409, "offer.closed")
    refused(answer(here, made["id"], who, yes=True), 409, "offer.closed")


def test_an_offer_that_became_void_is_refused(here: World, period: str) -> None:
    shift, fit = opened(here, period)
    (made,) = ask(here, period, shift, fit[0])
    who = ASKED[fit[0]]
    ok(answer(here, made["id"], who, yes=True))
    address = f"/api/units/{here.unit}/ward/absences"
    manager = here.client("manager")
    answer_ = manager.get(address)
    away = {"person": fit[0], "kind": "leave", "first": shift["date"], "day_off": True}
    tag = {"If-Match": answer_.headers["ETag"]}
    ok(manager.put(address, json=[*answer_.json(), away], headers=tag))
    before = duties(here, period)
    refused(confirm(here, made["id"]), 409, "offer.void")
    assert duties(here, period) == before
    ok(manager.post(f"/api/offers/{made['id']}/withdrawal"))
    refused(manager.post(f"/api/offers/{made['id']}/withdrawal"), 409, "offer.closed")


def test_one_may_not_answer_too_late_nor_be_asked_unfit(here: World, period: str) -> None:
    shift, fit = opened(here, period)
    found = look(here, period, shift | {"person": None})
    unfit = found["refused"][0]["person"]
    manager, path = here.client("manager"), f"/api/periods/{period}/offers"
    asked = {"open": shift, "people": [unfit]}
    refused(manager.post(path, json=asked), 422, "offer.unfit")
    past = {"open": shift, "people": fit, "until": "2020-01-01T12:00:00Z"}
    refused(manager.post(path, json=past), 422, "offer.until")
    (made,) = ask(here, period, shift, fit[0])
    with here.database.writing() as session:
        session.execute(update(Offer).values(until=now()))
    refused(answer(here, made["id"], ASKED[fit[0]], yes=True), 409, "offer.late")


def test_a_yes_may_be_spoken(here: World, period: str) -> None:
    shift, fit = opened(here, period)
    (made,) = ask(here, period, shift, fit[0])
    path = f"/api/offers/{made['id']}/confirmation"
    ok(here.client("manager").post(path, json={"spoken": True}))
    (told,) = ok(here.client("manager").get(f"/api/periods/{period}/offers"))
    assert told["state"] == "confirmed"
    assert told["answered"] is not None
