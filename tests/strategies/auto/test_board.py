"""The board: how near a roster is to the bound."""

from __future__ import annotations

import pytest

from rostering.strategies.auto.board import Board


@pytest.mark.parametrize(
    ("points", "bound", "share", "near"),
    [
        (100, 90, 0.1, True),
        (100, 89, 0.1, False),
        (100, 100, 0.0, True),
        (100, 99, 0.0, False),
        (0, 0, 0.0, True),
        (100, None, 1.0, False),
        (None, 100, 1.0, False),
    ],
)
def test_a_gap_is_a_share_of_the_points(
    points: int | None, bound: int | None, share: float, *, near: bool
) -> None:
    board = Board()
    board.take(() if points is not None else None, points)
    board.raise_to(bound)
    assert board.close(share) is near
    assert board.closed is (points is not None and bound is not None and bound >= points)
