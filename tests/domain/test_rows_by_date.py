"""Demand rows with dates of their own: which cells and roles they give, and on which days."""

from __future__ import annotations

from datetime import date, timedelta

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem

MONDAY = date(2027, 1, 4)


def index(*rows: dict[str, object]) -> ProblemIndex:
    """Return the index of a week with one person, one shift and some demand rows."""
    told = {
        "name": "rows",
        "horizon": {"start": MONDAY, "days": 7},
        "units": [{"id": "u"}],
        "shifts": [{"code": "D", "kind": "day", "start": "07:30", "end": "15:00"}],
        "people": [{"id": "kari", "name": "Kari", "home_unit": "u"}],
        "demand": [{"units": ["u"], "shifts": ["D"], **row} for row in rows],
    }
    return ProblemIndex(Problem.model_validate(told))


def days(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(days=number) for number in numbers]


def test_a_row_with_dates_has_a_cell_on_each_of_them_in_order() -> None:
    found = index({"id": "some", "only_dates": days(5, 2, 2)}, {"id": "all", "weekdays": [1, 7]})
    assert [(c.row.id, c.day) for c in found.cells] == [
        ("some", 2),
        ("some", 5),
        ("all", 0),
        ("all", 6),
    ]


def test_dates_outside_the_period_or_excepted_have_none() -> None:
    row = {"id": "some", "only_dates": days(-1, 1, 3, 7), "except_dates": days(3)}
    assert [c.day for c in index(row).cells] == [1]


def test_the_roles_of_a_day_come_in_the_order_of_the_rows() -> None:
    found = index(
        {"id": "late", "exclusive": True, "only_dates": days(1, 2)},
        {"id": "always", "exclusive": True},
        {"id": "plain", "only_dates": days(1)},
        {"id": "first", "exclusive": True, "only_dates": days(1), "except_dates": days(2)},
    )
    (kari,) = found.problem.people
    roles = [[duty.role for duty in found.options(kari, day)] for day in range(4)]
    assert roles == [
        [None, "always"],
        [None, "late", "always", "first"],
        [None, "late", "always"],
        [None, "always"],
    ]
    assert found.role_need("first") == found.problem.demand[3].competence
    assert found.role_need(None) is None
