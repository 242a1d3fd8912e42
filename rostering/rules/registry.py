"""All rules, one line each; adding a rule is its file, a line here and its law cases."""

from __future__ import annotations

from typing import Any

from rostering.rules import (
    availability,
    competence,
    contract_hours,
    coverage,
    daily_rest,
    hours_per_day,
    hours_per_week,
    no_overlap,
    red_days,
    runs,
    shared_lines,
    successions,
    weekends,
    weekly_rest,
)
from rostering.rules.base import Rule

# The two that bar single duties come first: what they forbid never becomes a solver variable.
RULES: tuple[Rule[Any], ...] = (
    availability.RULE,
    competence.RULE,
    no_overlap.RULE,
    daily_rest.RULE,
    weekly_rest.RULE,
    hours_per_day.RULE,
    hours_per_week.RULE,
    contract_hours.RULE,
    runs.RULE,
    successions.RULE,
    weekends.RULE,
    red_days.RULE,
    coverage.RULE,
    shared_lines.RULE,
)
BY_ID = {rule.id: rule for rule in RULES}
