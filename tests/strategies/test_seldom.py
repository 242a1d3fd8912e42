"""Rules that seldom decide are left out of the model until a roster breaks one of them."""

from rostering.domain.problem import Problem
from rostering.solve import solve
from rostering.strategies.base import Budget, Status
from tests.kinds.small_base import MONDAY, ward

STEPS = Budget(seconds=None, steps=5, workers=1)


def two_weeks(**rules: object) -> Problem:
    """One day shift a day that Ada alone would take every day: the others cost shortage."""
    return ward(
        people=[{"id": p, "name": p.title(), "home_unit": "u"} for p in ("ada", "bo")],
        horizon={"start": MONDAY, "days": 14},
        demand=[{"id": "day", "units": ["u"], "shifts": ["D"], "minimum": 0, "target": 1}],
        rules=rules,
        rulebooks=["no_local"],
    )


def hours(problem: Problem) -> list[float]:
    outcome = solve(problem, STEPS)
    assert outcome.status is Status.OPTIMAL
    assert outcome.roster is not None
    worked = [a.person for a in outcome.roster.assignments]
    return sorted(7.5 * worked.count(person) for person in ("ada", "bo"))


def test_a_mean_that_binds_is_kept_although_the_first_model_lacks_it() -> None:
    loose, tight = two_weeks(), two_weeks(hours_mean={"values": {"maximum": 900, "weeks": 2}})
    assert sum(hours(loose)) == 105.0
    assert hours(tight) == [30.0, 30.0]


def test_a_mean_that_nobody_can_keep_is_impossible() -> None:
    staffed = two_weeks(hours_mean={"values": {"maximum": 900, "weeks": 2}})
    demand = tuple(row.model_copy(update={"minimum": 1}) for row in staffed.demand)
    outcome = solve(staffed.model_copy(update={"demand": demand}), STEPS)
    assert outcome.status is Status.INFEASIBLE
