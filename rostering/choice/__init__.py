"""Two to five good rosters of one ward that favour different goals, and going on from one."""

from __future__ import annotations

from rostering.choice.choose import choose, locking
from rostering.choice.models import Choice, ChoiceOption, GoalDifference
from rostering.choice.profiles import PROFILES, Profile

__all__ = [
    "PROFILES",
    "Choice",
    "ChoiceOption",
    "GoalDifference",
    "Profile",
    "choose",
    "locking",
]
