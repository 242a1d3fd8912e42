"""Figures of one person's line in a draft."""

from __future__ import annotations

from rostering.domain.line import Line
from rostering.domain.wish_days import refused, wish_days
from rostering.live import LivePlan


def weekends(line: Line) -> int:
    """Return how many weekends have a duty that starts on Saturday or Sunday."""
    calendar = line.index.calendar
    return len(
        {
            duty.day - (calendar.weekday(duty.day) - 6)
            for duty in line.planned
            if calendar.weekday(duty.day) >= 6
        }
    )


def granted(live: LivePlan, person: str) -> tuple[int, int]:
    """Return how many of a person's wished days are granted, and how many could be."""
    line = live.lines[person].line
    answers = [refused(line, wish, day) for wish, day in wish_days(line.index, person)]
    return answers.count(False), len(answers)
