"""Rosters to choose between differ, are lawful, and are measured by the ward's own weights."""

from functools import cache

import pytest

from fixtures import ward
from rostering.check import check
from rostering.choice import PROFILES, Choice, choose, locking
from rostering.choice.choose import APART, DEAREST, SMALL, _Search
from rostering.domain.locks import moved
from rostering.errors import BadInput
from rostering.score import score
from rostering.solve import Budget, solve
from rostering.strategies.base import Progress
from rostering.terms.registry import weights

PROBLEM = ward("tiny")


@cache
def found() -> Choice:
    return choose(PROBLEM, Budget(seconds=30, workers=2))


def test_the_first_is_by_the_wards_own_weights_and_all_are_lawful() -> None:
    assert found().options[0].favours == "own"
    told = [one.favours for one in found().options] + list(found().left_out)
    assert sorted(told) == sorted(profile.name for profile in PROFILES)
    for one in found().options:
        assert not [breach for breach in check(PROBLEM, one.roster) if breach.hard]


def test_another_roster_is_offered_just_when_it_differs_and_is_not_too_dear() -> None:
    problem = ward("tiny")
    one, two = (
        solve(problem, Budget(seconds=None, steps=steps, workers=1), strategy="cpsat").roster
        for steps in (2.0, 0.5)
    )
    assert one is not None
    assert two is not None
    search = _Search(problem, Budget(), lambda _: None, lambda: False, "en")
    first = search.option(PROFILES[0], one, [])
    assert first is not None
    assert search.option(PROFILES[1], one, [first]) is None, "it is the same one"
    other = search.option(PROFILES[1], two, [first])
    total = score(problem, two).total
    dear = total > max(DEAREST * first.card.total, first.card.total + SMALL)
    assert (other is None) == dear
    if other is not None:
        assert sum(d.points for d in other.differences) == total - first.card.total
        assert other.roster.evidence.bound is None, "a bound of other weights is no bound"


def test_all_are_measured_by_the_wards_own_weights() -> None:
    for one in found().options:
        assert one.card.total == score(PROBLEM, one.roster).total
        assert {e.term: e.weight for e in one.card.terms if e.term != "priced_rules"} == weights(
            PROBLEM
        )


def test_they_truly_differ_and_none_is_too_dear() -> None:
    first, *others = found().options
    days = len(PROBLEM.people) * PROBLEM.horizon.days
    for one in others:
        assert one.apart >= APART * days
        assert one.card.total <= max(DEAREST * first.card.total, first.card.total + SMALL)
        change = sum(difference.points for difference in one.differences)
        assert change == one.card.total - first.card.total


def test_a_profile_raises_the_goals_that_it_favours_and_no_others() -> None:
    own = weights(PROBLEM)
    for profile in PROFILES:
        weighed = profile.weighed(own)
        assert {term for term in own if weighed[term] != own[term]} <= set(profile.terms)


def test_what_is_liked_is_locked_and_the_rest_goes_on() -> None:
    roster = found().options[0].roster
    liked = [person.id for person in PROBLEM.people[:2]]
    held = locking(PROBLEM, roster, people=liked)
    done = solve(held, Budget(seconds=None, steps=2, workers=1), strategy="lns", warm=roster)
    assert done.roster is not None
    kept = {(d.person, d.date, d.shift) for d in roster.assignments if d.person in liked}
    after = {(d.person, d.date, d.shift) for d in done.roster.assignments if d.person in liked}
    assert after == kept


def test_locking_dates_keeps_everybody_on_them() -> None:
    from rostering.domain.index import ProblemIndex

    roster = found().options[0].roster
    first = PROBLEM.horizon.start
    index = ProblemIndex(locking(PROBLEM, roster, dates=[first]))
    assert len(index.problem.locks) == len(PROBLEM.people)
    assert not list(moved(index.plan(roster.assignments)))
    without = [duty for duty in roster.assignments if duty.date != first]
    assert list(moved(index.plan(without)))


def test_bad_input_is_refused() -> None:
    with pytest.raises(BadInput, match="one of: cost, health, own, staffing, wishes"):
        choose(PROBLEM, profiles=["speed"])
    with pytest.raises(BadInput, match="a person of the ward"):
        locking(PROBLEM, found().options[0].roster, people=["nobody"])
    with pytest.raises(BadInput, match="another ward"):
        locking(ward("small"), found().options[0].roster)


def test_a_stop_keeps_the_rosters_so_far() -> None:
    seen: list[str] = []

    def heard(news: Progress) -> None:
        seen.append(news.phase)

    told = choose(
        ward("tiny"),
        Budget(seconds=60, workers=2),
        report=heard,
        stop=lambda: any(phase.startswith("wishes") for phase in seen),
    )
    assert told.partial
    assert [one.favours for one in told.options][:1] == ["own"]
