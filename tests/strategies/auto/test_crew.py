"""Who runs on which cores."""

from __future__ import annotations

import pytest

from rostering.strategies.auto.crew import COUNTED, MANY, OPENED, PACE, TINY, crew
from rostering.strategies.base import Budget


@pytest.mark.parametrize("workers", [1, 2, 3, MANY, 16])
@pytest.mark.parametrize("duties", [TINY, TINY + 1, 60 * PACE + 1])
def test_the_seats_have_exactly_the_cores_of_the_budget(workers: int, duties: int) -> None:
    seats = crew(Budget(workers=workers), duties)
    assert sum(seat.workers for seat in seats) == workers
    assert all(seat.workers >= 1 for seat in seats)


def firsts(budget: Budget, duties: int) -> list[str]:
    """Return who begins on each seat."""
    return [seat.turns[0].name for seat in crew(budget, duties)]


def test_columns_have_a_core_when_there_is_time_to_relax() -> None:
    assert firsts(Budget(seconds=60), 60 * PACE) == ["columns", "cpsat"]
    assert firsts(Budget(seconds=60), 60 * PACE + 1) == ["cpsat"]
    assert firsts(Budget(seconds=None), 60 * PACE + 1) == ["columns", "cpsat"]
    assert firsts(Budget(seconds=None, steps=9), COUNTED + 1) == ["cpsat"]


def test_plain_cpsat_has_a_core_of_many() -> None:
    assert firsts(Budget(workers=MANY), TINY + 1) == ["columns", "cpsat", "cpsat"]
    assert firsts(Budget(workers=MANY - 1), TINY + 1) == ["columns", "cpsat"]


def test_a_lone_core_goes_round() -> None:
    (seat,) = crew(Budget(workers=1), TINY + 1)
    assert [turn.name for turn in seat.turns] == ["cpsat", "lns", "columns", "lns", "cpsat"]


def test_a_large_problem_has_its_first_roster_from_neighbourhoods() -> None:
    assert firsts(Budget(seconds=60), OPENED) == ["cpsat"]
    assert firsts(Budget(seconds=60), OPENED + 1) == ["lns"]
    assert firsts(Budget(seconds=None), OPENED + 1) == ["columns", "lns"]
    assert firsts(Budget(seconds=None, workers=1), OPENED + 1) == ["lns"]


def test_neighbourhoods_yield_to_columns_on_a_core_of_their_own_only() -> None:
    assert [[turn.yields for turn in seat.turns] for seat in crew(Budget(workers=2), 1000)] == [
        [False, False],
        [False, True, False, False],
    ]
    assert not any(turn.yields for seat in crew(Budget(workers=3), 1000) for turn in seat.turns)
