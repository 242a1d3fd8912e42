"""All rules, one line each; adding a rule is its file, a line here and its law cases."""

from __future__ import annotations

from typing import Any

from rostering.rules import (
    agreed_days,
    all_hours,
    availability,
    averaging,
    breaks,
    compensating_rest,
    competence,
    contract_hours,
    coverage,
    daily_rest,
    hours_mean,
    hours_per_day,
    hours_per_week,
    minors,
    night_workers,
    no_overlap,
    overtime,
    pairs,
    patterns,
    red_days,
    runs,
    shared_lines,
    shift_counts,
    stretches,
    successions,
    totals,
    vacation,
    weekend_groups,
    weekends,
    weekly_rest,
)
from rostering.rules.base import Rule

# Those that bar single duties come first: what they forbid never becomes a solver variable.
RULES: tuple[Rule[Any], ...] = (
    availability.RULE,
    competence.RULE,
    minors.RULE,
    breaks.RULE,
    weekend_groups.RULE,
    no_overlap.RULE,
    daily_rest.RULE,
    compensating_rest.RULE,
    weekly_rest.RULE,
    hours_per_day.RULE,
    hours_per_week.RULE,
    hours_mean.RULE,
    averaging.RULE,
    all_hours.RULE,
    overtime.RULE,
    night_workers.RULE,
    contract_hours.RULE,
    runs.RULE,
    successions.RULE,
    shift_counts.RULE,
    weekends.RULE,
    red_days.RULE,
    vacation.RULE,
    agreed_days.RULE,
    coverage.RULE,
    shared_lines.RULE,
    pairs.RULE,
    stretches.RULE,
    totals.RULE,
    patterns.RULE,
)
BY_ID = {rule.id: rule for rule in RULES}
