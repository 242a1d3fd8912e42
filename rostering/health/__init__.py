"""Health lights: what a roster asks of each person's body, green, amber or red by measure.

Advice, not law: ``check`` tells what is unlawful. A person and the manager see the person's own
lights, representatives see ``counts``.
"""

from __future__ import annotations

from rostering.health.lights import counts, line_health, plan_health, ward_health
from rostering.health.models import PersonHealth, WardCounts, WardHealth
from rostering.health.thresholds import Light, Measure, ThresholdTable, shipped

__all__ = [
    "Light",
    "Measure",
    "PersonHealth",
    "ThresholdTable",
    "WardCounts",
    "WardHealth",
    "counts",
    "line_health",
    "plan_health",
    "shipped",
    "ward_health",
]
