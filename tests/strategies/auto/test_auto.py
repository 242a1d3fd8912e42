"""Strategies side by side: what one finds all have, and the end of one is not the end of all."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fixtures import ward
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift, SolverDied
from rostering.solve import solve
from rostering.strategies.auto.crew import Crew, Seat, Turn
from rostering.strategies.auto.opening import Opening
from rostering.strategies.auto.strategy import Auto
from rostering.strategies.base import Budget, Progress, Status, Strategy
from rostering.strategies.process import Result, run
from tests.solve.corner import corner, day
from tests.strategies.auto.members import (
    Ending,
    Failing,
    Heir,
    Listener,
    Stubborn,
    Teller,
    points_of,
)

DEMAND = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 1, "target": 2}]
SHORT = corner(demand=DEMAND)
WORSE = tuple(Assignment(person="bo", date=day(n), shift="D", unit="u") for n in range(4))
BETTER = (Assignment(person="ann", date=day(0), shift="D", unit="u"), *WORSE)
LEAST = points_of(SHORT, BETTER)
LONG = Budget(seconds=120.0)


def beside(*strategies: str | Strategy) -> Crew:
    """Return a crew of strategies on a core each."""
    return tuple(Seat(1, (Turn(one),)) for one in strategies)


def raced(
    seats: Crew,
    budget: Budget = LONG,
    told: list[Progress] | None = None,
    warm: tuple[Assignment, ...] | None = None,
) -> Result:
    """Return what a crew makes of a corner where somebody is missing every day."""
    told = [] if told is None else told
    return run(Auto(seats), SHORT, budget, warm, told.append, lambda: False)


def test_the_two_rosters_of_these_tests_differ_in_points() -> None:
    assert points_of(SHORT, WORSE) > LEAST


def test_a_roster_and_a_bound_of_different_members_are_a_proof() -> None:
    told: list[Progress] = []
    result = raced(beside(Stubborn(BETTER), Stubborn(None, LEAST)), told=told)
    assert result.answer.status is Status.OPTIMAL
    assert result.answer.assignments == BETTER
    assert (result.answer.objective, result.answer.bound) == (LEAST, LEAST)
    assert result.seconds < 60
    assert not result.cut
    assert "stubborn: tell" in [news.phase for news in told]


def test_the_better_of_two_rosters_is_kept_in_any_order() -> None:
    for first, second in ((BETTER, WORSE), (WORSE, BETTER)):
        turns = (Turn(Heir()), Turn(Teller(second, LEAST)))
        seats = (Seat(1, (Turn(Teller(first), 0.01), *turns[1:])),)
        assert raced(seats).answer.assignments == BETTER


def test_members_are_offered_what_others_find() -> None:
    told: list[Progress] = []
    result = raced(beside(Stubborn(WORSE, 1), Listener()), told=told)
    assert f"listener: heard {points_of(SHORT, WORSE)} 1" in [news.phase for news in told]
    assert result.answer.assignments == WORSE


def test_a_later_turn_starts_from_the_best_roster_of_all() -> None:
    late = Seat(1, (Turn(Teller(), 0.03), Turn(Heir())))
    result = raced((Seat(1, (Turn(Stubborn(BETTER)),)), late))
    assert (result.answer.status, result.answer.assignments) == (Status.OPTIMAL, BETTER)


def test_a_first_turn_starts_from_the_warm_roster() -> None:
    assert raced(beside(Heir()), warm=WORSE).answer.assignments == WORSE


@pytest.mark.parametrize("dies", [False, True])
def test_a_member_that_fails_leaves_the_others_and_its_seat(dies: bool) -> None:
    told: list[Progress] = []
    after = Seat(1, (Turn(Failing(dies)), Turn(Teller(None, LEAST))))
    result = raced((after, *beside(Stubborn(BETTER))), told=told)
    assert result.answer.status is Status.OPTIMAL
    assert "failing: failed" in [news.phase for news in told]


def test_when_all_fail_the_first_that_raised_is_heard() -> None:
    with pytest.raises(EngineDrift, match="failing fails"):
        raced(beside(Failing(dies=True), Failing()))
    with pytest.raises(SolverDied, match="failing: the process ended"):
        raced(beside(Failing(dies=True)))


def test_a_proof_that_nothing_is_lawful_ends_all() -> None:
    result = raced(beside(Stubborn(), Ending(Status.INFEASIBLE)))
    assert result.answer.status is Status.INFEASIBLE
    assert result.answer.assignments is None


def test_a_proof_against_a_roster_at_hand_is_drift() -> None:
    late = Seat(1, (Turn(Teller(), 0.03), Turn(Ending(Status.INFEASIBLE))))
    with pytest.raises(EngineDrift, match="ending calls impossible"):
        raced((Seat(1, (Turn(Teller(WORSE)),)), late))


def test_members_that_end_without_anything_say_nothing() -> None:
    result = raced(beside(Ending(Status.UNKNOWN), Ending(Status.UNKNOWN)))
    assert result.answer.status is Status.UNKNOWN
    assert result.answer.assignments is None
    assert result.peak_mb is not None
    assert result.peak_mb > 2000


def test_a_stop_ends_all_and_keeps_the_best() -> None:
    told: list[Progress] = []
    result = run(
        Auto(beside(Teller(WORSE), Teller(BETTER), Stubborn())),
        SHORT,
        Budget(seconds=300),
        None,
        told.append,
        lambda: any(news.objective == LEAST for news in told),
    )
    assert result.stopped
    assert result.answer.assignments == BETTER
    assert result.answer.status is Status.FEASIBLE
    assert workers() == []


def test_a_stop_before_anybody_has_begun_is_no_error() -> None:
    result = run(Auto(beside(Stubborn())), SHORT, LONG, None, lambda _: None, lambda: True)
    assert result.stopped
    assert result.answer.status is Status.UNKNOWN


def test_a_member_that_never_ends_is_ended_after_its_turn() -> None:
    seats = (Seat(1, (Turn(Stubborn(WORSE), 0.02), Turn(Heir()))),)
    assert raced(seats).answer.status is Status.OPTIMAL


def test_all_processes_end_when_the_first_parent_is_gone() -> None:
    code = (
        "from tests.strategies.auto.test_auto import *\n"
        "seats = beside(Stubborn(WORSE), Stubborn())\n"
        "run(Auto(seats), SHORT, LONG, None, lambda n: print(n.phase, flush=True), lambda: False)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline().strip() == "stubborn: tell"
    assert parent.stdout.readline().strip() == "stubborn: tell"
    (child,) = workers(parent.pid)
    members = workers(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert len(members) == 2
    assert gone(child, *members)


def test_members_end_when_the_process_of_auto_is_killed() -> None:
    members: list[int] = []

    def kill_when_found(news: Progress) -> None:
        if news.roster is not None:
            (child,) = workers()
            members.extend(workers(child))
            os.kill(child, 9)

    seats = beside(Stubborn(WORSE), Stubborn())
    result = run(Auto(seats), SHORT, LONG, None, kill_when_found, lambda: False)
    assert result.answer.assignments == WORSE
    assert len(members) == 2
    assert gone(*members)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_small_ward_is_solved_by_the_chosen_crew(workers: int) -> None:
    budget = Budget(seconds=8.0, workers=workers)
    outcome = solve(ward("small"), budget, strategy="auto")
    assert outcome.card is not None
    assert outcome.card.lawful
    assert outcome.roster is not None
    assert outcome.roster.evidence.strategy == "auto"


def test_a_tiny_ward_is_proved_optimal() -> None:
    outcome = solve(ward("tiny"), Budget(seconds=60.0), strategy="auto")
    assert (outcome.status, outcome.objective) == (Status.OPTIMAL, 491)


def test_an_impossible_ward_is_told_so() -> None:
    demand = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 3}]
    outcome = solve(corner(demand=demand), Budget(seconds=60.0), strategy="auto")
    assert outcome.status is Status.INFEASIBLE


def test_two_runs_with_steps_and_one_worker_are_equal() -> None:
    first_turn = Turn(Opening(), 0.8, opening=True)
    chosen = Auto((Seat(1, (first_turn, Turn("columns", 0.5), Turn("lns"))),))
    told: list[Progress] = []
    first, second = (
        run(
            chosen,
            ward("tiny"),
            Budget(seconds=None, steps=steps, workers=1, seed=5),
            None,
            told.append,
            lambda: False,
        ).answer
        for steps in (0.4, 0.4)
    )
    assert first.assignments is not None
    assert (first.assignments, first.bound) == (second.assignments, second.bound)
    phases = {news.phase.partition(":")[0] for news in told}
    assert phases == {"cpsat", "lns", "columns"}


def workers(parent: int | None = None) -> list[int]:
    """Return the ids of the solving processes that a process has started, this one by default."""
    parent, found = parent or os.getpid(), []
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if folder.name.isdigit() and "strategies.worker" in (folder / "cmdline").read_text():
                above = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
                found += [int(folder.name)] if int(above) == parent else []
    return found


def gone(*processes: int) -> bool:
    """Return whether processes end within a minute."""
    deadline = time.monotonic() + 60
    while any(_lives(process) for process in processes) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not any(_lives(process) for process in processes)


def _lives(process: int) -> bool:
    """Return whether a process runs; one that nobody has waited for has ended all the same."""
    with contextlib.suppress(OSError):
        stat = Path(f"/proc/{process}/stat").read_text()
        return stat.rsplit(")", 1)[1].split()[0] != "Z"
    return False
