"""What a duty costs in øre, worked out by hand; pay of 369 200 NOK a year is 200 NOK an hour."""

from datetime import date

import pytest

from rostering.domain.index import ProblemIndex
from rostering.errors import BadInput
from rostering.wages.load import shipped
from rostering.wages.table import duty_ore
from tests.rules.worlds import World

NOK = 100


def ore(
    start: date, line: str, shifts: dict[str, dict[str, str]] | None = None, **person: object
) -> int:
    """Return the cost of the only duty of a line."""
    told = {"pay": 369_200, "positions": [{"percent": 100}], **person}
    entry = {"name": "pay", "start": start, "line": line, "people": {"Kari": told}}
    world = World("", {**entry, "shifts": shifts or {}}, {})
    index = ProblemIndex(world.problem({}))
    (duty,) = (index.placed(assignment) for assignment in world.assignments())
    return duty_ore(index, index.people["Kari"], duty)


MONDAY, FRIDAY, SATURDAY, SUNDAY = (date(2027, 1, day) for day in (4, 8, 9, 10))


@pytest.mark.parametrize(
    ("start", "line", "nok"),
    [
        (MONDAY, "D", 0),
        # 17:00-21:00 4 h x 56 = 224; 21:00-22:30 1.5 h x 70 = 105
        (MONDAY, "A", 329),
        # 17:00-20:00 3 h x 56
        (MONDAY, "L", 168),
        # 23:00-06:00 7 h x 70, the hour to 07:00 earns nothing
        (MONDAY, "N", 490),
        # 7.5 h x 70
        (SATURDAY, "D", 525),
        # 7 h x 70 at night, and 00:00-07:00 of Saturday 7 h x 70
        (FRIDAY, "N", 980),
        # 7 h x 70 at night, and the hour to midnight 70
        (SUNDAY, "N", 560),
        # the whole of Saturday evening: 7.5 h x 70 = 525, 4 h x 56 = 224, 1.5 h x 70 = 105
        (SATURDAY, "A", 854),
        # 17 May, a Monday: 7.5 h x 266.67
        (date(2027, 5, 17), "D", 2000),
        # Christmas Eve, a Friday, from 12:00: 3 h x 266.67
        (date(2027, 12, 24), "D", 800),
        # New Year's Eve, a Friday, from 12:00
        (date(2027, 12, 31), "D", 800),
        # Wednesday before Easter from 12:00
        (date(2027, 3, 24), "D", 800),
        # Easter Eve, a Saturday, is whole: 7.5 h x 266.67 and nothing for the weekend
        (date(2027, 3, 27), "D", 2000),
        # Whitsun Eve, a Saturday: to 12:00 4.5 h x 70 = 315, then 3 h x 266.67 = 800
        (date(2027, 5, 15), "D", 1115),
        # the day before 17 May is Whit Sunday: 7 h x 70 at night and 8 h x 266.67
        (date(2027, 5, 16), "N", 490 + 8 * 800 / 3),
        # over midnight into 1 May, a Saturday: 7 h x 70 at night, 7 h x 266.67 from midnight
        (date(2027, 4, 30), "N", 490 + 7 * 800 / 3),
        # Easter Eve to Easter Sunday over the spring change: 6 real hours of night to 06:00,
        # 7 real hours of feast in all
        (date(2027, 3, 27), "N", 6 * 70 + 7 * 800 / 3),
        # the autumn night of Saturday has 8 hours to 06:00 and 9 to 07:00, all of them weekend
        (date(2027, 10, 30), "N", 8 * 70 + 9 * 70),
    ],
)
def test_supplements_are_what_the_hand_works_out(start: date, line: str, nok: float) -> None:
    assert ore(start, line) == pytest.approx(nok * NOK, abs=1)


@pytest.mark.parametrize(
    ("start", "line", "nok"),
    [
        # 400 NOK an hour: 22 % = 88 above the least of 70
        (SATURDAY, "D", 7.5 * 88),
        # 25 % = 100 above the least of 70
        (MONDAY, "N", 7 * 100),
        # the evening rate is the same for all
        (MONDAY, "L", 168),
        # 133.3333 %
        (date(2027, 5, 17), "D", 7.5 * 400 * 1.333333),
    ],
)
def test_percentages_beat_the_least_when_pay_is_high(start: date, line: str, nok: float) -> None:
    assert ore(start, line, pay=738_400) == pytest.approx(nok * NOK, abs=1)


@pytest.mark.parametrize(
    ("person", "nok"),
    [
        ({"kind": "on_call", "positions": []}, 7.5 * 200 * 1.25),
        ({"kind": "temp", "positions": []}, 7.5 * 200 * 1.25),
        ({"kind": "agency", "positions": []}, 7.5 * 200 * 2),
        ({"kind": "on_call"}, 0),  # with a position the contract owes the hour anyway
        ({"kind": "permanent", "positions": []}, 0),
        ({"kind": "student", "positions": []}, 0),
    ],
)
def test_who_has_no_contract_costs_the_whole_hour(person: dict[str, object], nok: float) -> None:
    assert ore(MONDAY, "D", None, **person) == round(nok * NOK)


@pytest.mark.parametrize(
    ("start", "pay", "nok"),
    [
        # extra time: 7.5 h x 200 x 1.25 and the weekend's 7.5 h x 70
        (MONDAY, "extra", 1875),
        (SATURDAY, "extra", 1875 + 525),
        # overtime, 369 200 / 1850 h = 199.57: x 1.5 on a weekday, x 2 in the weekend and no more
        (MONDAY, "overtime", 7.5 * 199.57 * 1.5 * 1.25),
        (SATURDAY, "overtime", 7.5 * 199.57 * 2 * 1.25),
        # a moved shift: half of 200 on top, and the weekend's 7.5 h x 70
        (MONDAY, "moved", 750),
        (SATURDAY, "moved", 750 + 525),
        (MONDAY, "ordinary", 0),
    ],
)
def test_hours_paid_on_top_cost_their_whole_pay(start: date, pay: str, nok: float) -> None:
    shifts = {"X": {"time": "day 07:30-15:00", "pay": pay}}
    assert ore(start, "X", shifts=shifts) == pytest.approx(nok * NOK, abs=1)


def test_the_problem_names_the_table() -> None:
    world = World("", {"name": "pay", "line": "D", "people": {"Kari": {}}}, {})
    index = ProblemIndex(world.problem({}).model_copy(update={"wages": "no_such"}))
    (duty,) = (index.placed(assignment) for assignment in world.assignments())
    with pytest.raises(BadInput, match="unknown table 'no_such'"):
        duty_ore(index, index.people["Kari"], duty)


@pytest.mark.parametrize(
    ("group", "hourly"),
    [
        ("nurse", 33686),  # 621 840 x 100 / 1846 = 33 685.8
        ("health_worker", 28804),  # 531 720 x 100 / 1846 = 28 803.9
        ("assistant", 25573),  # 472 080 x 100 / 1846 = 25 573.1
        ("astronaut", 25573),  # unknown groups earn as assistants
        ("sykepleier", 33686),  # as wards write it
        ("Sykepleier ", 33686),
    ],
)
def test_without_own_pay_the_group_decides(group: str, hourly: int) -> None:
    found = ore(MONDAY, "D", kind="on_call", positions=[], pay=None, group=group)
    assert found == round(7.5 * hourly * 1.25)


def test_an_unpaid_break_is_not_paid_to_those_on_call() -> None:
    world = World(
        "",
        {
            "name": "break",
            "line": "B",
            "shifts": {"B": "day 07:30-15:30 unpaid 30"},
            "people": {"Kari": {"pay": 369_200, "kind": "on_call"}},
        },
        {},
    )
    index = ProblemIndex(world.problem({}))
    (duty,) = (index.placed(assignment) for assignment in world.assignments())
    assert duty_ore(index, index.people["Kari"], duty) == 7.5 * 200 * 1.25 * NOK


@pytest.mark.parametrize(
    ("day", "minute"),
    [
        (date(2027, 3, 23), None),
        (date(2027, 3, 24), 720),
        (date(2027, 3, 25), 0),
        (date(2027, 3, 27), 0),
        (date(2027, 3, 28), 0),
        (date(2027, 3, 29), 0),
        (date(2027, 3, 30), None),
        (date(2027, 5, 15), 720),
        (date(2027, 5, 16), 0),
        (date(2027, 12, 23), None),
        (date(2027, 12, 24), 720),
        (date(2027, 12, 31), 720),
        (date(2028, 1, 1), 0),
        (date(2027, 1, 10), None),
    ],
)
def test_feasts_begin_at_midnight_and_their_eves_at_noon(day: date, minute: int | None) -> None:
    assert shipped().holiday_pay.starts(day) == minute
