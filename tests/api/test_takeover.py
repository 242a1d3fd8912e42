"""A search that another worker goes on with: the best so far and the time that is left."""

from __future__ import annotations

import pytest

from api.jobs.rows import Fenced, claim, finish, tell, wanted
from rostering.domain.roster import Roster
from rostering.strategies.base import Progress
from tests.api.world import World, ok

SECONDS = 60.0


def job_of(here: World) -> str:
    manager, period = here.client("manager"), here.period()["id"]
    path = f"/api/periods/{period}/jobs"
    return str(ok(manager.post(path, json={"seconds": SECONDS}), 201)["id"])


def empty(here: World) -> Roster:
    problem = here.problem
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
    )


@pytest.mark.parametrize(("roster", "left"), [(True, 20.0), (False, SECONDS)])
def test_time_without_a_roster_is_given_back(here: World, roster: bool, left: float) -> None:
    job, best = job_of(here), empty(here)
    with here.database.writing() as session:
        first = claim(session, job, "first")
        assert first is not None
        assert first.left == SECONDS
        tell(session, first, Progress(40.0, "search"), best if roster else None)
        second = claim(session, job, "second")
        assert second is not None
        assert (second.left, second.spent) == (left, 40.0)
        assert second.warm == (best if roster else None)
        with pytest.raises(Fenced):
            wanted(session, first)


def test_what_a_dead_worker_had_found_is_kept_when_the_next_finds_nothing(here: World) -> None:
    job = job_of(here)
    with here.database.writing() as session:
        first = claim(session, job, "first")
        assert first is not None
        tell(session, first, Progress(40.0, "search"), empty(here))
        second = claim(session, job, "second")
        assert second is not None
        finish(session, second, None, "unknown")
    told = ok(here.client("manager").get(f"/api/jobs/{job}"))
    assert (told["state"], told["trouble"]) == ("done", "")
    assert told["draft"]
