"""What is carried from one published roster to the next: once, and from what holds today."""

from __future__ import annotations

from typing import Any

from api.periods.composing import composed
from api.periods.tables import Period
from api.rosters.tables import Source
from tests.api.published import Cells, hold, planned
from tests.api.world import World, ok, refused

WEEKEND = [("t01", 5, "D"), ("t01", 6, "D"), ("t02", 5, "A")]
LATER = [("t02", 5, "D"), ("t03", 6, "D")]


def ledger(world: World, period: str) -> dict[tuple[str, str], dict[str, Any]]:
    told = ok(world.client("manager").get(f"/api/periods/{period}/ledger"))
    return {
        (one["person"], entry["burden"]): entry
        for one in told["people"]
        for entry in one["entries"]
    }


def of(world: World, period: str, what: str) -> dict[tuple[str, str], int]:
    return {key: entry[what] for key, entry in ledger(world, period).items()}


def taken_in(world: World, period: str) -> dict[tuple[str, str], int]:
    with world.database.reading() as session:
        problem = composed(session, session.get_one(Period, period))
    return {(one.person, one.burden): one.points for one in problem.ledger}


def in_a_row(world: World, *rosters: Cells) -> list[str]:
    periods = [planned(world, f"P{n}", 2 * n) for n in range(len(rosters))]
    for period, cells in zip(periods, rosters, strict=True):
        hold(world, period, cells)
    return periods


def test_the_next_roster_begins_where_the_last_ended(on: World) -> None:
    first, second = in_a_row(on, WEEKEND, LATER)
    after = of(on, first, "after")
    assert after["t01", "weekend"] == 2
    assert of(on, second, "before") == after
    assert of(on, second, "after")["t02", "weekend"] == 2
    third = planned(on, "next", 4)
    assert taken_in(on, third) == of(on, second, "after")


def test_a_repair_of_an_earlier_roster_shows_in_the_later_ones_once(here: World) -> None:
    first, second = in_a_row(here, WEEKEND, LATER)
    hold(here, first, [("t03", 5, "D"), ("t02", 5, "A")], Source.REPAIR)
    assert of(here, second, "before") == of(here, first, "after")
    assert of(here, second, "after")["t01", "weekend"] == 0
    assert of(here, second, "after")["t03", "weekend"] == 2


def test_a_period_that_overlaps_the_next_one_is_not_counted(here: World) -> None:
    (first,) = in_a_row(here, WEEKEND)
    over = planned(here, "over", 1)
    assert taken_in(here, over) == {}
    hold(here, over, LATER)
    last = taken_in(here, planned(here, "last", 3))
    assert last["t02", "weekend"] == 1
    assert last["t01", "weekend"] == 0
    assert of(here, first, "after")["t01", "weekend"] == 2


def test_the_wards_own_ledger_counts_until_something_is_published(here: World) -> None:
    manager, address = here.client("manager"), f"/api/units/{here.unit}/ward/ledger"
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    opening = [{"person": "t04", "burden": "night", "points": 7}]
    ok(manager.put(address, json=opening, headers=tag))
    first, second = planned(here, "P0"), planned(here, "P1", 2)
    assert taken_in(here, first) == taken_in(here, second) == {("t04", "night"): 7}
    hold(here, first, WEEKEND)
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    ok(manager.put(address, json=[{**opening[0], "points": 70}], headers=tag))
    assert taken_in(here, second)["t04", "night"] == 7
    assert taken_in(here, second)["t01", "weekend"] == 2


def test_a_correction_counts_once_and_the_person_sees_it(here: World) -> None:
    manager = here.client("manager")
    first, second = planned(here, "P0"), planned(here, "P1", 2)
    address = f"/api/periods/{first}/ledger/corrections/t01/weekend"
    body = {"points": -2, "reason": "Byttet bort på papir."}
    refused(manager.put(address, json=body), 409, "roster.none")
    hold(here, first, WEEKEND)
    ok(manager.put(address, json={**body, "points": -1}))
    assert len(ok(manager.put(address, json=body))) == 1
    assert manager.put(address, json={"points": 1, "reason": " "}).status_code == 422
    refused(manager.put(address.replace("t01", "nobody"), json=body), 404, "thing.unknown")
    hold(here, second, [])
    assert of(here, first, "after")["t01", "weekend"] == 2
    assert of(here, second, "before")["t01", "weekend"] == 0
    third = planned(here, "P2", 4)
    assert taken_in(here, third)["t01", "weekend"] == 0
    mine = ok(here.client("employee").get(f"/api/periods/{second}/ledger/mine"))
    assert [(one["points"], one["reason"]) for one in mine["corrections"]] == [(-2, body["reason"])]
    colleague = ok(here.client("colleague").get(f"/api/periods/{second}/ledger/mine"))
    assert colleague["corrections"] == []
    assert ok(manager.put(address, json={**body, "points": 0})) == []
    assert taken_in(here, third)["t01", "weekend"] == 2


def test_who_was_not_in_a_roster_keeps_what_was_there(here: World) -> None:
    (first,) = in_a_row(here, WEEKEND)
    manager, address = here.client("manager"), f"/api/units/{here.unit}/ward"
    whole = here.problem.model_copy(update={"wishes": ()}).model_dump(mode="json")
    without = {**whole, "people": whole["people"][1:]}
    for number, ward in ((2, without), (4, whole)):
        tag = {"If-Match": manager.get(address).headers["ETag"]}
        ok(manager.put(address, json=ward, headers=tag))
        period = planned(here, f"P{number}", number)
        assert (("t01", "weekend") in taken_in(here, period)) == (number == 4)
        hold(here, period, LATER)
    assert (
        of(here, period, "before")["t01", "weekend"] == of(here, first, "after")["t01", "weekend"]
    )
