"""A ward's lattices and rows against the score card, and rosters to and from columns."""

from __future__ import annotations

import pytest

from rostering.check import Court
from rostering.domain.roster import Assignment
from rostering.strategies.columns.ward import Ward
from tests.solve.corner import corner, day
from tests.strategies.columns.faces import agree, counted, lines, rosters
from tests.strategies.columns.small import problems

PROBLEMS = problems()
LOOSE = {"turning", "round", "shared line"}
"""Of which something that rules or terms say is in no lattice and no row."""


@pytest.mark.parametrize("name", PROBLEMS)
def test_lines_and_sums_cost_what_the_score_card_says(name: str) -> None:
    ward = Ward(PROBLEMS[name])
    assert ward.exact is (name not in LOOSE)
    for share in (0.0, 0.3, 0.6):
        for duties in rosters(ward, 20, 1, share):
            assert agree(ward, duties), duties
    for columns in lines(ward, 40, 1):
        assert agree(ward, ward.assignments(columns))


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_roster_becomes_columns_and_comes_back(name: str) -> None:
    ward = Ward(PROBLEMS[name])
    for columns in lines(ward, 20, 2):
        duties = ward.assignments(columns)
        again = ward.columns(duties)
        assert again is not None
        assert [(c.person, c.options, c.flat, c.cost, c.rows) for c in again] == [
            (c.person, c.options, c.flat, c.cost, c.rows) for c in columns
        ]
        assert ward.assignments(again) == duties


@pytest.mark.parametrize("name", PROBLEMS)
def test_judged_gives_the_card_s_points_and_none_to_what_is_not_lawful(name: str) -> None:
    ward = Ward(PROBLEMS[name])
    for duties in rosters(ward, 20, 3, 0.4):
        assert ward.judged(duties) == counted(Court.of(PROBLEMS[name]), duties)


def worked(*cells: tuple[str, int, str]) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(person=person, date=day(number), shift=shift, unit="u")
        for person, number, shift in cells
    )


def test_a_roster_with_two_duties_on_a_day_has_no_columns() -> None:
    ward = Ward(corner())
    assert ward.columns(worked(("ann", 0, "D"))) is not None
    assert ward.columns(worked(("ann", 0, "D"), ("ann", 0, "A"))) is None


def test_a_line_that_breaks_a_hard_rule_has_no_column() -> None:
    """An evening to 22:15 and a day from 07:30 leave too little rest."""
    assert Ward(corner()).columns(worked(("ann", 0, "A"), ("ann", 1, "D"))) is None


def test_what_is_barred_for_one_person_alone_is_in_nobody_s_column() -> None:
    absences = [{"person": "ann", "first": day(1), "last": day(1), "kind": "sick"}]
    ward = Ward(corner(absences=absences))
    assert ward.columns(worked(("ann", 1, "D"))) is None
    assert ward.columns(worked(("bo", 1, "D"))) is not None


def test_a_locked_cell_is_in_every_column() -> None:
    ward = Ward(corner(locks=[{"person": "bo", "date": day(1), "shift": "A"}]))
    assert ward.columns(worked(("bo", 1, "A"))) is not None
    assert ward.columns(()) is None


def test_demand_that_nobody_can_cover_is_impossible() -> None:
    """Nobody has the competence: the sum over nobody's duties is under its minimum."""
    able = {"all_of": ["nurse"]}
    demand = [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 1, "target": 1,
               "competence": able}]  # fmt: skip
    assert not Ward(corner(demand=demand, competences=[{"code": "nurse"}])).possible
    assert Ward(corner()).possible


def test_locks_that_rest_keeps_apart_leave_nobody_a_line() -> None:
    cells = ((0, "A"), (1, "D"))
    nobody = [{"person": "ann", "date": day(n), "shift": shift} for n, shift in cells]
    duties = worked(*(("ann", n, shift) for n, shift in cells))
    assert Ward(corner(locks=nobody)).columns(duties) is None
    assert Ward(corner(locks=nobody[:1])).columns(duties[:1]) is not None
