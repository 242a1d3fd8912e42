"""A fit in a process of its own: stopped at once, and faults come back as they are."""

from __future__ import annotations

import pytest

from absence_model.forecaster.process import Asked, Stopped, learn_apart
from rostering.errors import BadInput


def test_a_stop_ends_the_process() -> None:
    asked = Asked("u", {"u": [("2026-01-05", 12.0, 1.0)]})
    with pytest.raises(Stopped):
        learn_apart(asked, lambda _share, _phase: None, lambda: True)


def test_a_fault_of_the_days_comes_back() -> None:
    asked = Asked("u", {"u": [("2026-01-05", 12.0, 1.0)]})
    with pytest.raises(BadInput) as refused:
        learn_apart(asked, lambda _share, _phase: None, lambda: False)
    assert "1 days" in refused.value.faults[0].found
