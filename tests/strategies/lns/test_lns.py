"""The strategy as a whole: exact statuses, lawful rosters, the same bytes again."""

import pytest

from fixtures import ward
from rostering.domain.roster import Assignment, Roster
from rostering.solve import solve
from rostering.strategies.base import Budget, Progress, Status
from tests.solve.corner import corner, day
from tests.strategies.lns.bench import turning

STEPS = Budget(seconds=None, steps=20, workers=1)


def test_a_tiny_ward_is_solved_to_the_proved_optimum_of_the_whole_model() -> None:
    told: list[Progress] = []
    outcome = solve(ward("tiny"), STEPS, strategy="lns", report=told.append)
    assert outcome.status is Status.OPTIMAL
    assert outcome.objective == outcome.bound == solve(ward("tiny"), STEPS).objective
    points = [news.objective or 0 for news in told if news.roster is not None]
    assert points == sorted(points, reverse=True), "each roster told is better"


def test_without_a_proof_the_bound_is_what_no_roster_can_avoid() -> None:
    outcome = solve(ward("small"), Budget(seconds=None, steps=0.9, workers=1), strategy="lns")
    assert outcome.status is Status.FEASIBLE
    assert outcome.bound == 0
    assert outcome.card is not None
    assert outcome.card.lawful


def test_what_no_roster_can_keep_is_impossible() -> None:
    crowded = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 3, "target": 3}]
    outcome = solve(corner(demand=crowded), STEPS, strategy="lns")
    assert (outcome.status, outcome.roster) == (Status.INFEASIBLE, None)


@pytest.mark.parametrize("shift", ["D", "A"])
def test_a_warm_roster_is_mended_when_it_is_not_lawful(shift: str) -> None:
    """Ann's evening before an early day breaks her rest; two shifts a day break another rule."""
    duties = tuple(
        Assignment(person="ann", date=day(n), shift=code, unit="u")
        for n, code in ((0, "A"), (1, "D"), (1, shift), (2, "D"), (3, "D"))
    )
    warm = Roster(
        problem_name="Corner", problem_hash="", start=day(0), days=4,
        assignments=tuple(dict.fromkeys(duties)),
    )  # fmt: skip
    outcome = solve(corner(), STEPS, strategy="lns", warm=warm)
    assert outcome.status is Status.OPTIMAL
    assert outcome.card is not None
    assert outcome.card.lawful


def test_a_lawful_warm_roster_is_told_first_and_never_made_worse() -> None:
    few = Budget(seconds=None, steps=3, workers=1)
    cold = solve(turning(), few, strategy="lns")
    assert cold.roster is not None
    told: list[Progress] = []
    again = solve(turning(), few, strategy="lns", warm=cold.roster, report=told.append)
    first = next(news for news in told if news.roster is not None)
    assert first.objective == cold.objective
    assert again.objective is not None
    assert cold.objective is not None
    assert again.objective <= cold.objective


def test_locked_cells_stay() -> None:
    problem = corner(locks=[{"person": "bo", "date": day(1), "shift": "A"}])
    outcome = solve(problem, STEPS, strategy="lns")
    assert outcome.roster is not None
    held = {(a.person, str(a.date), a.shift) for a in outcome.roster.assignments}
    assert ("bo", day(1), "A") in held


def test_two_runs_with_steps_and_one_worker_give_the_same_bytes() -> None:
    budget = Budget(seconds=None, steps=0.9, workers=1, seed=5)
    first, second = (solve(ward("small"), budget, strategy="lns").roster for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.model_dump_json() == second.model_dump_json()


def test_neighbourhoods_side_by_side_keep_the_roster_lawful_and_its_points_exact() -> None:
    """`solve` refuses a roster that is not, and so does the search each time it tells one."""
    outcome = solve(ward("small"), Budget(seconds=None, steps=2, workers=3), strategy="lns")
    assert outcome.card is not None
    assert outcome.card.lawful
    assert outcome.card.total == outcome.objective


def test_a_stop_keeps_the_best_so_far() -> None:
    told: list[Progress] = []
    outcome = solve(
        ward("small"),
        Budget(seconds=300),
        strategy="lns",
        report=told.append,
        stop=lambda: any(news.roster is not None for news in told),
    )
    assert outcome.stopped
    assert outcome.card is not None
    assert outcome.seconds < 60
