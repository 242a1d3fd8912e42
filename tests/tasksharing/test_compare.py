"""Comparing by rostering: the same for equal questions, and nothing told that is not there."""

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures import ward as fixture
from rostering.domain.consistency import faults as problem_faults
from rostering.errors import BadInput
from tasksharing.evaluate.candidates import Case, cases
from tasksharing.evaluate.joining import joined
from tasksharing.evaluate.models import Comparison, Measure, Run
from tasksharing.evaluate.naming import in_order, kinds, measure
from tasksharing.evaluate.question import CompareQuestion
from tasksharing.evaluate.run import evaluate
from tasksharing.evaluate.verdicts import difference, differences
from tests.tasksharing.asked import MOVE, hosts, question
from tests.tasksharing.small import scenario


@pytest.fixture(scope="module")
def compared() -> Comparison:
    """Hosts, a ward without nurses, and the zero once more under another id."""
    gone = scenario({"kind": "vacate", "people": ["p0", "p1"]}, id="no_nurses")
    again = scenario({"kind": "vacate", "people": ["p3"]}, id="again")
    asked = question(hosts(), gone, again, seeds=(11, 4, 29), steps=0.1)
    (case,) = cases(asked)
    twice = replace(case.zero, id="again")
    made = Case(case.id, case.zero, (*case.others[:2], twice))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tasksharing.evaluate.run.cases", lambda _: (made,))
        return evaluate(asked)


def test_every_alternative_is_rostered_with_the_same_seeds(compared: Comparison) -> None:
    zero, one = compared.bases[0].zero, compared.alternatives[0]
    assert [run.seed for run in zero.runs] == [run.seed for run in one.runs] == [11, 4, 29]
    assert all(run.roster_hash and run.points is not None for run in (*zero.runs, *one.runs))
    posts = one.difference("fte.total")
    assert posts is not None
    assert (posts.mean, posts.verdict) == (0.1, "different")  # 0.6 host, 0.5 worker less
    assert [d.mean for d in one.differences if d.measure == "people.host"] == [1]
    assert {day.group for day in one.day if any(day.after)} == {"nurse", "host"}
    assert Comparison.model_validate_json(compared.model_dump_json()) == compared


def test_an_impossible_alternative_is_told_and_the_others_go_on(compared: Comparison) -> None:
    hosts, none, _ = compared.alternatives
    assert none.infeasible is not None
    assert "day-nurse on 2027-03-01 asks for 1; only 0 may work it" in none.infeasible.en
    assert (none.measures, none.differences) == ((), ())
    assert none.gains is not None
    assert none.gains.nok_per_year == 0
    assert hosts.infeasible is None


def test_zero_against_zero_repeats_and_shows_no_difference(compared: Comparison) -> None:
    zero, again = compared.bases[0].zero, compared.alternatives[2]
    rosters = [[run.roster_hash for run in one.runs] for one in (zero, again)]
    assert rosters[0] == rosters[1]
    assert len(again.differences) > 30
    assert {one.verdict for one in again.differences} == {"none"}


def test_whoever_stops_gets_what_there_is() -> None:
    done: list[int] = []
    asked = question(hosts(), side_by_side=1, steps=0.1)
    found = evaluate(asked, lambda news: done.append(news.done), lambda: max(done, default=0) > 1)
    assert found.stopped
    assert len(found.bases[0].zero.runs) == 1
    assert found.alternatives[0].stopped
    assert CompareQuestion.model_validate_json(asked.model_dump_json()) == asked


def figures(values: list[float], name: str = "cost.variable") -> Measure:
    return measure(name, values, {})


many = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8)


@given(many, st.randoms(), st.floats(0, 1e6), st.sampled_from(sorted(kinds())))
def test_the_same_values_in_any_order_are_no_difference(
    values: list[float],
    luck: random.Random,
    drift: float,
    name: str,
) -> None:
    other = list(values)
    luck.shuffle(other)
    assert difference(figures(values, name), figures(other, name), drift).verdict == "none"


@pytest.mark.parametrize(
    ("zero", "here", "drift", "verdict"),
    [
        ([10, 11, 12, 11, 10], [5, 6, 5, 6, 5], 0, "better"),
        ([10, 11, 12, 11, 10], [15, 16, 15, 16, 15], 0, "worse"),
        ([10, 11, 12, 11, 10], [5, 6, 5, 6, 5], 7, "none"),  # the zero itself moved as much
        ([10, 11, 12, 11, 10], [9, 9, 9, 9, 9], 0, "none"),  # apart, but within the spread
        ([10, 11, 12, 11, 10], [5, 6, 5, 6, 13], 0, "none"),
        ([10, 10], [5, 5], 0, "none"),  # two seeds tell nothing
    ],
)
def test_a_difference_must_be_larger_than_every_gap(
    zero: list[float], here: list[float], drift: float, verdict: str
) -> None:
    assert difference(figures(zero), figures(here), drift).verdict == verdict


@pytest.mark.parametrize(("bound", "verdict"), [(None, "none"), (90, "none"), (101, "worse")])
def test_points_differ_only_beyond_the_bound(bound: int | None, verdict: str) -> None:
    zero, here = (figures([float(n)] * 5, "points") for n in (100, 150))
    runs = [
        [Run(seed=n, status="feasible", points=points, bound=low) for n in range(5)]
        for points, low in ((100, 60), (150, bound))
    ]
    (found,) = differences([zero], [here], (runs[0], runs[1]), {})
    assert found.verdict == verdict


@pytest.mark.parametrize(("status", "verdict"), [("feasible", "none"), ("optimal", "worse")])
def test_searches_that_all_end_in_one_roster_tell_nothing_unless_it_is_the_best(
    status: str, verdict: str
) -> None:
    zero, here = figures([10.0] * 5), figures([20.0] * 5)
    same = [Run(seed=n, status=status, points=9, roster_hash="one") for n in range(5)]
    (found,) = differences([zero], [here], (same, same), {})
    assert found.verdict == verdict


def test_two_units_are_joined_and_share_nobody() -> None:
    one, two = fixture("nursing_home"), fixture("solbakken_3")
    both = joined(one, two)
    assert list(problem_faults(both)) == []
    assert len(both.people) == len(one.people) + len(two.people)
    assert all(len(person.units) == 1 for person in both.people)
    assert all(agreement.persons for agreement in both.agreements)
    with pytest.raises(BadInput, match="as in the ward"):
        joined(one, one)
    later = two.horizon.model_copy(update={"start": two.horizon.start + dt.timedelta(7)})
    with pytest.raises(BadInput, match="horizon"):
        joined(one, two.model_copy(update={"horizon": later}))


def test_what_is_wrong_is_told_before_anything_is_searched() -> None:
    away = scenario({"kind": "share_staff", "people": ["p1"], "units": ["v"]}, id="share")
    with pytest.raises(BadInput, match="a neighbour"):
        cases(question(away))
    with pytest.raises(BadInput, match="2 times"):
        cases(question(hosts(), hosts()))
    unlawful = scenario({**MOVE, "to": "nurse"}, id="x", demand="keep")
    unknown = scenario({"kind": "vacate", "people": ["p9"]}, id="y")
    with pytest.raises(BadInput) as told:
        cases(question(unlawful, unknown))
    assert "unknown person 'p9'" in str(told.value)


def test_measures_stand_in_one_order() -> None:
    assert in_order(["size.b", "fte.total", "points", "size.a"]) == [
        "points",
        "size.a",
        "size.b",
        "fte.total",
    ]
