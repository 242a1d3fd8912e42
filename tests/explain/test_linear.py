"""The linear programme: what it proves impossible is, and it sees over people and weeks."""

import pytest

from fixtures import ward
from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.explain.atoms import AtomKind
from rostering.explain.clash import find_clash
from rostering.explain.coach import arithmetic
from rostering.explain.oracle import Oracle
from rostering.explain.starts import linear, summed
from rostering.model.linear import shortage
from rostering.solve import Budget, Status
from tests.explain.clashes import VARIANTS
from tests.replan import wards

TIME = 60.0  # the clock decides nothing here


def shared_hands() -> Problem:
    """Return two weeks in which four nurses are enough for each row and each day, but no week.

    Days and evenings ask for two nurses each: 28 duties a week, of four people who rest one day
    in seven. Each row alone asks for 14 a week.
    """
    nurse = {"competences": [{"code": "nurse"}]}
    people = [wards.person(name, 100, **nurse) for name in ("kari", "nina", "liv", "una")]
    need = {"competence": {"all_of": ["nurse"]}, "minimum": 2, "target": 2}
    rows = [{"id": code, "units": ["post"], "shifts": [code], **need} for code in "DA"]
    rules = {"coverage": {"mode": "hard", "values": {"required": True}}}
    return wards.ward(people, demand=rows, rules=rules)


def test_it_sees_what_arithmetic_row_by_row_does_not() -> None:
    problem = shared_hands()
    assert arithmetic(problem) == ()
    found = shortage(Court.of(problem).rulings, TIME)
    assert found is not None
    assert found.missing >= 56 - 4 * 12
    assert {one.row for one in found.staffing} == {"D", "A"}


def test_what_it_names_is_confirmed_by_a_fresh_solve_and_starts_the_clash() -> None:
    oracle = Oracle(shared_hands(), Budget(seconds=TIME, workers=1))
    linear(oracle, oracle.everything)
    assert oracle.knows_impossible
    assert oracle.solves == 1
    found = find_clash(oracle, oracle.everything, lambda _: None)
    assert found is not None
    assert (found.proved, found.irreducible) == (True, True)
    assert {e.group for e in found.elements} >= {(AtomKind.MINIMUM, "D"), (AtomKind.MINIMUM, "A")}


def test_all_that_it_names_is_impossible_together() -> None:
    for name in ("one night nurse less", "everybody away"):
        oracle = Oracle(VARIANTS[name](), Budget(seconds=TIME, workers=1))
        found = shortage(oracle.court.rulings, TIME)
        assert found is not None
        assert oracle.ask(summed(oracle, found)) is Status.INFEASIBLE


@pytest.mark.parametrize("name", ["tiny", "small", "hard"])
def test_a_ward_that_has_a_roster_is_short_of_nobody(name: str) -> None:
    assert shortage(Court.of(ward(name)).rulings, TIME) is None


def test_without_time_nothing_is_told() -> None:
    assert shortage(Court.of(shared_hands()).rulings, 0.0) is None
