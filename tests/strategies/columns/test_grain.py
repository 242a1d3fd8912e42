"""The grain: what divides the points of every roster, and what bounds are rounded up to."""

from __future__ import annotations

import math

import pytest

from rostering.strategies.columns.rosters import Rosters
from rostering.strategies.columns.ward import Ward
from tests.strategies.columns.test_proofs import EXACT, LOOSE, SMALL, answer, optimum


@pytest.mark.parametrize("name", EXACT)
def test_the_grain_divides_the_optimum(name: str) -> None:
    assert optimum(name) % Ward(SMALL[name]).team.grain == 0


def test_some_problems_have_a_grain() -> None:
    assert max(Ward(SMALL[name]).team.grain for name in EXACT) > 1


@pytest.mark.parametrize("name", LOOSE)
def test_what_is_left_out_leaves_no_grain(name: str) -> None:
    assert Ward(SMALL[name]).team.grain == 1


def test_a_bound_is_rounded_up_to_the_next_roster() -> None:
    name = max(EXACT, key=lambda one: Ward(SMALL[one]).team.grain)
    ward = Ward(SMALL[name])
    found = Rosters(ward, lambda phase, better=False: None)
    grain = ward.team.grain
    for bound in (0.0, 1.0, grain - 0.5, grain + 0.0, grain + 1e-9, grain + 0.5):
        found.raise_bound(bound)
        assert found.bound == grain * math.ceil((bound - 1e-6) / grain)


def test_a_proof_with_a_grain_is_the_optimum() -> None:
    name = max(EXACT, key=lambda one: Ward(SMALL[one]).team.grain)
    found = answer(SMALL[name])
    assert found.objective == found.bound == optimum(name)
