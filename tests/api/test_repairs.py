"""A published roster is repaired: asked, taken once, told, audited; the rest is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.audit.chain import verify
from api.audit.erasing import erase_person
from api.policy.roles import NOBODY
from api.repairs.tables import Repair
from tests.api.conftest import new_sqlite
from tests.api.contract.lived import lawful
from tests.api.world import Seed, World, ok, refused, world


def published(here: World) -> str:
    """Publish a lawful roster of the ward, searched once for all tests."""
    period = str(here.period()["id"])
    here.stage(period, "drafting")
    manager = here.client("manager")
    headers = {"Content-Type": "application/octet-stream"}
    address = f"/api/periods/{period}"
    draft = ok(manager.post(f"{address}/drafts/file", content=lawful(), headers=headers), 201)
    here.show(period, draft["id"])
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    body = {"draft": draft["id"], "reason": "For the tests."}
    ok(manager.post(f"{address}/publications", json=body, headers=tag), 201)
    return period


@pytest.fixture
def period(here: World) -> str:
    return published(here)


@pytest.fixture(scope="module")
def still(
    sqlite_template: tuple[Path, Seed], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[World, str]]:
    """A world with a published roster that no test changes."""
    path, seeded = sqlite_template
    with world(new_sqlite(path, tmp_path_factory.mktemp("still")), seeded) as found:
        yield found, published(found)


def duties(here: World, period: str) -> list[dict[str, Any]]:
    """Return the duties of the roster that holds, by date."""
    manager = here.client("manager")
    number = ok(manager.get(f"/api/periods/{period}/publications"))[0]["number"]
    held = ok(manager.get(f"/api/periods/{period}/publications/{number}/roster"))
    return sorted(held["assignments"], key=lambda duty: (duty["date"], duty["person"]))


def missed(here: World, period: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a duty whose holder is missed, and the answer for the absence."""
    for duty in duties(here, period)[3:]:
        found = sick(here, period, duty["person"], duty["date"])
        if len(found["options"]) > 1 and found["options"][0]["changes"]:
            return duty, found
    raise AssertionError("nobody can be replaced")


def sick(here: World, period: str, person: str, first: str, **more: object) -> dict[str, Any]:
    body = {"away": [{"person": person, "first": first, **more}]}
    answer: dict[str, Any] = ok(
        here.client("manager").post(f"/api/periods/{period}/repairs", json=body), 201
    )
    return answer


def take(here: World, repair: str, place: int, who: str = "manager") -> Any:  # noqa: ANN401
    return here.client(who).post(f"/api/repairs/{repair}/take", json={"place": place})


def absences(here: World) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(
        here.client("manager").get(f"/api/units/{here.unit}/ward/absences")
    )
    return found


def test_an_option_is_taken_once_and_everybody_concerned_is_told(here: World, period: str) -> None:
    duty, found = missed(here, period)
    places = [one["place"] for one in found["options"]]
    assert places == list(range(1, len(places) + 1))
    chosen = found["options"][0]
    made = ok(take(here, found["id"], 1))
    assert (made["number"], made["source"]) == (2, "repair")
    after = {(d["person"], d["date"], d["shift"]) for d in duties(here, period)}
    assert (duty["person"], duty["date"], duty["shift"]) not in after
    for change in chosen["changes"]:
        on_day = {s for p, d, s in after if (p, d) == (change["person"], change["date"])}
        assert on_day == set(change["after"])
    (away,) = (one for one in absences(here) if one["person"] == duty["person"])
    assert (away["kind"], away["first"], away["shift"]) == ("sick", duty["date"], duty["shift"])
    refused(take(here, found["id"], 1), 409, "repair.taken")
    told_of_changes(here, period, chosen)
    with here.database.reading() as session:
        assert list(verify(session)) == []
        row = session.get_one(Repair, found["id"])
        assert (row.asked, row.answer, row.place) == ({}, b"", 1)


def told_of_changes(here: World, period: str, chosen: dict[str, Any]) -> None:
    """Look at the history, the log and the notices after an option was taken."""
    history = ok(here.client("manager").get(f"/api/periods/{period}/history"))
    assert [one["number"] for one in history] == [2, 1]
    changed = {(one["person"], one["date"]) for one in history[0]["changes"]}
    assert {(one["person"], one["date"]) for one in chosen["changes"]} <= changed
    log = ok(here.client("administrator").get("/api/audit?limit=10"))["items"]
    assert {"absence.add", "ward.change", "roster.repair", "repair.take"} <= {
        one["action"] for one in log
    }
    assert all("kind" not in (one["payload"] or {}) for one in log)
    people = {here.problem.people[0].id: "employee", here.problem.people[1].id: "colleague"}
    for change in chosen["changes"]:
        if change["person"] in people:
            notices = ok(here.client(people[change["person"]]).get("/api/notices"))
            assert change["date"] in {one["facts"].get("date") for one in notices}


def test_an_answer_is_void_once_the_roster_has_changed(here: World, period: str) -> None:
    duty, first = missed(here, period)
    second = sick(here, period, duty["person"], duty["date"])
    ok(take(here, second["id"], 0))
    before = (duties(here, period), absences(here))
    refused(take(here, first["id"], 1), 409, "roster.changed")
    assert (duties(here, period), absences(here)) == before


def test_an_absence_alone_leaves_its_shift_open(here: World, period: str) -> None:
    duty, found = missed(here, period)
    ok(take(here, found["id"], 0))
    open_ = ok(here.client("manager").get(f"/api/periods/{period}/open-shifts"))
    assert duty["date"] in {one["date"] for one in open_}
    mine = {d["date"] for d in duties(here, period) if d["person"] == duty["person"]}
    assert duty["date"] not in mine
    again = here.client("manager").post(
        f"/api/periods/{period}/repairs",
        json={"away": [{"person": duty["person"], "first": duty["date"]}]},
    )
    refused(again, 409, "repair.over")


def test_a_day_off_needs_no_repair(still: tuple[World, str]) -> None:
    here, period = still
    held = {(duty["person"], duty["date"]) for duty in duties(here, period)}
    start = here.problem.horizon.start
    days = [str(start + dt.timedelta(days=n)) for n in range(here.problem.horizon.days)]
    person = here.person
    free = next(day for day in days if (person, day) not in held)
    found = sick(here, period, person, free)
    assert found["unchanged"]
    assert found["options"] == []


def test_more_are_needed_on_a_date(still: tuple[World, str]) -> None:
    here, period = still
    day = str(here.problem.horizon.start)
    have = sum(d["date"] == day and d["shift"] == "A" for d in duties(here, period))
    body = {"demand": [{"row": "aften", "date": day, "minimum": have + 1}]}
    path = f"/api/periods/{period}/repairs"
    found = ok(here.client("manager").post(path, json=body), 201)
    assert [one["date"] for one in found["openings"]] == [day]


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "repair.nothing"),
    ({"away": [{"person": "x99", "first": "2027-01-12"}]}, "repair.person"),
    ({"away": [{"person": "t01", "first": "2027-03-12"}]}, "repair.dates"),
    ({"away": [{"person": "t01", "first": "2027-01-20", "last": "2027-02-02"}]}, "repair.dates"),
    ({"away": [{"person": "t01", "first": "2027-01-13", "last": "2027-01-12"}]}, "input.wrong"),
    ({"demand": [{"row": "natt", "date": "2027-01-12", "minimum": 1}]}, "repair.row"),
    ({"demand": [{"row": "dag-helg", "date": "2027-01-12", "minimum": 1}]}, "repair.row.date"),
    ({"demand": [{"row": "aften", "date": "2027-01-12", "minimum": -1}]}, "input.wrong"),
    ({"demand": [{"row": "aften", "date": "2027-01-12", "minimum": 6}]}, "repair.minimum"),
)


@pytest.mark.parametrize(("body", "code"), WRONG, ids=[code for _, code in WRONG])
def test_what_does_not_fit_is_refused(
    still: tuple[World, str], body: dict[str, Any], code: str
) -> None:
    here, period = still
    refused(here.client("manager").post(f"/api/periods/{period}/repairs", json=body), 422, code)


def test_nothing_is_repaired_before_it_is_published_or_by_others(still: tuple[World, str]) -> None:
    here, period = still
    coming = here.period("Sommer")["id"]
    body = {"away": [{"person": here.person, "first": str(here.problem.horizon.start)}]}
    manager = here.client("manager")
    refused(manager.post(f"/api/periods/{coming}/repairs", json=body), 409, "roster.none")
    for who in ("other manager", "employee", "hr"):
        assert here.client(who).post(f"/api/periods/{period}/repairs", json=body).is_client_error
    found = ok(manager.post(f"/api/periods/{period}/repairs", json=body), 201)
    for who in ("other manager", "employee", "nobody"):
        assert take(here, found["id"], 0, who).status_code in {401, 403, 404}
    refused(take(here, found["id"], 99), 422, "repair.option")
    assert absences(here) == []
    with here.database.writing() as session:
        erase_person(session, NOBODY, None, here.unit, here.person)
        assert session.get(Repair, found["id"]) is None


def test_why_somebody_is_away_is_told_to_managers_alone(here: World, period: str) -> None:
    duty, found = missed(here, period)
    ok(take(here, found["id"], 0))
    path = f"/api/periods/{period}/publications/2/roster"
    for who in ("employee", "representative", "hr", "manager"):
        told = ok(here.client(who).get(path))
        assert not {one["code"] for one in told["overlays"]} & {"sick", "sick_child", "leave"}
    number = next(n for n, p in enumerate(here.problem.people) if p.id == duty["person"])
    who = ("employee", "colleague")[number] if number < 2 else None
    if who:
        kinds = {one["kind"] for one in ok(here.client(who).get("/api/notices"))}
        assert "absence.noted" in kinds
