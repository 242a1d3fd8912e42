"""The control report: what a manager and the union representatives sign, as plain data."""

from __future__ import annotations

from rostering.report.build import control_report
from rostering.report.model import ControlReport

__all__ = ["ControlReport", "control_report"]
