"""The smallest clash: impossible together, possible without any one of its elements."""

from collections.abc import Iterable
from functools import cache

import pytest

from fixtures import ward
from rostering.domain.problem import Problem, RuleMode, RuleSetting
from rostering.explain.atoms import AtomKind
from rostering.explain.clash import Clash, find_clash
from rostering.explain.coach import arithmetic
from rostering.explain.oracle import Oracle
from rostering.solve import Budget, Progress, Status, solve
from tests.explain.clashes import VARIANTS

each = pytest.mark.parametrize("name", VARIANTS)
SLOW = ("one night nurse less",)  # a busy machine may not find out in time what opens
OFF = RuleSetting(mode=RuleMode.OFF, reason="what would be without it")


@cache
def clash(name: str) -> tuple[Oracle, Clash]:
    oracle = Oracle(VARIANTS[name](), Budget(seconds=10, workers=2))
    found = find_clash(oracle, oracle.everything, lambda _: None)
    assert found is not None
    return oracle, found


def without(problem: Problem, groups: Iterable[tuple[AtomKind, str]]) -> Problem:
    """Return the ward with some groups switched off in its own file, as a manager would."""
    for kind, subject in groups:
        update: dict[str, object] = {}
        if kind is AtomKind.RULE:
            update["rules"] = {**problem.rules, subject: OFF}
        elif kind in (AtomKind.MINIMUM, AtomKind.MAXIMUM):
            free = {"minimum": 0} if kind is AtomKind.MINIMUM else {"maximum": None}
            update["demand"] = tuple(
                row.model_copy(update=free) if row.id == subject else row for row in problem.demand
            )
        elif kind is AtomKind.EXEMPTION:
            update["people"] = tuple(
                one.model_copy(update={"exemptions": ()}) for one in problem.people
            )
        else:
            update[{AtomKind.LOCK: "locks", AtomKind.ABSENCE: "absences"}[kind]] = ()
        problem = problem.model_copy(update=update)
    return problem


def solvable(problem: Problem) -> Status:
    """Return how a search ends that is stopped at the first lawful roster."""
    found: list[object] = []

    def heard(news: Progress) -> None:
        found.extend([] if news.roster is None else [news.roster])

    def stop() -> bool:
        return bool(found)

    budget = Budget(seconds=60, workers=2)
    return solve(problem, budget, strategy="cpsat", report=heard, stop=stop).status


@each
def test_it_is_proved_and_cannot_be_made_smaller(name: str) -> None:
    _, found = clash(name)
    assert (found.proved, found.irreducible) == (True, True)
    assert 1 <= len(found.elements) <= 5


@each
def test_alone_it_is_impossible_and_without_any_element_there_is_a_roster(name: str) -> None:
    oracle, found = clash(name)
    groups = {element.group for element in found.elements}
    others = {atom.group for atom in oracle.everything} - groups
    alone = without(oracle.problem, others)
    fresh = Oracle(alone, Budget(seconds=60, workers=2))
    assert fresh.solve(fresh.everything).status is Status.INFEASIBLE
    for element in found.elements:
        less = Oracle(without(alone, [element.group]), Budget(seconds=60, workers=2))
        assert less.solve(less.everything).status is Status.FEASIBLE, element.group


@each
def test_what_opens_the_ward_alone_does_so_in_the_wards_own_file(name: str) -> None:
    oracle, found = clash(name)
    opening = [element for element in found.elements if element.opens]
    assert opening or name in SLOW, "each of the variants has one clash, which something opens"
    for element in opening[:1]:
        status = solvable(without(oracle.problem, [element.group]))
        assert status in (Status.FEASIBLE, Status.OPTIMAL)


def test_it_names_night_nurses_their_weekends_and_who_is_exempt() -> None:
    _, found = clash("one night nurse less")
    groups = {group: element for element in found.elements for group in [element.group]}
    assert (AtomKind.MINIMUM, "natt-sykepleier-helg") in groups
    assert {a.person for a in groups[AtomKind.RULE, "weekends"].atoms} == {"k05", "k06", "k07"}


def test_arithmetic_tells_it_before_anything_is_solved() -> None:
    short = arithmetic(VARIANTS["one night nurse less"]())
    # two night nurses each weekend day: four Saturdays; three nurses on two weekends of four each
    assert [(one.scope, one.needed, one.available) for one in short] == [("weekends", 8, 6)] * 2
    away = arithmetic(VARIANTS["everybody away"]())
    nights = [one for one in away if one.scope == "day" and one.row == "natt-sykepleier"]
    assert [one.available for one in nights] == [0] * 5


@pytest.mark.parametrize("name", ["tiny", "small", "hard", "nursing_home"])
def test_arithmetic_finds_nothing_in_wards_that_have_rosters(name: str) -> None:
    assert arithmetic(ward(name)) == ()


def test_of_a_ward_that_has_a_roster_there_is_no_clash() -> None:
    oracle = Oracle(ward("tiny"), Budget(seconds=60, workers=2))
    assert find_clash(oracle, oracle.everything, lambda _: None) is None
