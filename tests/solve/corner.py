"""A corner of a ward for the solve tests: two people, four days, one day and one evening shift."""

from __future__ import annotations

from typing import Any

from rostering.domain.problem import Problem

START = "2027-03-01"


def corner(**changes: object) -> Problem:
    """Return a small problem; ``changes`` replace whole fields of its data."""
    data: dict[str, Any] = {
        "name": "Corner",
        "horizon": {"start": START, "days": 4},
        "units": [{"id": "u"}],
        "shifts": [
            {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
            {"code": "A", "kind": "evening", "start": "14:45", "end": "22:15"},
        ],
        "people": [
            {"id": "ann", "name": "Ann", "home_unit": "u"},
            {"id": "bo", "name": "Bo", "home_unit": "u"},
        ],
        "demand": [{"id": "d", "units": ["u"], "shifts": ["D"], "minimum": 1, "target": 1}],
    }
    return Problem.model_validate({**data, **changes})


def day(number: int) -> str:
    """Return the date of a day of the corner, from 0."""
    return f"2027-03-{number + 1:02d}"
