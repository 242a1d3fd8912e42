"""The coach: what it says holds, and its ways out are lawful, the manager's, and few."""

from functools import cache

import pytest

from fixtures import ward
from rostering.check import Court, check
from rostering.domain.problem import RuleMode, RuleSetting
from rostering.explain.atoms import AtomKind
from rostering.explain.coach import diagnose
from rostering.explain.levers import local_rules
from rostering.explain.models import Diagnosis, Owner
from rostering.explain.owners import owner_of
from rostering.explain.relax import eased
from rostering.explain.words import CoachWords
from rostering.rulebooks.book import Authority, shipped
from rostering.solve import Budget
from rostering.strategies.base import Progress
from tests.explain.clashes import VARIANTS

BY_LAW = {p.rule for p in shipped("no_aml").provisions}


@cache
def found(name: str) -> Diagnosis:
    return diagnose(VARIANTS[name](), Budget(seconds=20, workers=2))


def test_a_ward_with_a_roster_is_told_to_have_one() -> None:
    told = diagnose(ward("tiny"), Budget(seconds=20, workers=2))
    assert (told.status, told.clashes, told.relaxations) == ("possible", (), ())


@pytest.mark.parametrize("name", ["one night nurse less", "locked"])
def test_each_way_out_has_a_roster_that_keeps_all_the_rest(name: str) -> None:
    told, problem = found(name), VARIANTS[name]()
    assert told.status == "impossible"
    assert told.relaxations
    for way in told.relaxations:
        assert not [breach for breach in check(eased(problem, way), way.roster) if breach.hard]
        assert check(problem, way.roster) if way.lever in ("lower", "rule") else True
    points = [way.points for way in told.relaxations]
    assert len({way.steps for way in told.relaxations}) == len(points)


@pytest.mark.parametrize("name", ["one night nurse less", "locked"])
def test_no_way_out_bends_the_law(name: str) -> None:
    assert Authority.LAW is shipped("no_aml").authority
    for way in found(name).relaxations:
        assert not {step.subject for step in way.steps if step.kind == "rule"} & BY_LAW
        soft = eased(VARIANTS[name](), way).rules
        assert not {rule for rule, one in soft.items() if one.mode is not RuleMode.HARD} & BY_LAW


@pytest.mark.parametrize(
    ("kind", "subject", "owner"),
    [
        (AtomKind.MINIMUM, "natt", Owner.MANAGER),
        (AtomKind.EXEMPTION, "", Owner.EMPLOYEE),
        (AtomKind.ABSENCE, "", Owner.GRANTED),
        (AtomKind.LOCK, "", Owner.MANAGER),
        (AtomKind.RULE, "weekends", Owner.LOCAL),
        (AtomKind.RULE, "all_hours", Owner.LAW),
    ],
)
def test_each_element_has_an_owner(kind: AtomKind, subject: str, owner: Owner) -> None:
    rulings = Court.of(ward("hard")).rulings
    told, sources = owner_of(rulings, kind, subject, ["k05"], 0)
    assert told is owner
    assert bool(sources) == (kind is AtomKind.RULE)


def test_a_stricter_value_of_the_units_own_does_not_make_a_law_the_units_to_bend() -> None:
    own = {"weekly_rest": RuleSetting(values={"minimum": 2160})}
    rulings = Court.of(ward("hard").model_copy(update={"rules": own})).rulings
    assert not set(local_rules(rulings)) & BY_LAW


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_all_of_it_can_be_said(language: str) -> None:
    for name in ("one night nurse less", "locked"):
        words, told = CoachWords(VARIANTS[name](), language), found(name)
        lines = [words.status(told), *(words.shortfall(one) for one in told.shortfalls)]
        for clash in told.clashes:
            lines += [words.element(one) + words.owner(one) for one in clash.elements]
        for way in told.relaxations:
            lines += [words.lever(way.lever), *(words.step(step) for step in way.steps)]
        assert all(line and "{" not in line for line in lines)


def test_a_stop_keeps_what_is_known() -> None:
    phases: list[str] = []

    def heard(news: Progress) -> None:
        phases.append(news.phase)

    budget = Budget(seconds=60, workers=2)
    told = diagnose(
        VARIANTS["one night nurse less"](), budget, report=heard, stop=lambda: "rules" in phases
    )
    assert told.status == "impossible"
    assert told.shortfalls
    assert told.seconds < 30
