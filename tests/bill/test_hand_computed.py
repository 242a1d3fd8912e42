"""Bills worked out by hand, to the øre.

Every line: hours x NOK an hour x percent, rounded half up to the øre. On top pension 14 % (not of
overtime), and the employer's tax of zone I, 14.1 % of pay and pension.
"""

from datetime import date
from typing import Any

import pytest

from rostering.bill import bill
from tests.bill.small_bills import TWO_HUNDRED, duties, person, roster, table, told, ward

MONDAY = date(2027, 1, 4)
NURSE: dict[str, Any] = {
    "group": "sykepleier",
    "in_post_since": date(2016, 8, 1),
}  # ten years: 620 800 NOK


def test_a_nurse_with_nights_at_easter() -> None:
    # 620 800 / 1846 h = 336.2946... -> 336.29 NOK an hour; a quarter of it is 84.0725
    tuesday = date(2027, 3, 23)  # Easter Sunday is 28 March
    problem = ward(tuesday, 5, person("Kari", **NURSE))
    found = bill(problem, roster(problem, *duties("Kari", tuesday, "A D N")))
    (kari,) = found.people
    assert told(kari) == [
        # Tuesday 15-22:30: evening 17-21, night 21-22:30; 1.5 x 336.29 x 25 % = 126.10875
        ("A", "contract", "evening", 4.0, 56.0, "100", 224.00),
        ("A", "contract", "night", 1.5, 336.29, "25", 126.11),
        # the Wednesday before Easter pays from 12:00: 3 x 336.29 x 4/3 = 1345.16
        ("D", "contract", "holiday", 3.0, 336.29, "133 1/3", 1345.16),
        # Maundy Thursday 23:00 to Good Friday 07:00: a holiday on both sides of midnight,
        # 8 x 336.29 x 4/3 = 3587.0933; night to 06:00, 7 x 84.0725 = 588.5075
        ("N", "contract", "night", 7.0, 336.29, "25", 588.51),
        ("N", "contract", "holiday", 8.0, 336.29, "133 1/3", 3587.09),
    ]
    # 224.00 + 126.11 + 1345.16 + 588.51 + 3587.09 = 5870.87
    # 14 % of it = 821.9218; 14.1 % of 5870.87 + 821.92 = 6692.79 are 943.68339
    assert [(cost.part, cost.base_ore, cost.ore) for cost in kari.on_costs] == [
        ("pension", 587087, 82192),
        ("employer_tax", 669279, 94368),
    ]
    assert found.total == kari.ore == 587087 + 82192 + 94368
    assert [(s.key, s.minutes, s.ore) for s in found.kinds] == [("contract", 23 * 60, 587087)]
    (pay,) = kari.pay
    assert (int(pay.year_nok), str(pay.source), int(pay.divisor)) == (620_800, "seniority", 1846)


def half_time(threshold: str, pay: str = "extra") -> list[tuple[object, ...]]:
    """Half a post, 22.5 h by contract and two extra shifts on Thursday and Friday."""
    problem = ward(MONDAY, 7, person("Per", 50, pay=TWO_HUNDRED))
    plan = roster(problem, *duties("Per", MONDAY, "D D D D! A!", pay))
    found = bill(problem, plan, table(part_timer_threshold=threshold))
    return [line[1:] for line in told(found.people[0])]


def test_a_part_timer_above_the_full_time_week() -> None:
    # 22.5 h + Thursday 7.5 h = 30 h; the full-time week of 35.5 h is full after 5.5 h of Friday's
    # evening shift, at 20:30. Overtime: 369 200 / 1850 h = 199.5676 -> 199.57 NOK an hour.
    assert half_time("full_time") == [
        ("extra", "hours", 7.5, 200.0, "100", 1500.00),
        ("extra", "hours", 5.5, 200.0, "100", 1100.00),
        ("extra", "evening", 3.5, 56.0, "100", 196.00),  # 17:00-20:30
        ("overtime", "overtime", 0.5, 199.57, "150", 149.68),  # 20:30-21:00: 149.6775
        ("overtime", "overtime_high", 1.5, 199.57, "200", 598.71),  # 21:00-22:30
    ]


def test_the_part_timers_bill_with_all_that_comes_on_top() -> None:
    problem = ward(MONDAY, 7, person("Per", 50, pay=TWO_HUNDRED))
    found = bill(problem, roster(problem, *duties("Per", MONDAY, "D D D D! A!", "extra")))
    # extra 1500 + 1100 + 196 = 2796.00, overtime 149.68 + 598.71 = 748.39, together 3544.39
    assert [(s.key, s.minutes, s.ore) for s in found.kinds] == [
        ("contract", 22 * 60 + 30, 0),
        ("extra", 13 * 60, 279600),
        ("overtime", 2 * 60, 74839),
    ]
    # pension 14 % of 2796.00 = 391.44; tax 14.1 % of 3544.39 + 391.44 = 3935.83: 554.95203
    assert [(s.key, s.ore) for s in found.on_costs] == [("pension", 39144), ("employer_tax", 55495)]
    assert found.total == 354439 + 39144 + 55495


def test_a_part_timer_above_the_own_post() -> None:
    # half of 35.5 h is 17.75 h, which the contract's 22.5 h exceed already
    assert half_time("own_post") == [
        ("overtime", "overtime", 7.5, 199.57, "150", 2245.16),  # 2245.1625
        ("overtime", "overtime", 6.0, 199.57, "150", 1796.13),  # 15:00-21:00
        ("overtime", "overtime_high", 1.5, 199.57, "200", 598.71),
    ]


def test_a_part_timer_whose_extra_time_never_is_overtime() -> None:
    assert half_time("never") == [
        ("extra", "hours", 7.5, 200.0, "100", 1500.00),
        ("extra", "hours", 7.5, 200.0, "100", 1500.00),
        ("extra", "evening", 4.0, 56.0, "100", 224.00),
        ("extra", "night", 1.5, 70.0, "100", 105.00),  # a quarter of 200 is less than 70
    ]


def test_an_assistant_under_eighteen_on_a_saturday_evening() -> None:
    # 472 080 / 1846 h = 255.7313 -> 255.73; 22 % = 56.26 and 25 % = 63.93 are less than 70
    saturday = date(2027, 1, 9)
    young = person("Siv", 20, group="assistent", minor_until=date(2027, 6, 1))
    problem = ward(saturday, 2, young)
    found = bill(problem, roster(problem, *duties("Siv", saturday, "A D")))
    assert told(found.people[0]) == [
        ("A", "contract", "evening", 4.0, 56.0, "100", 224.00),
        ("A", "contract", "night", 1.5, 70.0, "100", 105.00),
        ("A", "contract", "weekend", 7.5, 70.0, "100", 525.00),
        ("D", "contract", "weekend", 7.5, 70.0, "100", 525.00),
    ]
    assert found.people[0].pay[0].source == "mean"
    # 1379.00; 14 % = 193.06; 14.1 % of 1572.06 = 221.66046
    assert found.total == 137900 + 19306 + 22166


@pytest.mark.parametrize(
    ("until", "hourly", "nok"),
    [
        (date(2027, 1, 5), 230.16, 1726.20),  # 90 % of 472 080 = 424 872; / 1846 h = 230.158
        (date(2027, 1, 4), 255.73, 1917.98),  # eighteen on the day itself; 1917.975 half up
    ],
)
def test_the_young_earn_the_percentage_of_the_table(until: date, hourly: float, nok: float) -> None:
    problem = ward(MONDAY, 1, person("Siv", 20, group="assistent", minor_until=until))
    plan = roster(problem, *duties("Siv", MONDAY, "D!", "extra"))
    (line,) = told(bill(problem, plan, table(minor_percent=90)).people[0])
    assert line == ("D", "extra", "hours", 7.5, hourly, "100", nok)


def test_overtime_on_a_saturday_night() -> None:
    # night and weekend: 100 % on top of 199.57 for 8 h, and no supplement beside it
    saturday = date(2027, 1, 9)
    problem = ward(saturday, 2, person("Kari", pay=TWO_HUNDRED))
    found = bill(problem, roster(problem, *duties("Kari", saturday, "N!", "overtime")))
    assert told(found.people[0]) == [
        ("N", "overtime", "overtime_high", 8.0, 199.57, "200", 3193.12)
    ]
    # overtime earns no pension; 14.1 % of 3193.12 = 450.22992
    assert [(s.key, s.ore) for s in found.on_costs] == [("employer_tax", 45023)]


def test_overtime_on_the_night_before_a_holiday() -> None:
    # Friday 30 April to Saturday 1 May: an hour of night, then seven of the holiday
    friday = date(2027, 4, 30)
    problem = ward(friday, 2, person("Kari", pay=TWO_HUNDRED))
    found = bill(problem, roster(problem, *duties("Kari", friday, "N!", "overtime")))
    assert told(found.people[0]) == [
        ("N", "overtime", "overtime_high", 1.0, 199.57, "200", 399.14),
        ("N", "overtime", "overtime_holiday", 7.0, 199.57, "233 1/3", 3259.64),  # 3259.6433
    ]


def test_an_agency_sends_an_invoice() -> None:
    # Sunday day shift: twice 200 NOK for 7.5 h, the weekend's 70 NOK, and nothing on top
    sunday = date(2027, 1, 10)
    problem = ward(sunday, 1, person("Temp", None, kind="agency", pay=TWO_HUNDRED))
    found = bill(problem, roster(problem, *duties("Temp", sunday, "D")))
    assert told(found.people[0]) == [
        ("D", "agency", "hours", 7.5, 200.0, "200", 3000.00),
        ("D", "agency", "weekend", 7.5, 70.0, "100", 525.00),
    ]
    assert found.total == 352500


def test_the_ten_year_nurses_cover_of_one_shift() -> None:
    # on call 7.5 x 336.29; overtime 620 800 / 1850 = 335.5676 -> 335.57, x 1.5 and x 2
    problem = ward(MONDAY, 6, person("Kari", **NURSE), person("Eva", None, kind="on_call", **NURSE))
    plan = (*duties("Eva", MONDAY, "D"), *duties("Kari", MONDAY, "D! . . . . D!", "overtime"))
    found = bill(problem, roster(problem, *plan))
    ore = [line.ore for one in found.people for line in one.lines if line.part != "weekend"]
    assert sorted(ore) == [252218, 377516, 503355]


@pytest.mark.parametrize(
    ("first", "cells", "pay", "expected"),
    [
        # autumn, Saturday night: 9 real hours, 8 of them before 06:00
        (date(2027, 10, 30), "N", None, [("night", 8.0, 560.00), ("weekend", 9.0, 630.00)]),
        (date(2027, 10, 30), "N!", "overtime", [("overtime_high", 9.0, 3592.26)]),
        # spring, Easter Eve to Easter Sunday: 7 real hours, 6 before 06:00; 7 x 266.6667
        (date(2027, 3, 27), "N", None, [("night", 6.0, 420.00), ("holiday", 7.0, 1866.67)]),
        # spring, no holiday: Saturday 26 March 2028
        (date(2028, 3, 25), "N!", "extra", [("hours", 7.0, 1400.00), ("night", 6.0, 420.00),
                                            ("weekend", 7.0, 490.00)]),
    ],
)  # fmt: skip
def test_the_nights_when_clocks_change_are_paid_by_real_hours(
    first: date, cells: str, pay: str | None, expected: list[tuple[str, float, float]]
) -> None:
    problem = ward(first, 2, person("Kari", pay=TWO_HUNDRED))
    found = bill(problem, roster(problem, *duties("Kari", first, cells, pay)))
    lines = told(found.people[0])
    assert [(part, hours, nok) for _, _, part, hours, _, _, nok in lines] == expected
