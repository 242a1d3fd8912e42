"""Wishes: quota, deadline, repeated sending, recurring ones, whole proposals, levels."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from api.db.base import now
from api.periods.tables import Period
from api.wishes.recurring import dates
from api.wishes.tables import RecurringWish
from tests.api.world import World, ok, refused

AVOID = {"kind": "avoid", "strength": 2}


def opened(here: World) -> str:
    period = str(here.period()["id"])
    here.stage(period, "wishing")
    return period


def days(here: World) -> list[str]:
    start = here.problem.horizon.start
    return [str(start + timedelta(days=n)) for n in range(here.problem.horizon.days)]


def test_a_wish_sent_twice_is_one_wish(on: World) -> None:
    period, employee = opened(on), on.client("employee")
    path = f"/api/periods/{period}/wishes/mine/{days(on)[0]}"
    for _ in range(2):
        mine = ok(employee.put(path, json=AVOID))
    assert mine["used"] == 1
    ok(employee.delete(path))
    assert ok(employee.delete(path))["used"] == 0


def test_the_quota_holds_and_a_wish_may_still_be_changed(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    with here.database.writing() as session:
        session.execute(update(Period).values(most_wishes=2, most_strong=1))
    path = f"/api/periods/{period}/wishes/mine"
    first, second, third = days(here)[:3]
    strong = {**AVOID, "strength": 3}
    ok(employee.put(f"{path}/{first}", json=strong))
    refused(employee.put(f"{path}/{second}", json=strong), 409, "wish.strong")
    ok(employee.put(f"{path}/{second}", json=AVOID))
    refused(employee.put(f"{path}/{third}", json=AVOID), 409, "wish.quota")
    ok(employee.put(f"{path}/{second}", json={**AVOID, "strength": 1}))
    assert ok(employee.get(path))["used"] == 2


def test_a_quota_made_smaller_does_not_lock_what_is_there(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    path = f"/api/periods/{period}/wishes/mine"
    for day in days(here)[:3]:
        ok(employee.put(f"{path}/{day}", json=AVOID))
    with here.database.writing() as session:
        session.execute(update(Period).values(most_wishes=1))
    ok(employee.put(f"{path}/{days(here)[0]}", json={**AVOID, "reason": "kurs"}))


@pytest.mark.parametrize(
    ("begins", "ends", "code"), [(1, 2, "wishes.closed"), (-2, -1, "wishes.late")]
)
def test_wishes_are_for_the_round_alone(here: World, begins: int, ends: int, code: str) -> None:
    period, employee = opened(here), here.client("employee")
    with here.database.writing() as session:
        moments = {"wishes_from": now() + timedelta(days=begins)}
        moments["wishes_to"] = now() + timedelta(days=ends)
        session.execute(update(Period).values(**moments))
    path = f"/api/periods/{period}/wishes/mine"
    refused(employee.put(f"{path}/{days(here)[0]}", json=AVOID), 409, code)
    assert not ok(employee.get(path))["open"]


def test_dates_and_shifts_must_be_the_periods_and_the_wards(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    path = f"/api/periods/{period}/wishes/mine"
    outside = str(here.problem.horizon.end + timedelta(days=1))
    assert refused(employee.put(f"{path}/{outside}", json=AVOID), 422, "wish.date")["where"]
    strange = {"kind": "want", "shifts": ["XYZ"]}
    refused(employee.put(f"{path}/{days(here)[0]}", json=strange), 422, "wish.shift")
    refused(employee.put(f"{path}/{days(here)[0]}", json={"kind": "x"}), 422, "input.wrong")


def test_reasons_are_for_the_manager_alone(here: World) -> None:
    period = opened(here)
    wish = {**AVOID, "reason": "hemmelig"}
    ok(here.client("employee").put(f"/api/periods/{period}/wishes/mine/{days(here)[0]}", json=wish))
    told = ok(here.client("manager").get(f"/api/periods/{period}/wishes"))
    assert told[0]["wishes"][0]["reason"] == "hemmelig"
    here.stage(period, "drafting")
    here.show(period, here.draft(period))
    for who in ("colleague", "representative", "hr"):
        client = here.client(who)
        for path in ("", "/levels", "/preview", "/preview/mine", "/wishes", "/comments"):
            assert "hemmelig" not in client.get(f"/api/periods/{period}{path}").text
    log = here.client("administrator").get("/api/audit", params={"action": "wish."})
    assert ok(log)["items"]
    assert "hemmelig" not in log.text


def test_a_recurring_wish_counts_once_it_is_approved(here: World) -> None:
    employee, manager = here.client("employee"), here.client("manager")
    path = f"/api/units/{here.unit}/recurring-wishes"
    asked = {"first": days(here)[0], "every": 2, "weekdays": [1, 2], "kind": "avoid"}
    made = [ok(employee.post(f"{path}/mine", json=asked), 201) for _ in range(2)]
    ok(
        manager.put(
            f"{path}/{made[0]['id']}/approval", json={"approved": True}, headers={"If-Match": '"1"'}
        )
    )
    period = opened(here)
    mine = ok(employee.get(f"/api/periods/{period}/wishes/mine"))
    assert mine["used"] == 0
    assert {wish["source"] for wish in mine["wishes"]} == {"recurring"}
    assert [w["date"] for w in mine["wishes"]] == [
        day
        for number, day in enumerate(days(here))
        if number // 7 % 2 == 0 and date.fromisoformat(day).isoweekday() <= 2
    ]


def test_alternate_weeks_are_counted_from_the_week_of_the_first_date() -> None:
    thursday = date(2027, 1, 7)
    wish = RecurringWish(first=thursday, last=date(2027, 2, 1), every=2, weekdays=[1, 4])
    found = [str(day) for day in dates(wish, date(2027, 1, 1), 60)]
    assert found == ["2027-01-07", "2027-01-18", "2027-01-21", "2027-02-01"]


def test_a_whole_proposal_is_judged_kept_and_replaced(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    shift = here.problem.shifts[0].code
    ok(employee.put(f"/api/periods/{period}/wishes/mine/{days(here)[0]}", json=AVOID))
    duties = [{"date": day, "shift": shift} for day in days(here)]
    told = ok(employee.post(f"/api/periods/{period}/proposal", json={"duties": duties}))
    assert told["minutes"] > told["contract_minutes"] > 0
    assert any(breach["hard"] for breach in told["breaches"])
    path = f"/api/periods/{period}/wishes/mine"
    mine = ok(employee.put(path, json={"duties": duties[:3]}))
    assert [wish["source"] for wish in mine["wishes"]] == ["wish", "proposal", "proposal"]
    mine = ok(employee.put(path, json={"duties": []}))
    assert [wish["source"] for wish in mine["wishes"]] == ["wish"]


def test_a_proposal_of_what_the_ward_does_not_have_is_told(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    path, shift = f"/api/periods/{period}/proposal", here.problem.shifts[0].code
    strange = [{"date": days(here)[0], "shift": "?"}]
    told = refused(employee.post(path, json={"duties": strange}), 422, "wish.shift")
    assert told["where"] == "duties.0.shift"
    late = [{"date": "2099-01-01", "shift": shift}]
    refused(employee.post(path, json={"duties": late}), 422, "wish.date")


def test_levels_tell_when_too_many_wish_a_day_off_but_not_who(here: World) -> None:
    period, first = opened(here), days(here)[0]
    path = f"/api/periods/{period}"
    before = ok(here.client("employee").get(f"{path}/levels"))
    for who in ("employee", "colleague"):
        ok(here.client(who).put(f"{path}/wishes/mine/{first}", json=AVOID))
    after = ok(here.client("employee").get(f"{path}/levels"))
    order = ["under", "tight", "fine"]
    assert order.index(after[0]["level"]) <= order.index(before[0]["level"])
    assert after[1:] == before[1:]
    names = [person.name for person in here.problem.people]
    assert not any(name in str(after) for name in names)


def test_wishes_reach_the_search(here: World) -> None:
    period, employee = opened(here), here.client("employee")
    first = days(here)[0]
    ok(employee.put(f"/api/periods/{period}/wishes/mine/{first}", json={**AVOID, "strength": 3}))
    here.stage(period, "drafting")
    draft = here.draft(period)
    grid = ok(here.client("manager").get(f"/api/drafts/{draft}"))
    row = next(person for person in grid["people"] if person["id"] == here.person)
    assert row["wishes"] == {first: "-3"}
