"""An INRC-I instance costs what its contracts say; runs at the edges are judged as they stand."""

from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.readers.public import read_inrc1
from rostering.score import score
from tests.readers.public.small import INRC1, put_inrc1, roster
from tests.readers.spoilt import faults_of, only_fault

# 2010-01-01 is a Friday: day 0; Saturday 1, Sunday 2, Monday 3, Tuesday 4, Thursday 6.


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return read_inrc1(put_inrc1(tmp_path), "tiny01")


def points(problem: Problem, person: str, *duties: tuple[str, int, str]) -> dict[str, int]:
    """Return the points of a person's priced breaches by rule."""
    card = score(problem, roster(problem, *duties))
    found: dict[str, int] = {}
    for breach in card.breaches:
        if not breach.hard and breach.person == person:
            found[breach.rule] = found.get(breach.rule, 0) + breach.amount
    return found


def test_nobody_at_work_is_one_run_of_days_off_that_both_edges_close(problem: Problem) -> None:
    assert points(problem, "a") == {"totals": 2, "stretches": 3}  # 2 duties, 7 days against 4
    assert points(problem, "b") == {}  # every limit of that contract is off or free


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        # One working day at the first edge: 1 day short at 3 points, and 6 days off against 4.
        ([("a", 0, "E")], {"stretches": 3 + 2, "totals": 1}),
        # Two of two: 5 days off against 4.
        ([("a", 0, "E"), ("a", 1, "E")], {"stretches": 1, "patterns": 13}),
        # A single day off in the middle is 1 short of 2; the days off after it are 3.
        ([("a", 0, "E"), ("a", 1, "E"), ("a", 3, "E")], {"stretches": 1 + 3, "patterns": 13}),
        # Five duties: one above four at 2 points; five in a row against three; the day off at the
        # end is 1 short of 2, that in front too.
        (
            [("a", day, "E") for day in range(1, 6)],
            {"totals": 2, "stretches": 2 + 1 + 1, "patterns": 7},
        ),
    ],
)
def test_runs_and_sums_cost_what_the_contract_says(
    problem: Problem, duties: list[tuple[str, int, str]], expected: dict[str, int]
) -> None:
    assert points(problem, "a", *duties) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({1: "E", 2: "E"}, 7),  # Friday off before two days: the pattern
        ({1: "E"}, 10 + 3),  # incomplete, and the other day has not the same shift
        ({2: "E"}, 10 + 3),
        ({0: "E", 1: "E", 2: "H"}, 2 * 3),  # two shifts: each is missing on one of two days
        ({0: "N"}, 0),  # a night before a free weekend costs nothing any more
        ({3: "N", 4: "E"}, 4),  # the pattern that may begin on any day
        ({4: "N"}, 0),
    ],
)
def test_weekends_and_patterns_cost_what_the_contract_says(
    problem: Problem, days: dict[int, str], expected: int
) -> None:
    duties = [("a", day, shift) for day, shift in days.items()]
    assert points(problem, "a", *duties).get("patterns", 0) == expected


@pytest.mark.parametrize(
    ("worked", "expected"),
    [("110", 1), ("011", 1), ("100", 2), ("010", 2), ("001", 2), ("101", 4), ("111", 0)],
)
def test_a_weekend_of_three_days_costs_its_free_days_and_a_gap_more(
    problem: Problem, worked: str, expected: int
) -> None:
    duties = [("b", day, "E") for day, one in enumerate(worked) if one == "1"]
    assert points(problem, "b", *duties).get("patterns", 0) == expected


def test_requests_and_missing_skills_are_wishes_with_points(problem: Problem) -> None:
    card = score(problem, roster(problem, ("b", 3, "E"), ("a", 5, "H")))
    # b did not want E on Monday (3) and is at work as wanted; a wanted E there (1), and takes
    # H without its skill (6).
    assert next(term.points for term in card.terms if term.term == "wishes") == 3 + 1 + 6


def test_cover_is_exact_and_a_date_replaces_its_weekday(problem: Problem) -> None:
    right = score(problem, roster(problem, ("b", 3, "E")))
    assert right.lawful
    for wrong in ([], [("a", 3, "E"), ("b", 3, "E")], [("b", 3, "E"), ("a", 4, "H")]):
        card = score(problem, roster(problem, *wrong))
        assert {breach.rule for breach in card.breaches if breach.hard} == {"coverage"}


def test_weekends_in_a_row_are_counted(tmp_path: Path) -> None:
    text = INRC1.replace("2010-01-07", "2010-01-14").replace("EMPLOYEES 2", "EMPLOYEES = 2")
    problem = read_inrc1(put_inrc1(tmp_path, text), "tiny01")
    first = [("a", 1, "E"), ("a", 2, "E")]
    both = points(problem, "a", *first, ("a", 8, "E"), ("a", 9, "E"))
    one = points(problem, "a", *first, ("a", 6, "E"), ("a", 7, "E"))  # Thursday and Friday
    # Both: the first day off alone (1), five days off (1), two weekends against one (5).
    # One: the first day off alone (1), six days off at the end (2).
    assert (both["stretches"], one["stretches"]) == (1 + 1 + 5, 1 + 2)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("(1|2|4)", "(1|2)", "max duties '(1|2)'"),
        ("(1|10), (1|3)", "(2|10), (1|3)", "complete '(2|10)'"),
        ("0, full, (1|1)", "0, full, (0|1)", "single assignment a day (0|1)"),
        ("2, 0 1;", "3, 0 1;", "2 patterns"),
        ("2, 0 1;", "2, 0 9;", 'unknown pattern "9"'),
        ("FridaySaturdaySunday", "Fridays", 'unknown weekend "Fridays"'),
        ("(N|Any) (E|Any)", "(N|Any) (X|Any)", 'unknown shift "X"'),
        ("(Any|Saturday)", "(Any|Monday)", "Friday, Monday, Sunday"),
        ("4, 2 (N", "4, 3 (N", "2 days"),
        ("b, Bo, 1", "b, Bo, 7", 'unknown contract "7"'),
        ("2, HeadNurse Nurse", "1, HeadNurse Nurse", "2 skills"),
        ("06:30:00, 14", "6.30, 14", "'6.30'"),
        ("22:30:00, 06:30:00", "22:30:00, 07:30:00", "shift N until 07:30 of the next day"),
        ("a, 2010-01-04, 5", "a, 2010-02-04, 5", "2010-02-04"),
        ("a, 2010-01-04, 5", "a, 04.01.2010, 5", "'04.01.2010'"),
        ("DAY_ON_REQUESTS = 1", "DAY_ON_REQUESTS = 2", "1 rows of DAY_ON_REQUESTS"),
        ("Tuesday, H, 1", "Monday, E, 1", "shift E of Monday a second time"),
        ("Tuesday, H, 1", "Tuesdy, H, 1", 'unknown weekday "Tuesdy"'),
        ("2010-01-01, 2010-01-07", "2010-01-07, 2010-01-01", "2010-01-07 to 2010-01-01"),
        ("2010-01-07", "2010-01-29", "a period of 29 days"),
        ("SKILLS = 2", "SKILL_LIST = 2", 'unknown section "SKILL_LIST"'),
    ],
)
def test_a_wrong_entry_is_told(tmp_path: Path, old: str, new: str, found: str) -> None:
    assert INRC1.count(old) >= 1
    folder = put_inrc1(tmp_path, INRC1.replace(old, new))
    faults = faults_of(lambda: read_inrc1(folder, "tiny01"))
    assert found in [fault.found for fault in faults]
    assert all(fault.where.startswith("tiny01.txt") for fault in faults)


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    folder = put_inrc1(tmp_path, INRC1[: INRC1.index("SHIFT_ON_REQUESTS")])
    fault = only_fault(lambda: read_inrc1(folder, "tiny01"))
    assert fault.found == "no SHIFT_ON_REQUESTS"
