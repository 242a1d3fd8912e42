"""An INRC-II instance costs what the competition's rules say, the history included."""

from datetime import date
from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.readers.public import read_inrc2
from rostering.score import score
from tests.readers.public.small import INRC2_NAME, inrc2_data, put_inrc2, roster
from tests.readers.spoilt import faults_of, only_fault

NEEDED = ("Bob", 1, "Early", "Early-Nurse-1-2")


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return read_inrc2(put_inrc2(tmp_path), INRC2_NAME)


def changed(folder: Path, name: str, *path: str | int, value: object) -> Problem:
    """Return the instance with one value of one file changed."""
    data = inrc2_data()
    here = data[name]
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return read_inrc2(put_inrc2(folder, data), INRC2_NAME)


def broken(problem: Problem, *duties: tuple[str, int, str] | tuple[str, int, str, str]) -> set[str]:
    card = score(problem, roster(problem, *duties))
    return {breach.rule for breach in card.breaches if breach.hard}


def priced(
    problem: Problem, *duties: tuple[str, int, str] | tuple[str, int, str, str]
) -> dict[tuple[str, str], int]:
    """Return the points of priced breaches by person and rule."""
    found: dict[tuple[str, str], int] = {}
    for breach in score(problem, roster(problem, *duties)).breaches:
        if not breach.hard:
            key = (breach.person or "", breach.rule)
            found[key] = found.get(key, 0) + breach.amount
    return found


def test_the_past_ends_in_just_the_runs_of_the_history(problem: Problem) -> None:
    assert problem.history_from == date(2026, 1, 1)  # a day before the longest run
    past = {(duty.person, duty.date.day, duty.shift) for duty in problem.history}
    assert past == {("Ann", 2, "Early"), ("Ann", 3, "Early"), ("Ann", 4, "Night")} | {
        ("Bob", 2, "Early")  # closes the two days off
    }


def test_cover_under_the_optimum_costs_30_each_and_the_minimum_is_hard(problem: Problem) -> None:
    card = score(problem, roster(problem, NEEDED))
    prices = next(term.points for term in card.terms if term.term == "row_prices")
    assert prices == 2 * 30  # one in Early, one in Night
    assert broken(problem, NEEDED) == set()
    assert broken(problem) == {"coverage"}


def test_only_the_skill_in_which_somebody_works_counts(problem: Problem) -> None:
    assert broken(problem, ("Bob", 1, "Early")) == {"coverage"}


def test_somebody_without_the_skill_may_not_fill_its_row(tmp_path: Path) -> None:
    skills = ("Sc-n002w2.json", "nurses", 1, "skills")
    problem = changed(tmp_path, *skills, value=["Head"])
    assert "competence" in broken(problem, NEEDED)


def test_the_last_shift_of_the_history_forbids_what_may_not_follow(problem: Problem) -> None:
    assert broken(problem, NEEDED, ("Ann", 0, "Early")) == {"successions"}
    assert broken(problem, NEEDED, ("Ann", 0, "Night")) == set()


def test_a_run_of_the_history_that_stops_too_short_costs(problem: Problem) -> None:
    at_night = ("Ann", "stretches")
    assert priced(problem, NEEDED)[at_night] == 15  # one night, at least two
    assert at_night not in priced(problem, NEEDED, ("Ann", 0, "Night"))


def test_a_run_that_the_history_began_is_too_long_by_the_days_that_are_added(
    tmp_path: Path,
) -> None:
    most = ("Sc-n002w2.json", "shiftTypes", 1, "maximumNumberOfConsecutiveAssignments")
    problem = changed(tmp_path, *most, value=2)
    nights = [("Ann", day, "Night") for day in range(3)]
    assert priced(problem, NEEDED, *nights)[("Ann", "stretches")] == 2 * 15


def test_days_off_of_the_history_count(tmp_path: Path) -> None:
    least = ("Sc-n002w2.json", "contracts", 1, "minimumNumberOfConsecutiveDaysOff")
    problem = changed(tmp_path, *least, value=4)
    assert priced(problem, NEEDED)[("Bob", "stretches")] == 30  # two and Monday, of four


def test_a_run_at_the_end_of_the_horizon_may_go_on(problem: Problem) -> None:
    last = ("Bob", 13, "Night")
    assert ("Bob", "stretches") not in priced(problem, NEEDED, last)
    assert priced(problem, NEEDED, ("Bob", 12, "Night"))[("Bob", "stretches")] == 15


def test_an_incomplete_weekend_costs_30_where_the_contract_asks_for_whole_ones(
    problem: Problem,
) -> None:
    saturday = [(who, 5, "Early") for who in ("Ann", "Bob")]
    found = priced(problem, NEEDED, *saturday)
    assert (found.get(("Ann", "patterns")), found[("Bob", "patterns")]) == (None, 30)


def test_assignments_cost_20_and_weekends_30_and_the_history_has_used_some(
    tmp_path: Path,
) -> None:
    data = inrc2_data()
    past = data["H0-n002w2-0.json"]["nurseHistory"][1]
    past["numberOfAssignments"], past["numberOfWorkingWeekends"] = 7, 2
    problem = read_inrc2(put_inrc2(tmp_path, data), INRC2_NAME)
    duties = [("Bob", day, "Early") for day in (2, 5, 6)]
    assert priced(problem, NEEDED, *duties)[("Bob", "totals")] == 2 * 20 + 30


def test_preferences_cost_10_for_a_shift_or_any(problem: Problem) -> None:
    card = score(problem, roster(problem, NEEDED, ("Bob", 0, "Night"), ("Ann", 1, "Early")))
    assert next(term.points for term in card.terms if term.term == "wishes") == 10
    card = score(problem, roster(problem, NEEDED, ("Ann", 1, "Night")))
    assert next(term.points for term in card.terms if term.term == "wishes") == 10


@pytest.mark.parametrize(
    ("file", "path", "value", "where", "found"),
    [
        (
            "WD-n002w2-0.json",
            ("requirements", 0, "shiftType"),
            "Erly",
            "requirements[0].shiftType",
            'unknown shift "Erly"',
        ),
        (
            "WD-n002w2-0.json",
            ("requirements", 0, "requirementOnTuesday", "minimum"),
            3,
            "requirements[0].requirementOnTuesday",
            "minimum 3 above optimum 2",
        ),
        (
            "WD-n002w2-0.json",
            ("requirements", 1, "skill"),
            "Nurse",
            "requirements[1]",
            "Nurse in Early a second time",
        ),
        (
            "WD-n002w2-0.json",
            ("shiftOffRequests", 0, "day"),
            "Mon",
            "shiftOffRequests[0].day",
            'unknown day "Mon"',
        ),
        ("WD-n002w2-1.json", ("scenario",), "n005w4", "scenario", "'n005w4'"),
        (
            "H0-n002w2-0.json",
            ("nurseHistory", 0, "numberOfConsecutiveAssignments"),
            4,
            "nurseHistory[0].numberOfConsecutiveAssignments",
            "4 assignments in a row in 3 working days",
        ),
        (
            "H0-n002w2-0.json",
            ("nurseHistory", 0, "numberOfConsecutiveDaysOff"),
            1,
            "nurseHistory[0]",
            "3 working days and 1 days off before the horizon",
        ),
        (
            "H0-n002w2-0.json",
            ("nurseHistory", 1, "nurse"),
            "Ann",
            "nurseHistory",
            "nothing of 'Bob'",
        ),
        (
            "Sc-n002w2.json",
            ("nurses", 0, "contract"),
            "Half",
            "nurses[0].contract",
            'unknown contract "Half"',
        ),
        (
            "Sc-n002w2.json",
            ("contracts", 0, "minimumNumberOfAssignments"),
            10,
            "contracts[0]",
            "at least 10 and at most 9 assignments",
        ),
        ("Sc-n002w2.json", ("numberOfWeeks",), "2", "numberOfWeeks", '"2"'),
    ],
)
def test_a_wrong_value_is_told_with_its_file_and_path(
    tmp_path: Path, file: str, path: tuple[str | int, ...], value: object, where: str, found: str
) -> None:
    faults = faults_of(lambda: changed(tmp_path, file, *path, value=value))
    assert (f"{file}, {where}", found) in [(fault.where, fault.found) for fault in faults]


def test_every_week_file_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    folder = put_inrc2(tmp_path)
    faults = faults_of(lambda: read_inrc2(folder, "n002w2_0_7-8"))
    assert [Path(fault.where).name for fault in faults] == ["WD-n002w2-7.json", "WD-n002w2-8.json"]
    assert {f.needed for f in faults} == {"one of: WD-n002w2-0.json, WD-n002w2-1.json"}


def test_a_set_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    fault = only_fault(lambda: read_inrc2(put_inrc2(tmp_path), "n003w2_0_0-1"))
    assert (fault.needed, fault.maybe) == ("one of: n002w2", "'n002w2' is meant")


def test_a_name_of_another_form_is_told(tmp_path: Path) -> None:
    fault = only_fault(lambda: read_inrc2(put_inrc2(tmp_path), "n002w2"))
    assert "n030w4_1_6-2-9-1" in fault.needed


def test_as_many_weeks_as_the_scenario_has_must_be_named(tmp_path: Path) -> None:
    fault = only_fault(lambda: read_inrc2(put_inrc2(tmp_path), "n002w2_0_0"))
    assert fault.found == "2 weeks, and 1 in the instance's name"
