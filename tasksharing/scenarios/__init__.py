"""Scenarios: named changes to a planning problem, stacked, applied, never multiplied out."""

from __future__ import annotations

from tasksharing.scenarios.apply import Applied, apply
from tasksharing.scenarios.effects import Effects
from tasksharing.scenarios.scenario import SHIPPED, Scenario, read_scenario, shipped, stack

__all__ = [
    "SHIPPED",
    "Applied",
    "Effects",
    "Scenario",
    "apply",
    "read_scenario",
    "shipped",
    "stack",
]
