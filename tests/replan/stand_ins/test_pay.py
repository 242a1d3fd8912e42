"""How a stand-in's hours are paid, and that the cost is the bill's."""

from typing import Any

import pytest

from rostering.bill import bill
from rostering.domain.shifts import Pay
from rostering.replan.stand_ins import StandIn
from tests.replan.wards import MONDAY, held_against, offer, opened, person, roster, ward

KARI = person("kari", 100)
WEEK = {"kari": "....D"}


def ola_paid(ola: dict[str, Any], line: str = "", **more: object) -> StandIn:
    """Return the offer to Ola of Kari's day shift on Friday."""
    problem = ward([KARI, ola], **more)
    lines = {**WEEK, "ola": line}
    found = offer(held_against(problem, lines, opened(day=4)), "ola")
    plan = roster(problem, {"ola": line})
    more_of_it = plan.model_copy(update={"assignments": (*plan.assignments, found.assignment)})
    assert found.ore == bill(problem, more_of_it).total - bill(problem, plan).total
    assert found.ore == sum(part.ore for part in found.parts)
    return found


@pytest.mark.parametrize("kind", ["on_call", "temp", "agency"])
def test_people_without_a_post_are_paid_ordinary_hours(kind: str) -> None:
    found = ola_paid(person("ola", kind=kind, pay=400_000))
    assert (found.pay, found.assignment.pay) == (Pay.ORDINARY, None)
    kinds = {part.key.partition(".")[0] for part in found.parts}
    assert ("agency" if kind == "agency" else "temp") in kinds


def test_full_timers_are_paid_overtime_whatever_the_week_holds() -> None:
    found = ola_paid(person("ola", 100, pay=400_000))
    assert found.pay is Pay.OVERTIME
    assert found.assignment.pay is Pay.OVERTIME
    # 400,000 / 1850 h = 216.22 an hour; 7.5 h x 1.5 = 2,432.48
    (overtime,) = (part for part in found.parts if part.key == "overtime.overtime")
    assert (overtime.minutes, overtime.ore) == (450, 243_248)


def test_part_timers_have_extra_time_below_full_time() -> None:
    found = ola_paid(person("ola", 50, pay=400_000), "DDDD"[:2])
    assert found.pay is Pay.EXTRA
    # 400,000 / (35.5 x 52) h = 216.68 an hour; 7.5 h = 1,625.10
    (extra,) = (part for part in found.parts if part.key == "extra.hours")
    assert (extra.minutes, extra.ore) == (450, 162_510)


def test_a_shift_across_the_threshold_is_split_by_the_bill() -> None:
    # four days are 30 h of 35.5: 5.5 h are extra time, two are overtime
    found = ola_paid(person("ola", 50), "DDDD")
    minutes = {part.key: part.minutes for part in found.parts if part.minutes}
    assert found.pay is Pay.EXTRA
    assert minutes == {"extra.hours": 330, "overtime.overtime": 120}


def test_beyond_the_full_time_week_a_part_timer_has_overtime() -> None:
    ola = person("ola", 50)
    ola["positions"][0]["full_time_hours"] = 30  # the four days fill it
    assert ola_paid(ola, "DDDD").pay is Pay.OVERTIME


def test_where_extra_time_would_break_a_rule_on_ordinary_hours_overtime_is_left() -> None:
    rules = {"hours_per_week": {"values": {"maximum": 1900, "turnus": 1900}}}
    # 30 h are 1800 minutes; 450 more would be 2250 ordinary minutes
    assert ola_paid(person("ola", 50), "DDDD", rules=rules).pay is Pay.OVERTIME
    assert ola_paid(person("ola", 50), "DDDD").pay is Pay.EXTRA


def test_a_shift_type_paid_as_overtime_needs_no_word_in_the_assignment() -> None:
    shifts = [
        {"code": "D", "kind": "day", "start": "07:30", "end": "15:00", "pay": "overtime"},
    ]
    found = held_against(ward([KARI, person("ola", 100)], shifts=shifts), {"kari": "D"}, opened())
    assert (offer(found, "ola").pay, offer(found, "ola").assignment.pay) == (Pay.OVERTIME, None)


def test_what_is_left_of_the_limits_on_overtime_is_told() -> None:
    # AML § 10-6 (4): 10 h in seven days, 25 in four weeks, 200 in 52 weeks; 40 h used before
    accounts = [{"person": "ola", "account": "overtime", "minutes": 2400}]
    found = ola_paid(person("ola", 100), accounts=accounts)
    left = {limit.value: (limit.used, limit.left) for limit in found.limits}
    assert left["week"] == (450, 150)
    assert left["four_weeks"] == (450, 1050)
    assert left["year"] == (2850, 9150)
    assert found.limits[0].first == MONDAY


def test_an_overtime_limit_that_is_used_up_refuses() -> None:
    accounts = [{"person": "ola", "account": "overtime", "minutes": 11_900}]
    problem = ward([KARI, person("ola", 100)], accounts=accounts)
    found = held_against(problem, WEEK, opened(day=4))
    assert [(one.person, one.rules) for one in found.refused[1:]] == [("ola", ("overtime",))]


def test_extra_time_tells_what_is_left_of_ordinary_hours() -> None:
    found = ola_paid(person("ola", 50), "DD")
    (limit,) = (limit for limit in found.limits if limit.rule == "hours_per_week")
    # AML § 10-4 (4): 38 h of turnus; three days are 22.5
    assert (limit.value, limit.used, limit.left) == ("turnus", 1350, 930)
