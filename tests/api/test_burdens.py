"""Who sees what of burdens and health lights, and when names are shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api.burdens.lights import FEWEST_LIT, tallied
from fixtures import ward
from rostering.domain.problem import Problem
from rostering.health.models import LightCounts, WardCounts
from tests.api.published import draft, hold, planned, show
from tests.api.world import World, ok, refused


def crowd(problem: Problem, people: int) -> Problem:
    """Return the ward with so many people, all alike."""
    model = problem.people[0]
    more = tuple(
        model.model_copy(update={"id": f"t{n:02}", "name": f"Navn {n:02}"})
        for n in range(1, people + 1)
    )
    return problem.model_copy(update={"people": more, "demand": (), "pairs": (), "wishes": ()})


def settle(world: World, people: int, **more: object) -> None:
    """Put a ward with so many people in the unit's place."""
    manager, address = world.client("manager"), f"/api/units/{world.unit}/ward"
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    given = crowd(world.problem, people).model_copy(update=more)
    ok(manager.put(address, json=given.model_dump(mode="json"), headers=tag))


@pytest.fixture
def crowded(here: World) -> World:
    """Twelve people; the twelfth was away for most of the first roster."""
    start = here.problem.horizon.start
    away = {"person": "t12", "kind": "vacation", "first": str(start), "last": "2027-01-23"}
    absence = Problem.model_validate(
        {**crowd(here.problem, 12).model_dump(mode="json"), "absences": [away]}
    ).absences
    settle(here, 12, absences=absence)
    return here


def duties(people: int) -> list[tuple[str, int, str]]:
    """Return duties in plenty; the first person has a quick return each week and a long run."""
    plan = [(f"t{n:02}", day, "A") for n in range(2, people) for day in (1, 2, 5, 6, 8, 12)]
    own = [(0, "A"), (1, "D"), (2, "D"), (3, "D"), (4, "D"), (5, "D"), (6, "D"), (7, "D")]
    return [*plan, *(("t01", day, shift) for day, shift in own)]


def published(world: World, people: int) -> str:
    period = planned(world, "Vår")
    hold(world, period, duties(people))
    return period


def named(world: World, period: str, who: str = "employee") -> list[str]:
    told = ok(world.client(who).get(f"/api/periods/{period}/ledger/mine"))
    return [one["person"] for one in told["named"]]


def test_colleagues_are_named_only_while_the_ward_agrees(crowded: World) -> None:
    period = published(crowded, 12)
    manager, union = crowded.client("manager"), crowded.client("representative")
    address = f"/api/units/{crowded.unit}/names-agreement"
    refused(union.put(f"{address}/confirmation"), 409, "names.unproposed")
    assert ok(manager.put(f"{address}/proposal"))["state"] == "proposed"
    assert manager.put(f"{address}/confirmation").status_code == 403
    mine = crowded.client("employee").get(f"/api/periods/{period}/ledger/mine")
    assert ok(mine)["named"] == []
    assert "Navn" not in mine.text
    assert ok(union.put(f"{address}/confirmation"))["state"] == "agreed"
    # the twelfth was away, which the credit would tell
    assert named(crowded, period) == [f"t{n:02}" for n in range(2, 12)]
    assert ok(crowded.client("employee").get(address))["state"] == "agreed"
    told = [one["kind"] for one in ok(crowded.client("employee").get("/api/notices"))]
    assert told == ["names.agreed"]
    assert ok(union.delete(address))["state"] == "none"
    assert named(crowded, period) == []
    log = ok(crowded.client("administrator").get("/api/audit"))["items"]
    acts = [one["action"] for one in log if one["action"].startswith("names.")]
    assert sorted(acts) == ["names.confirm", "names.propose", "names.withdraw"]


def test_nobody_confirms_what_the_same_account_proposed(here: World) -> None:
    admin = here.client("administrator")
    accounts = ok(admin.get("/api/accounts"))["items"]
    both = next(one for one in accounts if one["login"] == "manager")
    grants = [{"role": role, "unit": here.unit} for role in ("manager", "representative")]
    body = {"name": both["name"], "language": "nb", "active": True, "grants": grants}
    address = f"/api/accounts/{both['id']}"
    tag = {"If-Match": f'"{both["revision"]}"'}
    ok(admin.put(address, json=body, headers=tag))
    manager, address = here.client("manager"), f"/api/units/{here.unit}/names-agreement"
    ok(manager.put(f"{address}/proposal"))
    refused(manager.put(f"{address}/confirmation"), 409, "names.oneself")


def test_figures_stand_beside_the_wards_and_name_nobody(crowded: World) -> None:
    period = published(crowded, 12)
    mine = ok(crowded.client("employee").get(f"/api/periods/{period}/ledger/mine"))
    weekend = next(one for one in mine["own"] if one["burden"] == "weekend")
    assert (weekend["points"], weekend["here"]) == (2, 2)
    assert {one["burden"] for one in mine["ward"]} >= {"weekend", "evening", "quick_return"}
    for who in ("representative", "hr", "manager"):
        answer = crowded.client(who).get(f"/api/periods/{period}/ledger/spread")
        told = ok(answer)
        assert "t01" not in answer.text
        assert told["people"] == 12
        assert set(told["spread"]) == {one["burden"] for one in told["ward"]}


def test_a_small_wards_spread_is_not_told(here: World) -> None:
    period = published(here, 6)
    told = ok(here.client("representative").get(f"/api/periods/{period}/ledger/spread"))
    assert (told["ward"], told["spread"]) == ([], {})


def test_the_shown_draft_and_the_managers_own(here: World) -> None:
    period = planned(here, "Vår")
    employee, manager = here.client("employee"), here.client("manager")
    for page in ("ledger", "health"):
        address = f"/api/periods/{period}/{page}/mine"
        refused(employee.get(address), 409, "roster.none")
        refused(employee.get(f"{address}?of=preview"), 409, "preview.none")
    show(here, period, duties(6))
    lights = ok(employee.get(f"/api/periods/{period}/health/mine?of=preview"))["mine"]
    assert (lights["person"], lights["light"]) == ("t01", "red")
    row = next(one for one in lights["measures"] if one["measure"] == "days_in_a_row")
    assert row["value"] == "8"
    assert row["findings"][0]["dates"][0] == str(here.problem.horizon.start)
    with here.database.writing() as session:
        from api.periods.tables import Period

        other = draft(session, session.get_one(Period, period), [("t02", 5, "D")])
    for page in ("ledger", "health"):
        told = ok(manager.get(f"/api/drafts/{other}/{page}"))
        assert [one["name"] for one in told["people"]] == [p.name for p in here.problem.people]
        refused(here.client("hr").get(f"/api/drafts/{other}/{page}"), 403, "policy.forbidden")


def test_counts_point_at_nobody(here: World) -> None:
    settle(here, 4)
    period = planned(here, "Vår")
    hold(here, period, [one for one in duties(6) if one[0] <= "t04"])
    answer = here.client("representative").get(f"/api/periods/{period}/health/counts")
    told = ok(answer)
    assert (told["people"], told["worst"], told["measures"]) == (4, None, [])
    assert "t01" not in answer.text


@pytest.mark.parametrize(
    ("green", "amber", "red", "expected"),
    [
        (9, 0, 3, {"green": 9, "amber": 0, "red": 3, "lit": 3}),
        (9, 1, 2, {"green": 9, "amber": None, "red": None, "lit": 3}),
        (11, 1, 0, {"green": None, "amber": None, "red": None, "lit": None}),
        (12, 0, 0, {"green": 12, "amber": 0, "red": 0, "lit": 0}),
    ],
)
def test_small_numbers_are_told_together_or_not_at_all(
    green: int, amber: int, red: int, expected: dict[str, Any]
) -> None:
    counted = WardCounts(
        problem_name="x",
        start=ward("tiny").horizon.start,
        days=14,
        people=12,
        without_duties=1,
        worst=LightCounts(green=green, amber=amber, red=red),
        measures=(),
    )
    told = json.loads(tallied(counted, "nb").model_dump_json())
    assert told["worst"] == expected
    assert told["fewest_lit"] == FEWEST_LIT
