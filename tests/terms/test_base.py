"""What goals are made of, and how a ward weighs them."""

import pytest

from rostering.domain.index import ProblemIndex
from rostering.domain.wish_days import wish_days
from rostering.errors import BadInput
from rostering.terms.base import Term, defaults, employee_term, threshold, unit_term
from rostering.terms.cost import avoidable
from rostering.terms.registry import TERMS, weights
from rostering.terms.stability import published
from tests.rules.worlds import World


def measure(_: object) -> list[object]:
    """Find nothing."""
    return []


def post(_verbs: object, _weight: int) -> None:
    """Say nothing."""


def weighed(**given: int) -> dict[str, int]:
    return weights(World("", {"name": "w", "line": "F"}, {}).problem({}, given))


def test_a_goal_of_each_person_and_a_goal_of_the_unit() -> None:
    made = employee_term("x", "days", measure, post)
    assert made == Term("x", "days", "employee", measure, post)
    assert unit_term("x", "days", measure, post) == Term("x", "days", "unit", measure, post)


def test_every_goal_has_a_default_weight_and_no_other_name_has() -> None:
    assert set(defaults()["weights"]) == {term.id for term in TERMS}
    assert weighed() == defaults()["weights"]


def test_a_ward_s_own_weight_replaces_the_default() -> None:
    assert weighed(hours=17) == {**defaults()["weights"], "hours": 17}


@pytest.mark.parametrize("weight", [0, 1, 100_000])
def test_weights_reach_from_nothing_to_a_hundred_thousand(weight: int) -> None:
    assert weighed(hours=weight)["hours"] == weight


@pytest.mark.parametrize("weight", [-1, 100_001])
def test_other_weights_are_refused(weight: int) -> None:
    with pytest.raises(BadInput) as told:
        weighed(hours=weight)
    needed = "needed a whole number from 0 to 100000."
    assert [str(fault) for fault in told.value.faults] == [
        f"weights.hours: found {weight}; {needed}"
    ]


def test_an_unknown_goal_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BadInput) as told:
        weighed(happiness=1, hours=-1)
    unknown, negative = (str(fault) for fault in told.value.faults)
    names = ", ".join(sorted(term.id for term in TERMS))
    assert unknown == (
        f"weights.happiness: found unknown term 'happiness'; needed one of: {names}."
    )
    assert negative.startswith("weights.hours: found -1")


def test_thresholds_are_those_of_the_shipped_table() -> None:
    named = ("quick_return", "nights_in_a_row", "night_recovery", "days_in_a_row", "free_hours")
    assert [threshold(name) for name in named] == [660, 3, 2880, 5, 225]


def test_what_is_looked_up_often_is_looked_up_once() -> None:
    world = World(
        "",
        {"name": "w", "line": "DF", "published": {"Kari": "DF"}, "wishes": ["Kari want D 0..1"]},
        {},
    )
    index = ProblemIndex(world.problem({}))
    assert published(index) is published(index) is index.memo["published"]
    assert len(list(wish_days(index, "Kari"))) == 2
    wishes = index.memo["wishes"]
    assert list(wishes) == ["Kari"]
    assert len(list(wish_days(index, "Kari"))) == 2
    assert index.memo["wishes"] is wishes
    avoidable(index, index.people["Kari"], index.duty(0, "D", "ward"))
    assert list(index.memo["cheapest"]) == [index.duty(0, "D", "ward")]
