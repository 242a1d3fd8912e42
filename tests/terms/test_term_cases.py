"""Every case of the term files, whose arithmetic stands beside it, measured and told."""

import pytest

from rostering.terms.base import Term
from rostering.terms.registry import TERMS
from tests.rules.law import FEWEST_CASES, law
from tests.rules.worlds import World
from tests.terms.goals import WEIGHT, Goal, every, named

CASES = every("cases")


@pytest.mark.parametrize("term", TERMS, ids=named)
def test_every_term_has_a_file_with_enough_cases(term: Term) -> None:
    file = law(f"terms/{term.id}")
    assert file["term"] == term.id
    assert len(file["cases"]) >= FEWEST_CASES
    assert {case["expect"] == 0 for case in file["cases"]} == {True, False}
    assert file["twins"]


@pytest.mark.parametrize(("term", "case"), CASES, ids=named)
def test_a_term_measures_what_the_case_says(term: Term, case: World) -> None:
    assert Goal(term, case).measured(case.assignments()) == case.entry["expect"]


@pytest.mark.parametrize(("term", "case"), CASES, ids=named)
def test_the_solver_is_told_what_the_case_says(term: Term, case: World) -> None:
    assert Goal(term, case).told(case.assignments()) == WEIGHT * case.entry["expect"]
