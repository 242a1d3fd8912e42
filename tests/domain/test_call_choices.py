"""Who volunteers for extra shifts and who must not be called: the names in it must exist."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from fixtures import ward
from rostering.domain.canonical import canonical_json, content_hash
from rostering.domain.consistency import faults
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftKind
from rostering.domain.wishes import CallChoice
from rostering.kinds.base import base_problem

FIRST = dt.date(2027, 1, 4)


def choice(**more: object) -> dict[str, Any]:
    return {"person": "kari", "kind": "volunteer", "first": FIRST, **more}


def with_choices(*choices: dict[str, Any]) -> Problem:
    return Problem.model_validate(
        {
            "name": "ward",
            "horizon": {"start": FIRST, "days": 14},
            "units": [{"id": "u"}],
            "shifts": [{"code": "D", "kind": "day", "start": "07:30", "end": "15:00"}],
            "people": [{"id": "kari", "name": "Kari", "home_unit": "u"}],
            "call_choices": choices,
        }
    )


def test_unknown_people_and_shifts_are_told_with_their_place() -> None:
    found = list(faults(with_choices(choice(), choice(person="karl", shifts=["D", "X"]))))
    assert [(fault.where, fault.found) for fault in found] == [
        ("call_choices[1].person", "unknown person 'karl'"),
        ("call_choices[1].shifts", "unknown shift 'X'"),
    ]
    assert found[0].maybe == "'kari' is meant"


def test_a_choice_may_reach_beyond_the_period() -> None:
    long = choice(first=dt.date(2026, 1, 1), last=dt.date(2028, 12, 31))
    assert list(faults(with_choices(long))) == []


def test_a_choice_runs_forward_and_is_of_a_known_kind() -> None:
    with pytest.raises(ValidationError, match="before the first"):
        with_choices(choice(last=dt.date(2027, 1, 3)))
    with pytest.raises(ValidationError, match="volunteer"):
        with_choices(choice(kind="maybe"))


@pytest.mark.parametrize(
    ("more", "day", "code", "kind", "held"),
    [
        ({}, 0, "D", ShiftKind.DAY, True),
        ({}, 1, "D", ShiftKind.DAY, False),
        ({"last": dt.date(2027, 1, 6)}, 2, "N", ShiftKind.NIGHT, True),
        ({"last": dt.date(2027, 1, 6)}, 3, "N", ShiftKind.NIGHT, False),
        ({"shifts": ["D"]}, 0, "D", ShiftKind.DAY, True),
        ({"shifts": ["D"]}, 0, "N", ShiftKind.NIGHT, False),
        ({"kinds": ["night"]}, 0, "N", ShiftKind.NIGHT, True),
        ({"shifts": ["D"], "kinds": ["night"]}, 0, "A", ShiftKind.EVENING, False),
    ],
)
def test_a_choice_speaks_of_its_dates_and_of_the_shifts_that_it_names(
    more: dict[str, Any], day: int, code: str, kind: ShiftKind, held: bool
) -> None:
    made = CallChoice.model_validate(choice(**more))
    assert made.holds(FIRST + dt.timedelta(days=day), code, kind) is held


def test_wards_without_choices_keep_their_hash() -> None:
    assert "call_choices" not in canonical_json(ward("tiny"))
    tiny = "sha256:e64695e0739710df750fb999a0e36526c489d47b29d55d93fe2d3165dd269336"
    assert content_hash(ward("tiny")) == tiny


def test_a_base_roster_has_no_choices_for_they_have_dates() -> None:
    assert base_problem(with_choices(choice()), 2).call_choices == ()
