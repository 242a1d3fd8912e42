"""F1 and F2 follow the duties; a swap that leaves no room for F1 is none."""

import pytest

from rostering.domain.problem import Problem
from rostering.domain.roster import Overlay, Roster
from rostering.errors import BadInput
from rostering.swap import apply, require_swap, swaps_for
from tests.swap.small_swaps import MONDAY, asked, code, court, day, duty, person, roster, told, ward

WEEK = "DDDDD.. ......."
CODES = (code("ada", 5, "F2"), code("ada", 6, "F1"), code("ada", 9, "F3"))


def world(bo: str, ada: str = WEEK, **more: object) -> tuple[Problem, Roster]:
    problem = ward(person("ada"), person("bo"), **more)
    return problem, roster(problem, {"ada": ada, "bo": bo}, overlays=CODES)


def moved(codes: tuple[Overlay, ...]) -> list[tuple[int, str]]:
    return [((one.date - MONDAY).days, one.code.value) for one in codes]


def test_an_f1_that_the_new_duty_takes_is_laid_anew_in_its_week() -> None:
    # Friday for Sunday: Friday and Saturday are free then. The block from Thursday 15:00 to Sunday
    # 07:30 holds F1 on its last day, Saturday, where F2 stood; F2 goes beside it, to Friday.
    problem, plan = world("......D")
    (swap,) = swaps_for(court(problem), plan, "ada", day(4), today=MONDAY)
    ada, bo = swap.handovers
    assert moved(ada.codes_before) == [(5, "F2"), (6, "F1")]
    assert moved(ada.codes_after) == [(4, "F2"), (5, "F1")]
    assert (bo.codes_before, bo.codes_after) == ((), ())
    after = apply(swap, plan)
    assert moved(after.overlays) == [(4, "F2"), (5, "F1"), (9, "F3")]


def test_codes_that_can_stay_do() -> None:
    problem, plan = world(".......D......")
    (swap,) = swaps_for(court(problem), plan, "ada", day(4), today=MONDAY)
    assert told(swap) == "ada D7 bo D4"
    assert all(one.codes_before == one.codes_after == () for one in swap.handovers)
    assert apply(swap, plan).overlays == plan.overlays


def test_a_night_into_f1_takes_it_too() -> None:
    # Saturday's night ends on Sunday at 07:30: Sunday is no whole day off any more. F1 finds
    # Thursday and Friday free (Wednesday 15:00 to Saturday 22:30) and takes the later one, F2 the
    # day beside it.
    problem, plan = world(".....N.", "DDDD...")
    (swap,) = [
        one
        for one in swaps_for(court(problem), plan, "ada", day(3), today=MONDAY)
        if told(one).startswith("ada N5")
    ]
    assert moved(swap.handovers[0].codes_before) == [(5, "F2"), (6, "F1")]
    assert moved(swap.handovers[0].codes_after) == [(3, "F2"), (4, "F1")]


def test_without_room_for_f1_there_is_no_swap_even_where_the_weekly_rest_has_only_a_price() -> None:
    # Six days are worked and Sunday is F1: Sunday for a Monday of the next week leaves none.
    rest = {"weekly_rest": {"mode": "priced", "price": 1}}
    problem, plan = world("......D", "DDDDDD. D......", rules=rest)
    assert swaps_for(court(problem), plan, "ada", day(7), today=MONDAY) == ()
    with pytest.raises(BadInput, match="no day left for Ada's F1 in the week from 2027-08-02"):
        require_swap(court(problem), plan, asked(duty("ada", 7, "D"), duty("bo", 6, "D")), MONDAY)
    bare = plan.model_copy(update={"overlays": ()})
    assert len(swaps_for(court(problem), bare, "ada", day(7), today=MONDAY)) == 1


def test_an_f2_without_a_free_day_is_lost() -> None:
    # A short Saturday is taken for a Monday of the next week: from 13:00 there are 35 hours left,
    # and Sunday, the one free day, is F1.
    problem, plan = world(".....S.", "DDDDD.. D......")
    (swap,) = swaps_for(court(problem), plan, "ada", day(7), today=MONDAY)
    assert moved(swap.handovers[0].codes_before) == [(5, "F2")]
    assert swap.handovers[0].codes_after == ()


def test_f1_is_never_laid_on_a_day_with_another_code() -> None:
    # Friday and Saturday are free, but Saturday is F3: F1 has to go to Friday.
    problem = ward(person("ada"), person("bo"))
    codes = (code("ada", 5, "F3"), code("ada", 6, "F1"))
    plan = roster(problem, {"ada": WEEK, "bo": "......D"}, overlays=codes)
    (swap,) = swaps_for(court(problem), plan, "ada", day(4), today=MONDAY)
    assert moved(swap.handovers[0].codes_after) == [(4, "F1")]
