"""Six accounts: what they open with, earn, use and close with, by hand."""

from typing import Any

from rostering.accounts import ACCOUNTS, AccountLine, carried, statement
from rostering.domain.problem import AccountBalance, Problem
from rostering.domain.roster import Roster, Worked
from rostering.domain.shifts import Pay
from tests.rules.worlds import SOMEBODY, World

FULL = {SOMEBODY: {"positions": [{"percent": 100, "full_time_hours": 35}]}}  # 300 minutes a day


def world(line: str, **more: Any) -> World:  # noqa: ANN401 - whatever a world may be told
    entry = {"name": line, "line": line, "people": FULL, "books": [], **more}
    return World("weekly_rest", entry, {})


def roster_of(told: World) -> tuple[Problem, Roster]:
    problem = told.problem({})
    return problem, Roster(
        problem_name="x",
        problem_hash="",
        start=told.date(0),
        days=told.days,
        assignments=told.assignments(),
    )


def accounts(told: World) -> dict[str, AccountLine]:
    return {line.account: line for line in statement(*roster_of(told))}


def figures(line: AccountLine) -> tuple[int, int, int, int]:
    return line.opening, line.earned, line.used, line.closing


def parts(line: AccountLine) -> dict[str, int]:
    return {part.what: part.minutes for part in line.parts}


def test_hours_are_worked_and_credited_less_owed_on_top_of_the_opening() -> None:
    # four day shifts of 450 minutes, a sick Friday of 35 h / 5 = 420; owed 35 h = 2100
    told = world("DDDDFFF", absences=[f"{SOMEBODY} sick 4"], accounts={SOMEBODY: "2h"})
    hours = accounts(told)["hours"]
    assert figures(hours) == (120, 1800 + 420, 2100, 240)
    assert parts(hours) == {"worked": 1800, "credited": 420, "owed": -2100}


def test_every_person_has_six_accounts_in_one_order() -> None:
    told = world("FFFFFFF")
    assert tuple(accounts(told)) == ACCOUNTS


def test_a_covered_shift_is_credited_with_its_own_hours() -> None:
    told = world("FFFFFFF", absences=[f"{SOMEBODY} time_off 5 shift=L"])
    found = accounts(told)
    assert figures(found["time_off"]) == (0, 0, 750, -750)
    assert parts(found["hours"]) == {"credited": 750, "owed": -2100}


def test_time_off_and_f4_draw_on_accounts_of_their_own() -> None:
    told = world(
        "FFFFFFF",
        absences=[f"{SOMEBODY} time_off 0", f"{SOMEBODY} F4 1..2"],
        accounts={SOMEBODY: {"time_off": "10h", "f4": "20h"}},
    )
    found = accounts(told)
    assert figures(found["time_off"]) == (600, 0, 420, 180)
    assert figures(found["f4"]) == (1200, 0, 840, 360)


def test_agreed_days_draw_a_fifth_of_the_week_each() -> None:
    agreed = [{"person": SOMEBODY, "kind": "F4", "days": 2}]
    line = accounts(world("FFFFFFF", agreed_days=agreed))["f4"]
    assert figures(line) == (0, 0, 840, -840)
    assert parts(line) == {"agreed": -840}


def test_vacation_counts_monday_to_saturday_without_holidays() -> None:
    # Easter week 2027 and Easter Monday: Mon-Wed and Saturday are working days
    easter = World.date(world("F"), 0).replace(month=3, day=22)
    told = world("FFFFFFFF", start=easter, absences=[f"{SOMEBODY} vacation 0..7"])
    line = accounts(told)["vacation"]
    assert line.days_used == 4
    assert line.used == 3 * 420  # Monday to Wednesday: Thursday, Friday and Monday are red


def test_vacation_on_a_red_day_credits_its_hours_and_draws_nothing() -> None:
    easter = World.date(world("F"), 0).replace(month=3, day=22)  # red: the 25th, 26th and 28th
    told = world("FFFFFFF", start=easter, absences=[f"{SOMEBODY} vacation 2..6 shift=D"])
    found = accounts(told)
    assert parts(found["hours"])["credited"] == 5 * 450
    assert parts(found["vacation"]) == {"absence": -2 * 450}  # Wednesday and Saturday


def test_a_duty_that_absence_covers_is_credited_and_not_worked_as_well() -> None:
    told = world("DDFFFFF", absences=[f"{SOMEBODY} sick 1 shift=D"])
    hours = accounts(told)["hours"]
    assert parts(hours) == {"worked": 450, "credited": 450, "owed": -2100}


def test_absence_that_is_not_credited_draws_on_nothing() -> None:
    told = world("FFFFFFF", absences=[f"{SOMEBODY} vacation 0..4 uncredited"])
    found = accounts(told)
    assert found["vacation"].used == 0
    assert found["vacation"].days_used == 6  # the free Saturday behind it counts
    assert found["hours"].used == 2 * 300  # only Saturday and Sunday are owed


def test_extra_time_and_overtime_are_kept_apart_from_the_contract() -> None:
    shifts = {"X": {"time": "day 08:00-12:00", "pay": "extra"},
              "O": {"time": "day 08:00-10:00", "pay": "overtime"}}  # fmt: skip
    told = world("DXOFFFF", shifts=shifts, accounts={SOMEBODY: {"overtime": "1h"}})
    found = accounts(told)
    assert figures(found["extra_time"]) == (0, 240, 0, 240)
    assert figures(found["overtime"]) == (60, 120, 0, 180)
    assert parts(found["hours"])["worked"] == 450


def test_a_moved_shift_settles_the_contract() -> None:
    shifts = {"M": {"time": "day 08:00-12:00", "pay": "moved"}}
    assert parts(accounts(world("MFFFFFF", shifts=shifts))["hours"])["worked"] == 240


def test_what_was_worked_goes_before_what_was_planned() -> None:
    told = world("DDFFFFF")
    problem, roster = roster_of(told)
    worked = (
        Worked(person=SOMEBODY, date=told.date(0), shift=None),
        Worked(person=SOMEBODY, date=told.date(1), shift="L", pay=Pay.OVERTIME),
    )
    found = {
        line.account: line
        for line in statement(problem, roster.model_copy(update={"worked": worked}))
    }
    assert parts(found["hours"]) == {"owed": -2100}
    assert found["overtime"].earned == 750


def test_three_part_turnus_owes_less_for_nights_and_sundays() -> None:
    people = {SOMEBODY: {"positions": [{"percent": 100, "three_part": True}]}}
    quiet = accounts(world("DDDDDFF", people=people))["hours"]
    nights = accounts(world("NNNNFFF", people=people))["hours"]
    assert quiet.used == 2130  # 35.5 h
    # four nights 23-07 of 8 h: 32 h at 15 minutes each are 8 h off, at most 3.9 h of 37.5
    assert nights.used == 2016  # 33.6 h
    assert parts(nights)["three_part"] == 2130 - 2016


def test_the_next_period_begins_with_what_is_left() -> None:
    told = world("DDDDFFF", accounts={SOMEBODY: {"hours": "5h", "f4": "3h"}})
    found = carried(*roster_of(told))
    assert found == (AccountBalance(person=SOMEBODY, account="f4", minutes=180),)
    again = World.problem(told, {}).model_copy(update={"accounts": found})
    _, roster = roster_of(told)
    hours = next(line for line in statement(again, roster) if line.account == "hours")
    assert hours.opening == 0


def test_who_has_no_position_owes_no_hours() -> None:
    hours = accounts(world("DDFFFFF", people={}))["hours"]
    assert (figures(hours), parts(hours)) == ((0, 0, 0, 0), {})
