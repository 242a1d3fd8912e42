"""A Curtois instance costs and forbids what its text says."""

from datetime import date
from pathlib import Path

import pytest

from rostering.domain.problem import Problem
from rostering.domain.wishes import Lock
from rostering.readers.public import read_curtois
from rostering.score import score
from tests.readers.public.small import CURTOIS, put_curtois, roster
from tests.readers.spoilt import faults_of, only_fault

GOOD = (("A", 2, "E"), ("A", 3, "L"))


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return read_curtois(put_curtois(tmp_path), "1")


def told(problem: Problem, *duties: tuple[str, int, str]) -> list[tuple[str, str | None]]:
    """Return the rules that a roster breaks hard, with whom."""
    card = score(problem, roster(problem, *duties))
    return sorted((breach.rule, breach.person or "") for breach in card.breaches if breach.hard)


def test_requests_and_cover_cost_their_weights_and_nothing_else_does(problem: Problem) -> None:
    card = score(problem, roster(problem, *GOOD))
    assert {term.term: term.points for term in card.terms if term.points} == {
        "wishes": 4 + 3,  # A wants E on a day off, B wants E on Wednesday and is off
        "row_prices": 100,  # nobody in E on Thursday
    }
    assert card.lawful


def test_one_more_than_asked_costs_the_weight_over(problem: Problem) -> None:
    card = score(problem, roster(problem, *GOOD, ("B", 2, "E"), ("B", 3, "E"), ("B", 4, "E")))
    assert card.total == 4 + 2 + 1  # A's day off, B off on Thursday, a second E on Wednesday


def test_a_request_off_weighs_and_one_of_weight_0_does_not(problem: Problem) -> None:
    with_both = score(problem, roster(problem, *GOOD, ("B", 3, "E"), ("B", 4, "E")))
    assert with_both.total == 4 + 3 + 2


def test_a_day_that_asks_for_nobody_costs_each_who_comes(problem: Problem) -> None:
    card = score(problem, roster(problem, *GOOD, ("B", 5, "E")))
    assert card.total == 107 + 7


@pytest.mark.parametrize(
    ("duties", "broken"),
    [
        ([("A", 2, "L"), ("A", 3, "E")], [("successions", "A")]),
        ([("A", 2, "E")], [("stretches", "A"), ("totals", "A")]),  # alone, and too few minutes
        ([*GOOD, ("B", 2, "L")], [("totals", "B")]),  # at most no L at all
        ([*GOOD, ("B", 6, "E")], [("totals", "B")]),  # no weekend
        ([*GOOD, ("A", 5, "E"), ("A", 6, "E")], [("stretches", "A")]),  # a single day off
        ([("A", 2, "L"), ("A", 3, "L"), ("A", 4, "L")], [("totals", "A")]),
    ],
)
def test_the_rules_of_staff_bind_hard(
    problem: Problem, duties: list[tuple[str, int, str]], broken: list[tuple[str, str]]
) -> None:
    assert told(problem, *duties) == broken


def test_the_least_in_a_row_does_not_bind_at_the_ends(problem: Problem) -> None:
    assert told(problem, ("A", 5, "E"), ("A", 6, "E")) == []
    assert told(problem, *GOOD, ("A", 6, "E")) == []  # it may go on after Sunday


def test_a_day_off_is_locked_so_that_wishes_for_it_still_count(problem: Problem) -> None:
    days = (date(2026, 1, 5), date(2026, 1, 6))
    assert problem.locks == tuple(Lock(person="A", date=day) for day in days)


def test_work_on_a_day_off_is_told(problem: Problem) -> None:
    # On Monday A wants to work: that day is locked alone, or the wish would not count.
    assert ("availability", "A") in told(problem, ("A", 1, "E"), ("A", 2, "E"))
    assert told(problem, ("A", 0, "E"), ("A", 3, "E"), ("A", 4, "E")) == []


def test_shifts_keep_their_length_when_clocks_change(tmp_path: Path) -> None:
    text = CURTOIS.replace("\n7\n", "\n84\n").replace("A,E=7|L=2,2400,960", "A,E=7|L=2,960,960")
    problem = read_curtois(put_curtois(tmp_path, text), "Instance1")
    assert told(problem, ("A", 82, "E"), ("A", 83, "E")) == []  # 29 March 2026


@pytest.mark.parametrize(
    ("old", "new", "where", "found"),
    [
        ("L,600,E", "L,600,X", "line 8", 'unknown shift "X"'),
        ("L,600,E", "L,6oo,E", "line 8", 'shift length "6oo"'),
        ("L,600,E", "off,600,E\nL,600,", "line 8", 'a shift called "off"'),
        ("A,0,E,4", "C,0,E,4", "line 19", 'unknown employee "C"'),
        ("A,0,E,4", "A,7,E,4", "line 19", 'day "7"'),
        ("A,0,E,4", "A,0,E", "line 19", "3 of 4 entries"),
        ("3,L,1,50,0", "3,E,1,50,0", "line 29", "day 3 of shift E a second time"),
        ("A,E=7|L=2", "A,E:7", "line 12", "'E:7'"),
        ("A,E=7|L=2,2400", "A,E=7|L=2,", "line 12", "no most minutes"),
        ("B,E=7|L=0", "A,E=7|L=0", "line 13", 'employee "A" a second time'),
        ("\n7\n", "\n\n", "SECTION_HORIZON", "0 lines"),
        ("\n7\n", "\n0\n", "line 4", 'horizon "0"'),
    ],
)
def test_a_wrong_entry_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, where: str, found: str
) -> None:
    assert CURTOIS.count(old) == 1
    folder = put_curtois(tmp_path, CURTOIS.replace(old, new))
    places = [(f.where, f.found) for f in faults_of(lambda: read_curtois(folder, "1"))]
    assert (f"Instance1.txt, {where}", found) in places


def test_a_missing_section_is_named(tmp_path: Path) -> None:
    folder = put_curtois(tmp_path, CURTOIS[: CURTOIS.index("SECTION_COVER")])
    fault = only_fault(lambda: read_curtois(folder, "1"))
    assert fault.found == "no SECTION_COVER"
    assert "it was cut off after: SECTION_HORIZON" in fault.maybe


def test_an_unknown_section_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    folder = put_curtois(tmp_path, CURTOIS.replace("SECTION_STAFF", "SECTION_STAF"))
    first = faults_of(lambda: read_curtois(folder, "1"))[0]
    assert (first.found, first.maybe) == (
        'unknown section "SECTION_STAF"',
        "'SECTION_STAFF' is meant",
    )


def test_a_file_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    fault = only_fault(lambda: read_curtois(put_curtois(tmp_path), "3"))
    assert fault.needed == "one of: Instance1.txt"
