"""Roster kinds: a base roster that wraps round, its weeks on the calendar, summer and feasts.

Each is a planning problem made from another; the engine solves them all alike.
"""

from __future__ import annotations

from rostering.kinds.base import base_problem, dated_problem
from rostering.kinds.feast import feast_problem
from rostering.kinds.opening import open_absences
from rostering.kinds.summer import SummerPlan, VacationGroup, summer_problem
from rostering.kinds.unroll import Unrolled, unroll

__all__ = [
    "SummerPlan",
    "Unrolled",
    "VacationGroup",
    "base_problem",
    "dated_problem",
    "feast_problem",
    "open_absences",
    "summer_problem",
    "unroll",
]
