"""Scenarios of task sharing: built, looked through, compared by rostering, filled in, forgotten."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from api.audit.erasing import erase_person
from api.audit.tables import AuditEntry, AuditPayload
from api.jobs.tables import Job
from api.policy.roles import NOBODY
from api.tasksharing.comparisons.discreet import discreet
from api.tasksharing.pooling import pooled_groups
from api.tasksharing.telling import POOL
from tasksharing.domain.sentences import Told
from tasksharing.evaluate.models import Alternative, Comparison
from tasksharing.scenarios.reading import scenario_in
from tests.api.tasksharing import HOST, KITCHEN, MOVE, ROUND, SETTINGS, VACATE, book, stock
from tests.api.world import World, ok, refused

TRAIN: dict[str, Any] = {
    "kind": "train",
    "people": ["t04", "t05"],
    "hours": "8",
    "task": ROUND,
    "last": "2027-12-31",
    "signed_by": "Leder",
}


def made(here: World, period: str, *changes: dict[str, Any], name: str = "Verter") -> str:
    """Make a scenario with some changes."""
    hr = here.client("hr")
    one = ok(hr.post(f"/api/periods/{period}/scenarios", json={"name": name}), 201)
    put(here, one["id"], *changes, name=name)
    return str(one["id"])


def put(here: World, scenario: str, *changes: dict[str, Any], name: str = "Verter") -> Any:  # noqa: ANN401
    hr, path = here.client("hr"), f"/api/scenarios/{scenario}"
    tag = hr.get(path).headers["ETag"]
    given = {"name": name, "changes": list(changes), **SETTINGS}
    return ok(hr.put(path, json=given, headers={"If-Match": tag}))


def effects(here: World, scenario: str, who: str = "hr") -> Any:  # noqa: ANN401
    return ok(here.client(who).get(f"/api/scenarios/{scenario}/effects"))


def test_a_scenario_is_built_and_its_effects_told_at_once(here: World) -> None:
    period, hr = here.period()["id"], here.client("hr")
    path = f"/api/periods/{period}"
    assert ok(hr.get(f"{path}/scenario-materials"))["book"] is False
    empty = ok(hr.post(f"{path}/scenarios", json={"name": "Verter på dag"}), 201)
    assert (empty["code"], empty["changes"]) == ("verter_pa_dag", [])
    refused(hr.get(f"/api/scenarios/{empty['id']}/effects"), 409, "scenario.book")
    stock(here, KITCHEN)
    told = ok(hr.get(f"{path}/scenario-materials"))
    tasks = {task["id"]: (task["approved"], task["hours"]) for task in told["tasks"]}
    assert tasks == {KITCHEN: (True, 52.5), ROUND: (False, 17.5)}
    assert set(told["people"][0]) == {"id", "name", "group", "percent"}
    assert effects(here, empty["id"])["figures"] is None
    put(here, empty["id"], HOST, MOVE, VACATE)
    found = effects(here, empty["id"])
    assert (found["faults"], found["invented"]) == ([], True)
    assert found["moved"] == [
        {"task": told["tasks"][0]["name"], "giver": "Helsefagarbeider", "receiver": "Servicevert"}
        | {"hours": found["moved"][0]["hours"]}
    ]
    assert found["moved"][0]["hours"] == pytest.approx(5 * 7.5 * 0.9)
    assert {one["heads"] for one in found["formed"]} == {1}
    assert found["figures"]["posts_vacated"] == pytest.approx(0.6)
    assert found["steps"][0].startswith("Drøft")
    stale = {"name": "X", "changes": [], **SETTINGS}
    refused(
        hr.put(f"/api/scenarios/{empty['id']}", json=stale, headers={"If-Match": '"1"'}),
        409,
        "etag.stale",
    )


def test_every_fault_is_told_in_plain_words_at_its_change(here: World) -> None:
    stock(here, KITCHEN)
    period = here.period()["id"]
    shift = {**HOST["shift"], "code": "D"}
    faulty = [
        {**MOVE, "tasks": [ROUND]},
        {**MOVE, "to": "assistent"},
        {**MOVE, "tasks": ["vask"], "to": "kokk"},
        {**HOST, "shift": shift},
        HOST,
        HOST,
        {**HOST, "group": "renholder"},
        {**VACATE, "people": ["x9"]},
        {**TRAIN, "signed_by": "", "ready": "2027-03-01"},
        {**TRAIN, "ready": "2028-03-01"},
        {"kind": "enlarge", "people": ["t02"], "percent": 30},
        {"kind": "share_staff", "people": ["t04"], "units": ["månen"]},
    ]
    scenario = made(here, period, *faulty)
    said = effects(here, scenario)
    assert {fault["change"] for fault in said["faults"]} >= set(range(len(faulty))) - {4}
    raw = [f["text"] for f in said["faults"] if "; " in f["text"] or "'" in f["text"]]
    assert raw == [], "told as the engine tells it"
    nurses = {**MOVE, "tasks": [ROUND], "to": "helsefagarbeider", "slack": True}
    here_too = made(here, period, nurses)
    assert "ikke godkjent" in effects(here, here_too)["faults"][0]["text"]


def test_scenarios_are_copied_sent_as_files_and_deleted(here: World) -> None:
    stock(here, KITCHEN)
    period, hr = here.period()["id"], here.client("hr")
    scenario = made(here, period, HOST, MOVE, VACATE)
    path = f"/api/periods/{period}/scenarios"
    copy = ok(hr.post(f"/api/scenarios/{scenario}/copy", json={"name": "Kopi"}), 201)
    assert (copy["code"], len(copy["changes"])) == ("kopi", 3)
    for form in ("toml", "json"):
        file = hr.get(f"/api/scenarios/{scenario}/file", params={"form": form}).content
        assert scenario_in(file).id == "verter"
        again = ok(hr.post(f"{path}/file", content=file), 201)
        assert again["changes"] == copy["changes"]
    wrong = b'format = "helseturnus.scenario"\nversion = 1\nid = "a"\nname = {nb = ""}\n'
    answer = refused(hr.post(f"{path}/file", content=wrong), 422, "input.faulty")
    assert answer["faults"]
    started = {"name": "Legemidler", "start": "delegated_medication"}
    begun = ok(hr.post(path, json=started), 201)
    assert [change["kind"] for change in begun["changes"]] == ["move"]  # its people are elsewhere
    refused(hr.post(path, json={"name": "X", "start": "fantasi"}), 422, "scenario.start")
    ok(hr.delete(f"/api/scenarios/{copy['id']}"), 204)
    assert [one["name"] for one in ok(hr.get(path))][:2] == ["Verter", "Verter"]
    with here.database.reading() as session:
        acts = set(session.scalars(select(AuditEntry.action)))
        payloads = str(list(session.scalars(select(AuditPayload.payload))))
    assert acts >= {"scenario.create", "scenario.change", "scenario.delete"}
    assert "t05" not in payloads


def test_who_leaves_is_forgotten_in_scenarios(here: World) -> None:
    period = here.period()["id"]
    both = made(here, period, TRAIN, HOST, name="Begge")
    alone = made(here, period, VACATE, name="Alene")
    with here.database.writing() as session:
        assert erase_person(session, NOBODY, None, here.unit, "t05")["scenarios"] == 2
    hr = here.client("hr")
    kept = ok(hr.get(f"/api/scenarios/{both}"))["changes"]
    assert [change.get("people") for change in kept] == [["t04"], None]
    assert ok(hr.get(f"/api/scenarios/{alone}"))["changes"] == []


def test_a_comparison_is_rostered_told_filled_in_and_for_hr_alone(here: World) -> None:
    stock(here, KITCHEN)
    period, hr = here.period()["id"], here.client("hr")
    path = f"/api/periods/{period}/comparisons"
    asked = {"scenarios": [made(here, period, HOST, MOVE)], "seeds": 2, "seconds": 20, "days": 7}
    job = ok(hr.post(path, json=asked), 201)["id"]
    assert ok(hr.get(path))[0]["state"] == "waiting"
    here.run_jobs()
    page = ok(hr.get(f"/api/comparisons/{job}"))
    assert (page["state"], page["share"]) == ("done", 1), page
    zero, hosts = page["told"]["alternatives"]
    assert (zero["zero"], zero["plan"], hosts["name"]) == (True, None, "Verter")
    assert len(hosts["runs"]) == 2
    verdicts = {one["verdict"] for one in hosts["measures"]}
    assert verdicts <= {"better", "worse", "different", "none", None}
    assert hosts["plan"]["revision"] == 0
    filled(here, job, hosts)
    hidden(here, period, job)
    named(Comparison.model_validate_json(report(here, job, "json")), here)
    assert report(here, job, "xlsx").startswith(b"PK")


def hidden(here: World, period: str, job: str) -> None:
    """What HR thinks through is no manager's business yet."""
    manager = here.client("manager")
    for address in (f"/api/jobs/{job}", f"/api/jobs/{job}/result", f"/api/jobs/{job}/news"):
        refused(manager.get(address), 404, "thing.unknown")
    listed = manager.get(f"/api/periods/{period}/jobs", params={"kind": "comparison"})
    refused(listed, 404, "thing.unknown")


def test_what_cannot_be_compared_is_refused_before_any_search(here: World) -> None:
    stock(here, KITCHEN)
    period, hr = here.period()["id"], here.client("hr")
    path = f"/api/periods/{period}/comparisons"
    for changes, more, code in (
        ((), {}, "comparison.empty"),
        (({**MOVE, "to": "assistent"},), {}, "comparison.unlawful"),
        ((VACATE,), {"seeds": 20, "seconds": 600}, "comparison.long"),
    ):
        asked = {"scenarios": [made(here, period, *changes)], **more}
        refused(hr.post(path, json=asked), 409, code)
    assert here.queued.jobs == []


def filled(here: World, job: str, hosts: dict[str, Any]) -> None:
    """Fill in the gain plan of an alternative."""
    hr, path = here.client("hr"), f"/api/comparisons/{job}/gains/{hosts['id']}"
    lines = [{"line": line["id"], "owner": "Enhetsleder"} for line in hosts["plan"]["lines"]]
    records = [{"kind": "discussion", "date": "2027-01-04", "who": "NSF og Fagforbundet"}]
    unknown = {"gains": [{"line": "gull"}], "records": []}
    refused(hr.put(path, json=unknown, headers={"If-Match": '"0"'}), 404, "comparison.gain")
    given = {"gains": lines, "records": records}
    ok(hr.put(path, json=given, headers={"If-Match": '"0"'}))
    refused(hr.put(path, json=given, headers={"If-Match": '"0"'}), 409, "etag.stale")
    plan = ok(hr.get(f"/api/comparisons/{job}"))["told"]["alternatives"][1]["plan"]
    assert plan["revision"] == 1
    assert {line["owner"] for line in plan["lines"]} <= {"Enhetsleder"}
    assert [record["date"] for record in plan["records"]] == ["2027-01-04", None]


def report(here: World, job: str, form: str) -> bytes:
    answer = here.client("hr").get(f"/api/comparisons/{job}/file", params={"form": form})
    assert answer.status_code == 200, answer.text
    return answer.content


def named(found: Comparison, here: World) -> None:
    """A reason that names somebody is not told: it may be about absence."""
    assert found.alternatives[0].gains is not None
    assert found.alternatives[0].gains.records[0].date == dt.date(2027, 1, 4)
    for text, kept in ((f"Ferie: {here.problem.people[0].name}", False), ("For få på vakt.", True)):
        one = found.alternatives[0].model_copy(update={"infeasible": Told(nb=text)})
        alone = found.model_copy(update={"alternatives": (one,)})
        told = discreet(alone, here.problem, book(here.problem))
        why = told.alternatives[0].infeasible
        assert why is not None
        assert (why.nb == text) is kept
    worked = book(here.problem).model_copy(update={"invented": False})
    pooled = discreet(found, here.problem, worked).alternatives[0]
    assert {day.group for day in pooled.day} == {POOL, "servicevert"}  # two of each work here
    assert minutes(pooled) == pytest.approx(minutes(found.alternatives[0]))
    few = pooled_groups(worked, here.problem)
    assert few
    bare, whole = pooled.model_dump_json(), found.alternatives[0].model_dump_json()
    for group in few:
        assert f'"group":"{group}"' in whole
        assert f'"group":"{group}"' not in bare
        assert f'{group}","mean"' not in bare  # no difference either
    assert pooled.gains is not None
    assert all(line.group not in few for line in pooled.gains.lines)


def minutes(one: Alternative) -> float:
    return sum(sum(day.before) + sum(day.after) for day in one.day)


def test_a_comparison_that_waits_can_be_cancelled(here: World) -> None:
    stock(here, KITCHEN)
    period, hr = here.period()["id"], here.client("hr")
    asked = {"scenarios": [made(here, period, VACATE)], "seconds": 1}
    job = ok(hr.post(f"/api/periods/{period}/comparisons", json=asked), 201)["id"]
    ok(hr.post(f"/api/comparisons/{job}/wanted", json={"wanted": "cancel"}))
    here.run_jobs()
    assert ok(hr.get(f"/api/comparisons/{job}"))["state"] == "cancelled"
    with here.database.reading() as session:
        assert session.get_one(Job, job).result is None
