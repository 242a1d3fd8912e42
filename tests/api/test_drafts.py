"""Drafts: edited by two at once, judged as the engine judges, locked, compared."""

from typing import Any

from sqlalchemy import select

from api.rosters.drafts import judged, problem_at
from api.rosters.tables import Draft, DraftChange
from api.units.documents import roster_of
from rostering.bill import bill
from rostering.check import check
from rostering.score import score
from tests.api.world import World, ok, refused


def drafted(here: World) -> tuple[str, str]:
    period = str(here.period()["id"])
    here.stage(period, "drafting")
    return period, here.draft(period)


def cell(here: World, grid: dict[str, Any], number: int = 0) -> dict[str, Any]:
    """Return an edit that gives somebody's day the other of work and a day off."""
    row = grid["people"][number]
    unit = here.problem.people[number].home_unit
    duties = [] if row["cells"][0] else [{"shift": grid["shifts"][0]["code"], "unit": unit}]
    return {"person": row["id"], "date": grid["start"], "duties": duties}


def test_of_two_managers_the_second_is_told_and_nothing_is_lost(on: World) -> None:
    _, draft = drafted(on)
    manager = on.client("manager")
    answer = manager.get(f"/api/drafts/{draft}")
    grid, tag = ok(answer), answer.headers["ETag"]
    path = f"/api/drafts/{draft}/cells"
    first, second = cell(on, grid, 0), cell(on, grid, 1)
    done = ok(manager.put(path, json={"cells": [first]}, headers={"If-Match": tag}))
    answer = manager.put(path, json={"cells": [second]}, headers={"If-Match": tag})
    assert refused(answer, 409, "etag.stale")["hint"]
    after = ok(manager.get(f"/api/drafts/{draft}"))
    assert after["people"][0]["cells"][0] == done["people"][0]["cells"][0]
    assert after["people"][1]["cells"] == grid["people"][1]["cells"]
    tag = f'"{done["revision"]}"'
    ok(manager.put(path, json={"cells": [second]}, headers={"If-Match": tag}))


def test_without_a_tag_nothing_is_changed(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    answer = manager.put(f"/api/drafts/{draft}/cells", json={"cells": [cell(here, grid)]})
    refused(answer, 428, "etag.missing")


def test_a_move_is_judged_as_the_engine_judges_the_whole(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    edit = {"cells": [cell(here, grid, n) for n in range(3)]}
    tried = ok(manager.post(f"/api/drafts/{draft}/judge", json=edit))
    assert ok(manager.get(f"/api/drafts/{draft}")) == grid
    kept = ok(manager.put(f"/api/drafts/{draft}/cells", json=edit, headers={"If-Match": '"1"'}))
    assert {**tried, "revision": 2} == kept
    with here.database.reading() as session:
        row = session.scalars(select(Draft).where(Draft.id == draft)).one()
        problem, roster = problem_at(session, row.problem_hash), roster_of(row.roster)
        live = judged(session, row)
        assert live.total == score(problem, roster).total == kept["verdict"]["points"]
        assert live.breaches("nb") == check(problem, roster, "nb")
        change = session.scalars(select(DraftChange)).one()
        assert len(change.cells) == 3
    assert kept["verdict"]["hard"] == sum(b["hard"] for b in kept["verdict"]["breaches"])


def test_what_the_ward_does_not_have_is_refused_and_nothing_kept(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    good, unit = cell(here, grid), here.problem.units[0].id
    strange = [
        ({**good, "person": "nobody"}, "cell.person"),
        ({**good, "date": "2030-01-01"}, "cell.date"),
        ({**good, "duties": [{"shift": "XYZ", "unit": unit}]}, "cell.shift"),
        ({**good, "duties": [{"shift": grid["shifts"][0]["code"], "unit": "x"}]}, "cell.shift"),
    ]
    for wrong, code in strange:
        body = {"cells": [good, wrong]}
        answer = manager.put(f"/api/drafts/{draft}/cells", json=body, headers={"If-Match": '"1"'})
        assert refused(answer, 422, code)["where"].startswith("cells.1")
    assert ok(manager.get(f"/api/drafts/{draft}")) == grid


def test_locked_cells_stay_in_a_search_that_starts_from_the_draft(here: World) -> None:
    period, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    row = grid["people"][0]
    unit = here.problem.people[0].home_unit
    keep = [
        {
            "person": row["id"],
            "date": day,
            "duties": [{"shift": c, "unit": unit}] if (c := row["cells"][n]) else [],
            "locked": True,
        }
        for n, day in enumerate(_days(grid)[:7])
    ]
    done = ok(
        manager.put(f"/api/drafts/{draft}/cells", json={"cells": keep}, headers={"If-Match": '"1"'})
    )
    assert done["people"][0]["locked"] == _days(grid)[:7]
    job = ok(manager.post(f"/api/periods/{period}/jobs", json={"seconds": 3, "start": draft}), 201)
    here.run_jobs()
    made = ok(manager.get(f"/api/jobs/{job['id']}"))["draft"]
    again = ok(manager.get(f"/api/drafts/{made}"))
    assert again["people"][0]["cells"][:7] == row["cells"][:7]
    assert again["people"][0]["locked"] == _days(grid)[:7]


def test_a_cell_is_locked_without_saying_its_duties_again(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    row = grid["people"][0]
    lock = [{"person": row["id"], "date": day, "locked": True} for day in _days(grid)[:7]]
    done = ok(
        manager.put(f"/api/drafts/{draft}/cells", json={"cells": lock}, headers={"If-Match": '"1"'})
    )
    assert done["people"][0] == {**row, "locked": _days(grid)[:7]}
    assert done["verdict"] == grid["verdict"]


def test_once_asked_for_the_cost_is_told_with_each_change(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    assert grid["verdict"]["cost_ore"] is None
    cost = ok(manager.get(f"/api/drafts/{draft}/cost"))
    with here.database.reading() as session:
        row = session.scalars(select(Draft).where(Draft.id == draft)).one()
        whole = bill(problem_at(session, row.problem_hash), roster_of(row.roster))
    assert cost["ore"] == whole.total == sum(cost["people"].values()) > 0
    edit = {"cells": [cell(here, grid, n) for n in range(3)]}
    kept = ok(manager.put(f"/api/drafts/{draft}/cells", json=edit, headers={"If-Match": '"1"'}))
    after = ok(manager.get(f"/api/drafts/{draft}/cost"))
    assert kept["verdict"]["cost_ore"] == after["ore"]


def test_a_duty_with_a_role_tells_where_it_is_placed(here: World) -> None:
    _, draft = drafted(here)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    people = {person["id"]: person for person in grid["people"]}
    with here.database.reading() as session:
        row = session.scalars(select(Draft).where(Draft.id == draft)).one()
        duties = roster_of(row.roster).assignments
    for duty in duties:
        told = people[duty.person]["placed"].get(str(duty.date))
        if duty.role is None and duty.unit == people[duty.person]["home"]:
            assert told is None or len(told) > 1
        else:
            assert {"shift": duty.shift, "unit": duty.unit, "role": duty.role} in told


def _days(grid: dict[str, Any]) -> list[str]:
    import datetime as dt

    start = dt.date.fromisoformat(grid["start"])
    return [str(start + dt.timedelta(days=n)) for n in range(grid["days"])]


def test_a_draft_that_is_shown_is_not_changed_but_copied(here: World) -> None:
    period, draft = drafted(here)
    here.show(period, draft)
    manager = here.client("manager")
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    edit = {"cells": [cell(here, grid)]}
    tag = {"If-Match": '"1"'}
    refused(manager.put(f"/api/drafts/{draft}/cells", json=edit, headers=tag), 409, "draft.shown")
    refused(manager.delete(f"/api/drafts/{draft}", headers=tag), 409, "draft.shown")
    new = {"name": "Kopi", "copy_of": draft}
    copy = ok(manager.post(f"/api/periods/{period}/drafts", json=new), 201)["id"]
    ok(manager.put(f"/api/drafts/{copy}/cells", json=edit, headers=tag))
    told = ok(manager.get(f"/api/drafts/{copy}/difference/{draft}"))
    assert told["changed_cells"] == 1
    assert told["people"] == {edit["cells"][0]["person"]: 1}
    assert told["before"]["total"] != told["after"]["total"]
    here.show(period, draft)
    line = ok(here.client("employee").get(f"/api/periods/{period}/preview/mine"))
    assert all(day["before"] == day["shifts"] for day in line["days"])


def test_a_creation_sent_twice_with_its_key_creates_once(on: World) -> None:
    period = str(on.period()["id"])
    manager, key = on.client("manager"), {"Idempotency-Key": "a-key-of-mine"}
    path = f"/api/periods/{period}/drafts"
    made = [ok(manager.post(path, json={"name": "N"}, headers=key), 201) for _ in range(2)]
    assert made[0] == made[1]
    assert len(ok(manager.get(path))) == 1
    refused(manager.post(path, json={"name": "O"}, headers=key), 409, "idempotency.reused")


def test_a_roster_file_becomes_a_draft(here: World) -> None:
    period, draft = drafted(here)
    manager = here.client("manager")
    with here.database.reading() as session:
        row = session.scalars(select(Draft).where(Draft.id == draft)).one()
        text = roster_of(row.roster).model_dump_json()
    path = f"/api/periods/{period}/drafts/file"
    octets = {"Content-Type": "application/octet-stream"}
    made = ok(manager.post(path, content=text.encode(), headers=octets), 201)
    assert made["source"] == "imported"
    before, after = (ok(manager.get(f"/api/drafts/{d}")) for d in (draft, made["id"]))
    assert [p["cells"] for p in before["people"]] == [p["cells"] for p in after["people"]]
    wrong = text.replace(here.person, "nobody").encode()
    refused(manager.post(path, content=wrong, headers=octets), 422, "input.faulty")
    assert len(ok(manager.get(f"/api/periods/{period}/drafts"))) == 2
