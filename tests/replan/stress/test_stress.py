"""The stress test against a ward of two days whose every draw is reckoned by hand."""

from typing import Any

import pytest

from rostering.bill import bill
from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput
from rostering.replan.stress import StressTest, stress_test
from rostering.replan.stress.models import LIMITS
from rostering.texts import LANGUAGES, Catalogue
from tests.replan.wards import date, moment, person, roster, ward
from tests.solved import solved

NURSE = {"all_of": ["nurse"]}


def two_days() -> tuple[Problem, Roster]:
    """Return Anne, a nurse, and Bo on Monday and Tuesday; Cato is on call and no nurse.

    Monday asks for two people, one of them a nurse; Tuesday for one. So:

    | sick        | Monday                              | Tuesday         |
    | Anne        | Cato comes, but no nurse is left    | Bo is enough    |
    | Bo          | Cato comes                          | Anne is enough  |
    | both        | Cato comes, one is missing          | Cato comes      |
    """
    anne = person("anne", 100, competences=[{"code": "nurse"}])
    people = [anne, person("bo", 100), person("cato", kind="on_call", pay=400_000)]
    row = {"units": ["post"], "shifts": ["D"], "target": 2}
    demand = [
        {**row, "id": "monday", "minimum": 2, "only_dates": [date(0)]},
        {
            **row, "id": "nurse", "minimum": 1, "target": 1, "competence": NURSE,
            "only_dates": [date(0)],
        },
        {**row, "id": "tuesday", "minimum": 1, "only_dates": [date(1)]},
    ]  # fmt: skip
    problem = ward(people, demand=demand)
    return problem, roster(problem, {"anne": "DD", "bo": "DD"})


def simulated(problem: Problem, plan: Roster, **more: Any) -> StressTest:  # noqa: ANN401
    return stress_test(Court.of(problem, plan), plan, **{"samples": 200, "seed": 3, **more})


def price(problem: Problem, day: int) -> int:
    """Return what Cato costs on a day, by the bill."""
    none = roster(problem, {})
    return (
        bill(problem, roster(problem, {"cato": "." * day + "D"})).total - bill(problem, none).total
    )


def test_the_draws_agree_with_every_draw_there_is() -> None:
    problem, plan = two_days()
    found = simulated(problem, plan, sick=(1, 2))
    one, two = found.sick_calls
    monday, tuesday = price(problem, 0), price(problem, 1)
    assert monday > 0
    # one sick call: Monday holds when it is Bo, Tuesday always: (1/2 + 1) / 2
    assert one.low <= 0.75 <= one.high
    assert one.covered / one.day_samples == pytest.approx(one.share, abs=1e-6)
    assert one.low < one.high
    # Anne's 450 minutes stay uncovered on half of the Mondays, and Cato is called on all of them
    assert one.uncovered.low <= 450 / 4 <= one.uncovered.high
    assert one.ore.mean == monday / 2
    assert one.stand_ins == 0.5
    # both sick: two draws only, whatever the lot says
    assert (two.share, two.covered, two.day_samples) == (0.5, 200, 400)
    assert two.uncovered.mean == 450 / 2
    assert two.ore.mean == (monday + tuesday) / 2


def test_it_finds_the_duty_that_stands_or_falls_with_one_person() -> None:
    problem, plan = two_days()
    found = simulated(problem, plan, samples=1)
    told = [(one.date, one.shift, one.person, one.rows) for one in found.single_points]
    assert told == [(date(0), "D", "anne", ("nurse",))]
    assert found.single_point_days == found.days == 2


def test_more_sick_calls_than_people_on_duty_make_everybody_sick() -> None:
    problem, plan = two_days()
    found = simulated(problem, plan, sick=(2, 3, 6), samples=10)
    two, three, six = found.sick_calls
    assert (two.capped, three.capped, six.capped) == (0, 20, 20)
    assert three.share == six.share == two.share
    assert three.ore == two.ore


def test_equal_seeds_give_equal_results_and_other_seeds_other_draws() -> None:
    problem, plan = two_days()
    assert simulated(problem, plan) == simulated(problem, plan)
    others = {simulated(problem, plan, seed=seed).sick_calls[0].covered for seed in range(6)}
    assert len(others) > 1


def test_more_sick_calls_ask_for_the_same_draws_first() -> None:
    problem, plan = two_days()
    alone, beside = simulated(problem, plan, sick=(1,)), simulated(problem, plan, sick=(1, 2))
    assert alone.sick_calls[0] == beside.sick_calls[0]


def test_a_test_that_is_stopped_gives_what_is_done() -> None:
    problem, plan = two_days()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        told.append((done, total))
        return done == 5

    found = simulated(problem, plan, samples=10, progress=stop)
    assert told == [(done, 20) for done in range(1, 6)]
    assert found.partial
    assert [row.day_samples for row in found.sick_calls] == [5, 5, 5]
    seen: list[int] = []
    whole = simulated(problem, plan, samples=10, progress=lambda done, _: seen.append(done))
    assert (whole.partial, seen[-1]) == (False, 20)


def test_what_is_past_is_left_out() -> None:
    problem, plan = two_days()
    found = simulated(problem, plan, now=moment("2027-01-04 08:00"), samples=5)
    assert (found.first, found.last, found.days) == (date(1), date(1), 1)
    assert found.sick_calls[0].share == 1.0
    gone = simulated(problem, plan, now=moment("2027-01-30 08:00"), samples=5)
    assert (gone.first, gone.days, gone.sick_calls[0].day_samples) == (None, 0, 0)


def test_a_day_that_is_short_already_is_never_covered_and_told() -> None:
    problem, _ = two_days()
    found = simulated(problem, roster(problem, {"bo": "DD"}), sick=(1,), samples=4)
    assert found.short_before == (date(0),)
    assert found.sick_calls[0].share == 0.5  # on Tuesday Cato comes for Bo


def test_nobody_is_called_in_on_f1_or_against_their_word() -> None:
    problem, plan = two_days()
    silent = [{"person": "cato", "kind": "do_not_call", "first": date(0), "last": date(1)}]
    refusing = Problem.model_validate({**problem.model_dump(), "call_choices": silent})
    found = simulated(refusing, plan, sick=(2,), samples=2)
    assert (found.sick_calls[0].share, found.sick_calls[0].stand_ins) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"sick": ()}, "sick"),
        ({"sick": (0,)}, "sick"),
        ({"sick": (1, 7)}, "sick"),
        ({"samples": 0}, "samples"),
    ],
)
def test_numbers_out_of_reach_are_told(more: dict[str, Any], where: str) -> None:
    problem, plan = two_days()
    with pytest.raises(BadInput) as caught:
        simulated(problem, plan, **more)
    assert [fault.where for fault in caught.value.faults] == [where]


def test_it_says_that_it_is_a_simulation_and_every_limit_has_its_words() -> None:
    problem, plan = two_days()
    found = simulated(problem, plan, samples=1)
    assert found.simulation
    assert found.limits == LIMITS
    for language in LANGUAGES:
        assert all(Catalogue(language).knows(f"stress.limit.{limit}") for limit in LIMITS)


def test_sick_calls_on_a_solved_ward_only_make_it_worse() -> None:
    problem, plan = solved("tiny")
    found = simulated(problem, plan, samples=5, sick=(1, 2, 3))
    shares = [row.share for row in found.sick_calls]
    assert shares == sorted(shares, reverse=True)
    minutes = [row.uncovered.mean for row in found.sick_calls]
    assert minutes == sorted(minutes)
