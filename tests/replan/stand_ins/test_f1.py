"""The weekly rest is only worked on request, and then it is told where the new 35 hours lie."""

from rostering.domain.roster import DayCode
from rostering.replan.stand_ins import Reason
from tests.replan.wards import date, held_against, moment, offer, opened, person, refusal, ward

KARI = person("kari", 100)
EVENING = {"id": "evening", "units": ["post"], "shifts": ["A"], "minimum": 1, "target": 1}
NIGHT = {"id": "night", "units": ["post"], "shifts": ["N"], "minimum": 1, "target": 1}


def test_a_sunday_off_is_f1_and_the_days_before_it_can_be_the_new_one() -> None:
    # Ola works Monday to Wednesday: off from Wednesday 15:00, F1 is Sunday
    problem = ward([KARI, person("ola", 50)])
    lines = {"kari": "......D", "ola": "DDD"}
    asked = opened(day=6)
    assert refusal(held_against(problem, lines, asked), "ola").reason is Reason.F1
    found = offer(held_against(problem, lines, asked, on_request=True), "ola")
    (rest,) = found.new_rest
    assert rest.f1 == date(6)
    assert rest.start == moment("2027-01-06 15:00")
    assert rest.end == moment("2027-01-10 07:30")
    assert (rest.minutes, rest.least) == (88 * 60 + 30, 35 * 60)


def test_a_night_into_f1_takes_it_and_leaves_no_rest_when_the_week_is_full() -> None:
    # off from Friday 15:00; the night begins 31.5 h later, on Saturday 22:30, and ends on Sunday
    problem = ward([KARI, person("ola", 75)], demand=[NIGHT])
    lines = {"kari": ".....N", "ola": "DDDDD"}
    asked = opened(day=5, shift="N")
    assert refusal(held_against(problem, lines, asked), "ola").reason is Reason.F1
    found = held_against(problem, lines, asked, on_request=True)
    assert refusal(found, "ola").reason is Reason.NO_NEW_REST


def test_a_shift_beside_f1_that_cuts_its_35_hours_takes_it_too() -> None:
    # Saturday evening to 22:30: 25.5 h are left around F1 on Sunday; Wednesday is free
    problem = ward([KARI, person("ola", 50)], demand=[EVENING])
    lines = {"kari": ".....A", "ola": "DD.DD"}
    asked = opened(day=5, shift="A")
    assert refusal(held_against(problem, lines, asked), "ola").reason is Reason.F1
    (rest,) = offer(held_against(problem, lines, asked, on_request=True), "ola").new_rest
    assert (rest.start, rest.end) == (moment("2027-01-05 15:00"), moment("2027-01-07 07:30"))


def test_a_shift_on_f2_or_far_from_f1_leaves_it_alone() -> None:
    # off from Wednesday 15:00; a day shift on Friday leaves Friday 15:00 to Sunday 24:00, 57 h
    problem = ward([KARI, person("ola", 50)])
    found = held_against(problem, {"kari": "....D", "ola": "DDD"}, opened(day=4))
    assert offer(found, "ola").new_rest == ()


def test_the_rosters_own_f1_counts_when_it_marks_any() -> None:
    problem = ward([KARI, person("ola", 50)])
    mark = {"person": "ola", "date": date(3), "code": DayCode.F1}
    lines = {"kari": "...D", "ola": "D"}
    asked = opened(day=3)
    assert offer(held_against(problem, lines, asked), "ola").new_rest == ()
    marked = held_against(problem, lines, asked, overlays=[mark])
    assert refusal(marked, "ola").reason is Reason.F1
    requested = held_against(problem, lines, asked, overlays=[mark], on_request=True)
    (rest,) = offer(requested, "ola").new_rest
    # Thursday 15:00 to Sunday 24:00 is 81 h; Monday 15:00 to Thursday 07:30 is 64.5
    assert rest.start == moment("2027-01-07 15:00")


def test_an_agreement_on_28_hours_is_what_the_new_rest_is_held_against() -> None:
    agreed = [{"id": "a", "level": "L2", "rules": ["weekly_rest"]}]
    problem = ward([KARI, person("ola", 75)], agreements=agreed, demand=[NIGHT])
    # Friday 15:00 to Saturday 22:30 is 31.5 h without a whole day in it
    lines = {"kari": ".....N", "ola": "DDDD"}
    found = held_against(problem, lines, opened(day=5, shift="N"), on_request=True)
    (rest,) = offer(found, "ola").new_rest
    # Thursday 15:00 to Saturday 22:30 holds Friday whole
    assert (rest.minutes, rest.least) == (55 * 60 + 30, 28 * 60)


def test_nobody_else_is_asked_on_f1_because_of_on_request_alone() -> None:
    problem = ward([KARI, person("ola", 50)], call_choices=[
        {"person": "ola", "kind": "do_not_call", "first": date(6)},
    ])  # fmt: skip
    found = held_against(problem, {"kari": "......D", "ola": "DDD"}, opened(day=6), on_request=True)
    assert refusal(found, "ola").reason is Reason.DO_NOT_CALL
