"""Every case of the term files, whose arithmetic stands beside it, measured and told."""

import pytest

from rostering.check import Court
from rostering.score import score_plan
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


TELLING = [(term, case) for term, case in CASES if "tells" in case.entry]


@pytest.mark.parametrize(("term", "case"), TELLING, ids=named)
def test_causes_are_told_in_words_the_biggest_first(term: Term, case: World) -> None:
    court = Court.of(case.problem({}))
    card = score_plan(court, court.index.plan(case.assignments()), "en")
    (entry,) = (entry for entry in card.terms if entry.term == term.id)
    assert [cause.text for cause in entry.causes] == case.entry["tells"]
    assert sum(cause.amount for cause in entry.causes) == entry.value == case.entry["expect"]


def test_every_kind_of_cause_is_told_in_some_case() -> None:
    def kinds(chosen: list[tuple[Term, World]]) -> set[str]:
        goals = [(Goal(term, case), case) for term, case in chosen]
        return {cause.text for goal, case in goals for cause in goal.causes(case.assignments())}

    assert kinds(TELLING) == kinds(CASES)


@pytest.mark.parametrize(("term", "case"), CASES, ids=named)
def test_the_solver_is_told_what_the_case_says(term: Term, case: World) -> None:
    assert Goal(term, case).told(case.assignments()) == WEIGHT * case.entry["expect"]
