"""Faults that only show when the parts of a ward are held against each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from rostering.domain.consistency import faults
from rostering.domain.problem import Problem
from rostering.errors import Fault


def found(person: dict[str, Any] | None = None, **more: object) -> list[Fault]:
    """Return the faults of a ward of one person over two weeks."""
    kari = {"id": "kari", "name": "Kari", "home_unit": "u", **(person or {})}
    told = {
        "name": "ward",
        "horizon": {"start": dt.date(2027, 1, 4), "days": 14},
        "units": [{"id": "u"}],
        "shifts": [{"code": "D", "kind": "day", "start": "07:30", "end": "15:00"}],
        "people": [kari],
        **more,
    }
    return list(faults(Problem.model_validate(told)))


@pytest.mark.parametrize(
    ("told", "saturday"),
    [
        ((2027, 1, 4), "2027-01-09"),
        ((2027, 1, 8), "2027-01-09"),
        ((2027, 1, 10), "2027-01-09"),
        ((2026, 12, 31), "2027-01-02"),
    ],
)
def test_an_own_weekend_begins_on_a_saturday_and_that_of_its_week_is_guessed(
    told: tuple[int, int, int], saturday: str
) -> None:
    (fault,) = found({"weekend_from": dt.date(*told)})
    assert fault.where == "people[0].weekend_from"
    assert fault.needed == "a Saturday"
    assert fault.maybe == f"{saturday} is meant"


def test_a_saturday_is_fine_and_the_last_week_of_all_is_told_too() -> None:
    assert found({"weekend_from": dt.date(2027, 1, 9)}) == []
    assert len(found({"weekend_from": dt.date.max})) == 1


def agreed(*days: int) -> list[dict[str, Any]]:
    return [{"person": "kari", "kind": "F3", "days": number} for number in days]


def test_agreed_days_may_fill_the_period_and_no_more() -> None:
    assert found(agreed_days=agreed(10, 4)) == []
    (fault,) = found(agreed_days=agreed(10, 5, 1))
    assert fault.where == "agreed_days[1].days"
    assert fault.found == "15 days off of 'kari' in all"
    assert fault.needed == "14 at most, the days of the period"
