"""Repair of a published roster: options with a bill each, after absence or a change of demand."""

from __future__ import annotations

from rostering.replan.repair.models import (
    DemandChange,
    Disruption,
    Fewer,
    Gone,
    Repair,
    RepairOption,
)
from rostering.replan.repair.options import repair

__all__ = ["DemandChange", "Disruption", "Fewer", "Gone", "Repair", "RepairOption", "repair"]
