"""The stress test: a simulation of how a roster stands one, two or three sick calls a day."""

from __future__ import annotations

from rostering.replan.stress.models import Estimate, SickCalls, SinglePoint, StressTest
from rostering.replan.stress.run import stress_test

__all__ = ["Estimate", "SickCalls", "SinglePoint", "StressTest", "stress_test"]
