"""A swap from asking to approval: who may do what, in which order, and who is told."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from api.audit.chain import verify
from api.audit.tables import AuditEntry
from api.periods.tables import Period
from api.rosters.standing import standing
from api.swaps.asking import require_duty
from api.swaps.ending import end_lapsed
from api.swaps.judging import possible
from api.swaps.own import told_possible
from rostering.domain.clock import OSLO
from tests.api.swaps.conftest import LEADS, THIRD, Ward
from tests.api.world import ok, refused

SEEN_OF_COLLEAGUES = {"person", "name", "gives", "takes", "takes_from", "mine", "answer"}


def test_asked_accepted_and_approved_it_is_the_roster_that_holds(staff: Ward) -> None:
    parts, before = staff.shared(), staff.roster
    swap = ok(staff.ask("employee", parts), 201)
    assert (swap["state"], swap["mine"], swap["lawful"]) == ("asked", True, True)
    refused(staff.ask("employee", parts), 409, "swap.twice")
    refused(staff.decide("manager", swap["id"]), 409, "swap.waiting")
    assert ok(staff.answer("colleague", swap["id"]))["state"] == "agreed"
    effects = ok(staff.client("manager").get(f"/api/swaps/{swap['id']}/effects"))
    assert effects["lawful"]
    assert {one["person"] for one in effects["people"]} == {"t01", "t02"}
    assert ok(staff.decide("manager", swap["id"]))["state"] == "approved"
    assert [one["source"] for one in staff.publications] == ["swap", "draft"]
    for one in parts:
        taken = (one["person"], one["takes"]["date"], one["takes"]["shift"])
        assert taken in staff.duties(one["person"])
    assert len(staff.roster.assignments) == len(before.assignments)


def test_what_has_been_approved_is_told_noted_and_not_done_again(staff: Ward) -> None:
    swap = staff.agreed(staff.shared())
    ok(staff.decide("manager", swap))
    assert staff.kinds("employee") == ["swap.approved", "swap.accepted"]
    assert staff.kinds("colleague") == ["swap.approved", "swap.asked"]
    assert staff.kinds("manager") == ["swap.waiting"]
    refused(staff.decide("manager", swap), 409, "swap.ended")
    refused(staff.answer("colleague", swap, accept=False), 409, "swap.ended")
    refused(staff.withdraw("employee", swap), 409, "swap.ended")
    assert len(staff.publications) == 2
    with staff.world.database.reading() as session:
        query = select(AuditEntry.action).where(AuditEntry.about == f"swap:{swap}")
        noted = session.scalars(query.order_by(AuditEntry.number)).all()
        assert list(noted) == ["swap.ask", "swap.accept", "swap.approve"]
        assert list(verify(session)) == []


def test_three_have_to_accept_and_each_only_the_own_part(staff: Ward) -> None:
    parts = staff.shared("three_way")
    swap = ok(staff.ask("employee", parts), 201)["id"]
    refused(staff.answer("employee", swap), 409, "swap.asker")
    refused(staff.withdraw("colleague", swap), 409, "swap.partner")
    refused(staff.answer("manager", swap), 403, "policy.forbidden")
    refused(staff.decide("employee", swap), 403, "policy.forbidden")
    refused(staff.answer("other colleague", swap), 404, "thing.unknown")
    refused(staff.decide("other manager", swap), 404, "thing.unknown")
    ok(staff.answer("colleague", swap))
    refused(staff.answer("colleague", swap), 409, "swap.answered")
    refused(staff.decide("manager", swap), 409, "swap.waiting")
    assert ok(staff.answer(THIRD, swap))["state"] == "agreed"
    refused(staff.decide(LEADS, swap), 409, "swap.own")
    assert ok(staff.decide("manager", swap))["state"] == "approved"


def test_who_is_not_in_a_swap_does_not_know_of_it(staff: Ward) -> None:
    parts = staff.shared()
    swap = staff.agreed(parts)
    assert staff.mine(THIRD) == []
    refused(staff.answer(THIRD, swap), 404, "thing.unknown")
    refused(staff.withdraw(THIRD, swap), 404, "thing.unknown")
    assert staff.client(THIRD).get(f"/api/swaps/{swap}/effects").status_code == 403
    assert (
        staff.client("representative").get(f"/api/units/{staff.world.unit}/swaps").status_code
        == 403
    )


def test_of_colleagues_one_sees_names_and_duties_alone(staff: Ward) -> None:
    _, date, shift = staff.duties("t01")[0]
    found = ok(staff.possible("employee", date, shift, most=5))
    assert len(found["swaps"]) <= 5
    for one in found["swaps"]:
        assert set(one) == {"kind", "parts", "own", "suits"}
        assert all(set(part) == SEEN_OF_COLLEAGUES - {"answer"} for part in one["parts"])
    ok(staff.ask("employee", staff.shared()), 201)
    for part in staff.mine("colleague")[0]["parts"]:
        assert set(part) == SEEN_OF_COLLEAGUES


def test_declined_withdrawn_and_refused_nothing_changes(staff: Ward) -> None:
    parts = staff.shared()
    swap = ok(staff.ask("employee", parts), 201)["id"]
    assert ok(staff.answer("colleague", swap, accept=False))["state"] == "declined"
    assert staff.kinds("employee") == ["swap.declined"]
    again = staff.agreed(parts)
    ok(staff.withdraw("employee", again))
    assert staff.kinds("colleague")[0] == "swap.withdrawn"
    regretted = staff.agreed(parts)
    assert ok(staff.answer("colleague", regretted, accept=False))["state"] == "declined"
    last = staff.agreed(parts)
    refused(staff.decide("manager", last, approve=False), 422, "swap.reason")
    told = ok(staff.decide("manager", last, approve=False, reason="Opplæring den dagen."))
    assert told["state"] == "refused"
    assert staff.mine("colleague")[0]["reason"] == "Opplæring den dagen."
    states = {one["state"] for one in staff.mine("employee")}
    assert states == {"declined", "withdrawn", "refused"}
    assert len(staff.publications) == 1


def test_an_approved_swap_makes_others_of_the_same_duty_void(staff: Ward) -> None:
    first = staff.shared()
    mine = first[0]["gives"]
    others = (p for p in staff.found("employee", "t01") if p[0]["gives"] == mine and p != first)
    second = next(others)
    waiting, agreed = ok(staff.ask("employee", second), 201)["id"], staff.agreed(first)
    stale = staff.decide("manager", agreed, publication=7)
    refused(stale, 409, "roster.changed")
    ok(staff.decide("manager", agreed))
    told = {one["id"]: (one["state"], one["why"]) for one in staff.mine("employee")}
    assert told[waiting] == ("void", "outrun")
    partner = "colleague" if second[1]["person"] == "t02" else THIRD
    refused(staff.answer(partner, waiting), 409, "swap.ended")
    assert "swap.void" in staff.kinds("employee")


def test_sent_twice_with_a_key_it_is_asked_once_and_no_more_than_ten_wait(staff: Ward) -> None:
    address, body = f"/api/units/{staff.world.unit}/swaps", {"handovers": staff.shared()}
    key = {"Idempotency-Key": "the same one"}
    first, second = (
        ok(staff.client("employee").post(address, json=body, headers=key), 201) for _ in range(2)
    )
    assert first["id"] == second["id"]
    codes = []
    for parts in staff.found("employee", "t01"):
        answer = staff.ask("employee", parts)
        codes += [answer.json()["code"]] if answer.status_code != 201 else []
        if "swap.many" in codes:
            break
    assert len(staff.mine("employee")) == 10


def test_a_person_who_is_erased_leaves_no_swap(staff: Ward) -> None:
    staff.agreed(staff.shared())
    body = {"unit": staff.world.unit, "person": "t02"}
    assert ok(staff.client("administrator").post("/api/erasures", json=body))["swaps"] == 1
    assert staff.mine("employee") == []
    assert staff.kinds("manager") == []


def test_a_colleagues_wishes_are_not_told_by_what_suits(staff: Ward) -> None:
    _, date, shift = staff.duties("t01")[0]
    with staff.world.database.reading() as session:
        place = standing(session, session.get_one(Period, staff.period))
        duty = require_duty(place, "t01", dt.date.fromisoformat(date), shift, "")
        swap = possible(session, place, duty, 1)[0]
    for gains in ({"t01": 0, "t02": 90, "t03": 90}, {"t01": 90, "t02": -90, "t03": -90}):
        parts = [
            one.model_copy(update={"wishes": gains.get(one.person, gains["t02"])})
            for one in swap.handovers
        ]
        changed = swap.model_copy(update={"handovers": tuple(parts)})
        assert told_possible(place, changed, "t01").suits == (gains["t01"] > 0)


def test_what_the_manager_says_of_a_swap_is_not_told_to_the_whole_unit(staff: Ward) -> None:
    swap = staff.agreed(staff.shared())
    ok(staff.decide("manager", swap, reason="Kari er syk."))
    assert staff.publications[0]["reason"] == ""
    assert staff.mine("employee")[0]["reason"] == "Kari er syk."


def test_swaps_that_time_or_illness_outruns_end_and_all_in_them_are_told(staff: Ward) -> None:
    parts = staff.shared()
    swap = staff.agreed(parts)
    end_lapsed(staff.world.database)
    assert staff.mine("employee")[0]["state"] == "agreed"
    manager = staff.client("manager")
    address = f"/api/units/{staff.world.unit}/ward/absences"
    held = manager.get(address)
    mine = parts[0]["gives"]["date"]
    away = {"person": "t01", "kind": "sick", "first": mine, "last": mine}
    ok(manager.put(address, json=[away], headers={"If-Match": held.headers["ETag"]}))
    end_lapsed(staff.world.database)
    assert [(one["id"], one["state"]) for one in staff.mine("colleague")] == [(swap, "void")]
    assert staff.kinds("colleague")[0] == staff.kinds("employee")[0] == "swap.void"
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    ok(manager.put(address, json=[], headers=tag))
    again = ok(staff.ask("employee", parts), 201)["id"]
    first = min(dt.date.fromisoformat(one["gives"]["date"]) for one in parts)
    staff.at(dt.datetime.combine(first, dt.time(23), OSLO))
    end_lapsed(staff.world.database)
    told = {one["id"]: (one["state"], one["why"]) for one in staff.mine("colleague")}
    assert told[again] == ("void", "begun")
    assert staff.kinds("colleague").count("swap.void") == 2


def test_those_without_an_account_take_nobodys_place_among_the_swaps(staff: Ward) -> None:
    for _, date, shift in staff.duties("t01"):
        every = ok(staff.possible("employee", date, shift, most=40))["swaps"]
        first = ok(staff.possible("employee", date, shift, most=1))["swaps"]
        assert first == every[:1]
