"""What a bill holds: who is paid how, moved shifts, weeks, dates that change, and sums."""

from datetime import date

import pytest

from rostering.bill import Bill, BillDifference, bill, difference
from rostering.domain.problem import Problem
from rostering.domain.roster import Worked
from rostering.errors import BadInput
from tests.bill.small_bills import (
    TWO_HUNDRED,
    duties,
    own,
    person,
    roster,
    shift,
    table,
    told,
    ward,
)

MONDAY, TUESDAY, SATURDAY = date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 9)
KARI = person("Kari", pay=TWO_HUNDRED)


def moved(problem: Problem, planned: str, worked: str) -> list[tuple[object, ...]]:
    plan = duties("Kari", MONDAY, planned)
    entry = Worked(person="Kari", date=MONDAY, shift=worked, unit="ward", pay="moved")
    found = bill(problem, roster(problem, *plan, worked=(entry,)))
    return [line[1:] for line in told(found.people[0])]


def test_of_a_moved_shift_the_hours_outside_the_planned_one_are_moved() -> None:
    # D 07:30-15:00 becomes L 07:30-20:00: 5 h at half of 200 NOK; the evening from 17:00
    shifts = [shift("D", "day", "07:30", "15:00"), shift("L", "long", "07:30", "20:00")]
    problem = ward(MONDAY, 1, KARI, shifts=shifts)
    assert moved(problem, "D", "L") == [
        ("moved", "moved", 5.0, 200.0, "50", 500.00),
        ("moved", "evening", 3.0, 56.0, "100", 168.00),
    ]


@pytest.mark.parametrize("planned", ["D", "."])
def test_a_shift_moved_to_other_hours_or_another_day_is_moved_as_a_whole(planned: str) -> None:
    # 7.5 h at half of 200 NOK; evening 4 h x 56, night 1.5 h x 70
    assert moved(ward(MONDAY, 1, KARI), planned, "A") == [
        ("moved", "moved", 7.5, 200.0, "50", 750.00),
        ("moved", "evening", 4.0, 56.0, "100", 224.00),
        ("moved", "night", 1.5, 70.0, "100", 105.00),
    ]


def test_a_moved_shift_is_held_against_the_published_one() -> None:
    shifts = [shift("D", "day", "07:30", "15:00"), shift("E", "day", "09:00", "16:30")]
    published = [duty.model_dump() for duty in duties("Kari", MONDAY, "D")]
    problem = ward(MONDAY, 1, KARI, shifts=shifts, published=published)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "E!", "moved")))
    # 15:00-16:30 was off: 1.5 h at 100 NOK
    assert [line[2:] for line in told(found.people[0])] == [("moved", 1.5, 200.0, "50", 150.00)]


def test_moved_hours_settle_the_contract_and_earn_pension() -> None:
    problem = ward(MONDAY, 1, KARI)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "D!", "moved")))
    # 750.00; 14 % = 105.00; 14.1 % of 855.00 = 120.555, half an øre up
    assert [(s.key, s.ore) for s in found.on_costs] == [("pension", 10500), ("employer_tax", 12056)]


def test_what_was_worked_is_billed_and_not_what_was_planned() -> None:
    problem = ward(SATURDAY, 1, KARI)
    gone = Worked(person="Kari", date=SATURDAY)
    plan = duties("Kari", SATURDAY, "D")
    assert bill(problem, roster(problem, *plan)).total > 0
    assert bill(problem, roster(problem, *plan, worked=(gone,))).total == 0


def test_a_shift_type_says_how_its_duties_are_paid() -> None:
    shifts = [shift("X", "day", "07:30", "15:00", pay="extra")]
    problem = ward(MONDAY, 1, KARI, shifts=shifts)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "X")))
    assert [(s.key, s.ore) for s in found.kinds] == [("extra", 150000)]


def test_extra_time_of_a_full_timer_is_overtime_when_the_week_is_full() -> None:
    # five ordinary shifts are 37.5 h, above the 35.5 h of the post: all of Saturday is overtime
    problem = ward(MONDAY, 7, KARI)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "D D D D D D!", "extra")))
    assert [(s.key, s.minutes) for s in found.kinds] == [("contract", 2250), ("overtime", 450)]


def test_contract_hours_later_in_the_week_count_before_the_extra_ones() -> None:
    # 30 h by contract from Wednesday on leave 5.5 h of Tuesday's 7.5 h below 35.5 h
    problem = ward(MONDAY, 7, KARI)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, ". D! D D D D", "extra")))
    minutes = {s.key: s.minutes for s in found.kinds}
    assert minutes == {"extra": 330, "overtime": 120, "contract": 1800}


def test_the_week_before_the_period_counts_and_is_not_billed() -> None:
    # the period begins on a Thursday; 30 h of its week were worked before
    history = [d.model_dump() for d in duties("Kari", MONDAY, "D D D")]
    thursday = date(2027, 1, 7)
    problem = ward(thursday, 4, KARI, history=history, history_from=MONDAY)
    found = bill(problem, roster(problem, *duties("Kari", thursday, "D D!", "extra")))
    assert {s.key: s.minutes for s in found.kinds} == {
        "contract": 450,
        "extra": 330,
        "overtime": 120,
    }


def test_every_week_begins_anew_on_monday() -> None:
    problem = ward(MONDAY, 14, KARI)
    cells = "D! D! D! D! . . . D! D! D! D!"  # 30 h a week
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, cells, "extra")))
    assert [(s.key, s.minutes) for s in found.kinds] == [("extra", 3600)]


def test_on_call_people_have_the_full_time_week_of_the_table() -> None:
    # 37.5 h: five shifts of extra time fit, the sixth is overtime
    eva = person("Eva", None, kind="on_call", pay=TWO_HUNDRED)
    problem = ward(MONDAY, 7, eva)
    found = bill(problem, roster(problem, *duties("Eva", MONDAY, "D! D! D! D! D! D!", "extra")))
    assert [(s.key, s.minutes) for s in found.kinds] == [("temp", 2250), ("overtime", 450)]


def test_the_unpaid_break_is_taken_from_the_middle() -> None:
    # 15:00-23:00 with half an hour off at 18:45-19:15: evening 3.5 h, night 2 h
    shifts = [shift("B", "evening", "15:00", "23:00", unpaid_break=30)]
    problem = ward(MONDAY, 1, KARI, shifts=shifts)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "B!", "extra")))
    assert [line[2:4] for line in told(found.people[0])] == [
        ("hours", 7.5),
        ("evening", 3.5),
        ("night", 2.0),
    ]


@pytest.mark.parametrize(
    ("adds_up", "parts"),
    [
        ([], ["weekend"]),  # 71 NOK an hour, against 56 and 70
        ([["evening", "weekend"]], ["evening", "weekend"]),
        ([["night", "weekend"]], ["night", "weekend"]),
    ],
)
def test_supplements_add_up_only_where_the_table_says_so(
    adds_up: list[list[str]], parts: list[str]
) -> None:
    problem = ward(SATURDAY, 1, KARI)
    plan = roster(problem, *duties("Kari", SATURDAY, "A"))
    found = bill(problem, plan, table(adds_up=adds_up, weekend_least_nok=71))
    assert sorted({line[2] for line in told(found.people[0])}) == parts


def test_overtime_earns_supplements_where_the_table_says_so() -> None:
    problem = ward(SATURDAY, 1, KARI)
    plan = roster(problem, *duties("Kari", SATURDAY, "D!", "overtime"))
    found = bill(problem, plan, table(overtime_supplements=True))
    assert [line[2] for line in told(found.people[0])] == ["overtime_high", "weekend"]


def test_rates_that_change_in_the_period_hold_from_their_day() -> None:
    news = {"valid_from": TUESDAY, "status": "published", "source": "new", "values": {}}
    wages = own([{**news, "values": {"evening_nok": 61.5}, "employer_tax": {"I": 10}}])
    problem = ward(MONDAY, 2, KARI)
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "A A")), wages)
    lines = [line for line in found.people[0].lines if line.part == "evening"]
    assert [line.ore for line in lines] == [22400, 24600]
    # Monday 224 + 105 = 329.00, pension 46.06, 14.1 % of 375.06 = 52.88; Tuesday 246 + 105 =
    # 351.00, pension 49.14, 10 % of 400.14 = 40.01
    ore = [(cost.part, cost.ore) for cost in found.people[0].on_costs]
    assert ore == [
        ("pension", 4606), ("employer_tax", 5288), ("pension", 4914), ("employer_tax", 4001),
    ]  # fmt: skip
    used = [(v.name, v.value, v.used_from) for v in found.values if v.name == "evening_nok"]
    assert used == [("evening_nok", "56", MONDAY), ("evening_nok", "61.5", TUESDAY)]


def test_pay_rises_on_the_day_of_more_seniority() -> None:
    nurse = person("Siri", group="sykepleier", in_post_since=date(2017, 1, 5))
    problem = ward(MONDAY, 2, nurse)
    found = bill(problem, roster(problem, *duties("Siri", MONDAY, "D! D!", "extra")))
    pay = [(used.first, int(used.year_nok)) for used in found.people[0].pay]
    assert pay == [(MONDAY, 568_600), (TUESDAY, 620_800)]


def test_hourly_pay_follows_the_full_time_week_of_the_post() -> None:
    # 1950 h a year at 37.5, 1747.2 h at 33.6
    post = {"unit": "ward", "percent": 100}
    people = [
        {**person("Day", pay=390_000), "positions": [{"id": "d", **post, "full_time_hours": 37.5}]},
        {**person("Nia", pay=349_440), "positions": [{"id": "n", **post, "full_time_hours": 33.6}]},
    ]
    problem = ward(MONDAY, 1, *people)
    plan = [*duties("Day", MONDAY, "D!", "extra"), *duties("Nia", MONDAY, "D!", "extra")]
    found = bill(problem, roster(problem, *plan))
    assert [p.pay[0].hourly_ore for p in found.people] == [20000, 20000]


def test_of_two_posts_the_one_in_the_duties_unit_gives_the_hourly_pay() -> None:
    # 390 000 NOK over 1950 h (37.5) in the office, over 1747.2 h (33.6) in the ward
    posts = [
        {"id": "o", "unit": "office", "percent": 50, "full_time_hours": 37.5},
        {"id": "w", "unit": "ward", "percent": 50, "full_time_hours": 33.6},
    ]
    both = {**person("Kari", pay=390_000), "positions": posts}
    problem = ward(MONDAY, 1, both, units=[{"id": "ward"}, {"id": "office"}])
    (duty,) = duties("Kari", MONDAY, "D!", "extra")
    for unit, hourly in (("office", 20000), ("ward", 22321)):
        found = bill(problem, roster(problem, duty.model_copy(update={"unit": unit})))
        assert found.people[0].pay[0].hourly_ore == hourly


def test_of_two_posts_the_longer_full_time_week_is_the_threshold() -> None:
    # 30 h by contract; 37.5 h leave room for the whole extra shift, 33.6 h would not
    posts = [
        {"id": "w", "unit": "ward", "percent": 50, "full_time_hours": 33.6},
        {"id": "o", "unit": "ward", "percent": 50, "full_time_hours": 37.5},
    ]
    problem = ward(MONDAY, 7, {**person("Kari", pay=TWO_HUNDRED), "positions": posts})
    found = bill(problem, roster(problem, *duties("Kari", MONDAY, "D D D D D!", "extra")))
    assert [(s.key, s.minutes) for s in found.kinds] == [("contract", 1800), ("extra", 450)]


def test_overtime_does_not_fill_the_week() -> None:
    problem = ward(MONDAY, 7, KARI)
    extra = duties("Kari", date(2027, 1, 8), "D!", "extra")
    plan = [*duties("Kari", MONDAY, "D! D D D", "overtime"), *extra]
    found = bill(problem, roster(problem, *plan))
    minutes = {s.key: s.minutes for s in found.kinds}
    assert minutes == {"overtime": 450, "contract": 1350, "extra": 450}


def test_an_agencys_hours_are_never_overtime() -> None:
    problem = ward(MONDAY, 7, person("Temp", None, kind="agency", pay=TWO_HUNDRED))
    cells = "D! D! D! D! D! D!"
    found = bill(problem, roster(problem, *duties("Temp", MONDAY, cells, "extra")))
    assert [(s.key, s.minutes) for s in found.kinds] == [("agency", 2700)]


def test_the_plan_that_was_changed_counts_before_the_published_one() -> None:
    # published D, planned A, worked A: nothing of A has moved
    published = [duty.model_dump() for duty in duties("Kari", MONDAY, "D")]
    problem = ward(MONDAY, 1, KARI, published=published)
    assert [line[1] for line in moved(problem, "A", "A")] == ["evening", "night"]


def test_the_dearest_percentage_of_overtime_is_paid() -> None:
    # on 17 May, a Monday, the table pays nights better than holidays
    feast = date(2027, 5, 17)
    problem = ward(feast, 1, KARI)
    plan = roster(problem, *duties("Kari", feast, "A!", "overtime"))
    found = bill(problem, plan, table(overtime_high_percent=200))
    assert [(line[2], line[3], line[5]) for line in told(found.people[0])] == [
        ("overtime_high", 1.5, "300"),
        ("overtime_holiday", 6.0, "233 1/3"),
    ]


def test_holiday_pay_comes_on_top_when_the_table_has_it() -> None:
    problem = ward(MONDAY, 1, KARI)
    plan = roster(problem, *duties("Kari", MONDAY, "D!", "extra"))
    found = bill(problem, plan, table(holiday_pay_percent=12))
    # 1500.00: 180.00 holiday pay, 210.00 pension, 14.1 % of 1890.00 = 266.49
    assert [(s.key, s.ore) for s in found.on_costs] == [
        ("holiday_pay", 18000),
        ("pension", 21000),
        ("employer_tax", 26649),
    ]


def test_a_base_roster_has_no_holidays() -> None:
    horizon = {"start": date(2027, 3, 22), "days": 7, "kind": "cyclic"}  # the week before Easter
    problem = ward(MONDAY, 7, KARI).model_dump() | {"horizon": horizon}
    cyclic = Problem.model_validate(problem)
    found = bill(cyclic, roster(cyclic, *duties("Kari", date(2027, 3, 22), ". . . D . . D")))
    assert [s.key for s in found.parts] == ["contract.weekend"]


def test_sums_are_the_lines() -> None:
    people = [KARI, person("Eva", None, kind="on_call", group="helsefagarbeider")]
    problem = ward(MONDAY, 7, *people)
    plan = [
        *duties("Kari", MONDAY, "D A N! . . D", "overtime"),
        *duties("Eva", MONDAY, ". . . A N"),
    ]
    found = bill(problem, roster(problem, *plan))
    lines = sum(line.ore for p in found.people for line in p.lines)
    on_top = sum(cost.ore for p in found.people for cost in p.on_costs)
    assert lines > on_top > 0
    assert found.total == lines + on_top == sum(p.ore for p in found.people)
    assert sum(s.ore for s in found.kinds) == sum(s.ore for s in found.parts) == lines
    assert sum(s.ore for s in found.on_costs) == on_top
    assert {s.key: s.ore for s in found.groups} == {p.group: p.ore for p in found.people}
    assert sum(s.minutes for s in found.kinds) == sum(s.minutes for s in found.groups) == 46 * 60


def test_a_bill_survives_being_written() -> None:
    problem = ward(date(2027, 5, 16), 2, KARI)
    found = bill(problem, roster(problem, *duties("Kari", date(2027, 5, 16), "N D!", "overtime")))
    assert Bill.model_validate_json(found.model_dump_json()) == found


def test_the_difference_is_what_changed_and_nothing_else() -> None:
    people = [KARI, person("Eva", None, kind="agency", pay=TWO_HUNDRED)]
    problem = ward(MONDAY, 3, *people)
    before = roster(problem, *duties("Kari", MONDAY, "D A ."))
    after = roster(problem, *duties("Kari", MONDAY, "D . A"), *duties("Eva", MONDAY, ". D ."))
    found = difference(problem, before, after)
    # Kari's evening only changes its date; the agency's day is 7.5 h x 400 NOK
    assert (found.total_after - found.total_before, found.total) == (300000, 300000)
    assert [(c.key, c.minutes_before, c.minutes_after, c.ore) for c in found.kinds] == [
        ("agency", 0, 450, 300000)
    ]
    assert [(c.key, c.ore) for c in found.people] == [("Eva", 300000)]
    assert found.on_costs == ()
    days = [(d.name, d.date, d.before, d.after, d.ore_after - d.ore_before) for d in found.days]
    assert days == [
        ("Eva", TUESDAY, (), ("D",), 300000),
        ("Kari", TUESDAY, ("A",), (), -32900),
        ("Kari", date(2027, 1, 6), (), ("A",), 32900),
    ]
    assert BillDifference.model_validate_json(found.model_dump_json()) == found


def test_equal_rosters_have_no_difference() -> None:
    problem = ward(SATURDAY, 2, KARI)
    same = roster(problem, *duties("Kari", SATURDAY, "D N"))
    found = difference(problem, same, same)
    assert (found.total, found.kinds, found.parts, found.people, found.days) == (0, (), (), (), ())


def test_a_duty_paid_otherwise_is_a_difference_on_its_date() -> None:
    problem = ward(MONDAY, 1, KARI)
    before = roster(problem, *duties("Kari", MONDAY, "D!", "extra"))
    after = roster(problem, *duties("Kari", MONDAY, "D!", "overtime"))
    found = difference(problem, before, after)
    # overtime 7.5 x 199.57 x 1.5 = 2245.1625, extra time 1500.00
    (day,) = found.days
    assert (day.before, day.after, day.ore_after - day.ore_before) == (("D",), ("D",), 74516)


def test_a_table_that_does_not_ship_is_told() -> None:
    problem = ward(MONDAY, 1, KARI, wages="no_kz")
    with pytest.raises(BadInput, match="unknown table 'no_kz'; needed one of: no_ks"):
        bill(problem, roster(problem))


def test_a_roster_of_another_ward_is_refused() -> None:
    problem = ward(MONDAY, 1, KARI)
    with pytest.raises(BadInput, match="unknown person 'Ola'"):
        bill(problem, roster(problem, *duties("Ola", MONDAY, "D")))
