"""Questions as jobs: asked by whoever may, kept while they run, answered once, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from api.jobs.rows import Fenced, answer, claim, tell
from api.jobs.run import run
from api.jobs.tables import JobKind
from api.questions.registry import QUESTIONS
from api.units.documents import packed
from rostering.choice import Choice, ChoiceOption
from rostering.domain.card import ScoreCard
from rostering.domain.clock import OSLO
from rostering.domain.fields import Model
from rostering.domain.roster import Roster
from rostering.strategies.base import Progress
from tests.api.published import hold, planned
from tests.api.world import World, ok, refused


def drafting(here: World) -> str:
    period = str(here.period()["id"])
    here.stage(period, "drafting")
    return period


def asked(here: World, seconds: float = 30) -> str:
    path = f"/api/periods/{drafting(here)}/choice"
    return str(ok(here.client("manager").post(path, json={"seconds": seconds}), 201)["id"])


def options(here: World, *favours: str) -> Choice:
    """Return a choice of so many empty rosters, as a worker would tell it on the way."""
    problem = here.problem
    start, days = problem.horizon.start, problem.horizon.days
    roster = Roster(problem_name=problem.name, problem_hash="", start=start, days=days)
    card = ScoreCard(problem_name=problem.name, problem_hash="", total=7, terms=())
    found = [ChoiceOption(favours=name, card=card, roster=roster, apart=0) for name in favours]
    return Choice(problem_name=problem.name, problem_hash="", options=tuple(found), dearest=1.5)


def test_every_kind_but_search_and_forecast_is_a_question() -> None:
    assert set(QUESTIONS) == set(JobKind) - {JobKind.SEARCH, JobKind.FORECAST}


def test_a_stress_test_is_answered_and_told_in_names(here: World) -> None:
    manager, period = here.client("manager"), drafting(here)
    draft = here.draft(period, seconds=60)
    body = {"sick": [1, 2], "samples": 2, "seed": 4}
    job = ok(manager.post(f"/api/drafts/{draft}/stress", json=body), 201)
    assert (job["kind"], job["about"]) == ("stress", f"draft:{draft}")
    refused(manager.get(f"/api/jobs/{job['id']}/result"), 409, "question.unanswered")
    here.run_jobs()
    assert ok(manager.get(f"/api/jobs/{job['id']}"))["state"] == "done"
    found = ok(manager.get(f"/api/jobs/{job['id']}/result"))
    assert found["kind"] == "stress"
    told = found["told"]
    assert [row["sick"] for row in told["sick_calls"]] == [1, 2]
    assert told["sick_calls"][0]["day_samples"] == 2 * told["days"]
    assert (told["seed"], told["partial"]) == (4, False)
    names = {person.name for person in here.problem.people}
    assert {one["person"] for one in told["single_points"]} <= names
    listed = ok(manager.get(f"/api/periods/{period}/jobs?kind=stress&about=draft:{draft}"))
    assert [one["id"] for one in listed] == [job["id"]]
    assert all(one["kind"] == "search" for one in ok(manager.get(f"/api/periods/{period}/jobs")))


def test_the_roster_that_holds_is_tested_from_now_on(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager, period = here.client("manager"), planned(here, "Holder")
    hold(here, period, [("t01", 0, "D"), ("t02", 9, "D"), ("t03", 12, "A")])
    address, start = f"/api/periods/{period}/stress", here.problem.horizon.start
    sixth = dt.datetime.combine(start + dt.timedelta(days=5), dt.time(12), OSLO)
    monkeypatch.setattr("api.questions.routes.now", lambda: sixth)
    body = {"sick": [1], "samples": 1, "seconds": 30}
    key = {"Idempotency-Key": "tested once"}
    job, again = (ok(manager.post(address, json=body, headers=key), 201) for _ in range(2))
    assert job["id"] == again["id"]
    assert job["about"].startswith("publication:")
    here.run_jobs()
    told = ok(manager.get(f"/api/jobs/{job['id']}/result"))["told"]
    assert told["first"] > str(start + dt.timedelta(days=4))
    assert told["days"] < 14
    assert told["revision"] is None
    for who in ("employee", "representative", "hr"):
        refused(here.client(who).post(address, json=body), 403, "policy.forbidden")
        refused(here.client(who).get(f"/api/jobs/{job['id']}/result"), 403, "policy.forbidden")
    refused(here.client("other manager").get(f"/api/jobs/{job['id']}/result"), 404, "thing.unknown")
    held = ok(manager.get(f"/api/periods/{period}/jobs?kind=stress&about={job['about']}"))
    assert [one["id"] for one in held] == [job["id"]]


def test_a_stop_keeps_what_there_is_and_a_cancel_keeps_nothing(here: World) -> None:
    manager = here.client("manager")
    job, part = asked(here), packed(options(here, "own", "wishes"))
    with here.database.writing() as session:
        first = claim(session, job, "first")
        assert first is not None
        tell(session, first, Progress(3.0, "wishes", share=0.4), result=part)
    assert len(ok(manager.get(f"/api/jobs/{job}/result"))["told"]["options"]) == 2
    ok(manager.post(f"/api/jobs/{job}/wanted", json={"wanted": "stop"}))
    run(here.database, job, "second", 1)  # takes over and is stopped before it finds as much
    done = ok(manager.get(f"/api/jobs/{job}"))
    assert (done["state"], done["trouble"]) == ("done", "")
    assert len(ok(manager.get(f"/api/jobs/{job}/result"))["told"]["options"]) >= 2
    with here.database.writing() as session, pytest.raises(Fenced):
        answer(session, first, part, "")


def test_an_option_becomes_a_draft_with_what_is_liked_locked(here: World) -> None:
    manager = here.client("manager")
    job, who, first = asked(here), here.person, here.problem.horizon.start
    with here.database.writing() as session:
        held = claim(session, job, "first")
        assert held is not None
        answer(session, held, packed(options(here, "own", "cost")), "")
    path = f"/api/jobs/{job}/options/cost/draft"
    body = {"name": "Den billige", "liked": {"people": [who], "dates": [str(first)]}}
    draft = ok(manager.post(path, json=body), 201)["id"]
    grid = ok(manager.get(f"/api/drafts/{draft}"))
    assert {one["id"]: one["locked"] for one in grid["people"]}[who] == [str(first)]
    assert sum(len(one["locked"]) for one in grid["people"]) == 1
    told = ok(manager.get(f"/api/jobs/{job}/result"))["told"]
    assert [one["draft"] for one in told["options"]] == [None, draft]
    body["liked"] = {"people": ["nobody"], "dates": ["2001-01-01"]}
    assert len(manager.post(path, json=body).json()["faults"]) == 2
    other = f"/api/jobs/{job}/options/health/draft"
    refused(manager.post(other, json={"name": "x"}), 404, "thing.unknown")
    assert len(ok(manager.get(f"/api/periods/{job_period(here, job)}/drafts"))) == 1


def job_period(here: World, job: str) -> str:
    return str(ok(here.client("manager").get(f"/api/jobs/{job}"))["period"])


def test_a_cancelled_question_has_no_answer(here: World) -> None:
    manager, job = here.client("manager"), asked(here)
    with here.database.writing() as session:
        held = claim(session, job, "first")
        assert held is not None
        tell(session, held, Progress(3.0, "wishes"), result=packed(options(here, "own")))
    ok(manager.post(f"/api/jobs/{job}/wanted", json={"wanted": "cancel"}))
    with here.database.writing() as session:
        answer(session, held, packed(options(here, "own", "wishes")), "")
    assert ok(manager.get(f"/api/jobs/{job}"))["state"] == "cancelled"
    refused(manager.get(f"/api/jobs/{job}/result"), 409, "question.unanswered")


def test_an_answer_without_anything_in_it_is_none(here: World) -> None:
    job = asked(here)
    nothing: Model = options(here)
    assert QUESTIONS[JobKind.CHOICE].size(nothing) == 0
    with here.database.writing() as session:
        held = claim(session, job, "first")
        assert held is not None
        answer(session, held, None, "SolverDied")
    told = ok(here.client("manager").get(f"/api/jobs/{job}"))
    assert (told["state"], told["trouble"]) == ("failed", "SolverDied")


def test_what_cannot_be_asked(here: World) -> None:
    manager, period = here.client("manager"), str(here.period()["id"])
    refused(manager.post("/api/drafts/none/stress", json={}), 404, "thing.unknown")
    refused(manager.post(f"/api/periods/{period}/stress", json={}), 409, "roster.none")
    here.stage(period, "wishing")
    refused(manager.post(f"/api/periods/{period}/choice", json={}), 409, "job.stage")
    draft = ok(manager.post(f"/api/periods/{period}/drafts", json={"name": "U"}), 201)["id"]
    stress = f"/api/drafts/{draft}/stress"
    for wrong in ({"sick": []}, {"sick": [7]}, {"samples": 0}, {"seconds": 9999}, {"people": 1}):
        assert manager.post(stress, json=wrong).status_code == 422, wrong
    foreign = here.client("other manager")
    refused(foreign.post(stress, json={}), 404, "thing.unknown")
    refused(foreign.post(f"/api/periods/{period}/choice", json={}), 404, "thing.unknown")
    refused(here.client("employee").post(stress, json={}), 403, "policy.forbidden")
    assert here.queued.jobs == []


def test_a_question_sent_twice_is_asked_once(here: World) -> None:
    manager, period = here.client("manager"), drafting(here)
    headers = {"Idempotency-Key": "the same question"}
    path = f"/api/periods/{period}/choice"
    first, again = (ok(manager.post(path, json={}, headers=headers), 201) for _ in range(2))
    assert first["id"] == again["id"]
    assert len(ok(manager.get(f"/api/periods/{period}/jobs?kind=choice"))) == 1
