"""The Trondheim bridge: roster planning as a task, automated and pooled. Never a finding."""

from __future__ import annotations

from tasksharing.bridge.assumptions import Assumptions, changed, shipped
from tasksharing.bridge.build import bridge
from tasksharing.bridge.models import Bridge
from tasksharing.bridge.report import bridge_report

__all__ = ["Assumptions", "Bridge", "bridge", "bridge_report", "changed", "shipped"]
