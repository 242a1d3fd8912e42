"""What the optimiser gives back, as data."""

from __future__ import annotations

from typing import Literal

from rostering.domain.fields import Model
from tasksharing.scenarios.effects import Basis, Training
from tasksharing.scenarios.scenario import Scenario

FRONTIER_FORMAT = "helseturnus.task_frontier"
Why = Literal["too_few", "wrong_time", "safe_minimum"]


class TooScattered(Model):
    """Freed minutes that are no whole shift: too few in all, or not when they are needed."""

    row: str
    shift: str
    weekday: int
    hours: float
    why: Why


class Point(Model):
    """A way of sharing tasks that no other beats on all three goals.

    All figures are those of the applied scenario, for an ordinary week: ``worth_hours`` are freed
    hours of health staff, counted more at the hours when they are needed; ``cost_nok`` is the pay
    of new shifts and training in a year less that of whole shifts that fall away, before
    supplements and on-costs; ``single`` counts new shifts a week that stand or fall with one head.
    """

    scenario: Scenario
    worth_hours: float
    freed_health_hours: float
    lowered_hours: float
    new_hours: float
    saved_hours: float
    capacity_hours: float
    cost_nok: int
    single: int
    training: Training
    scattered: tuple[TooScattered, ...]
    bound_hours: float
    basis: Basis


class Frontier(Model):
    """The Pareto set; ``tried`` is how many solutions were found and applied to make it.

    ``dropped`` of them did not keep the question's limits as applied, and are not among the points.
    """

    format: Literal["helseturnus.task_frontier"] = "helseturnus.task_frontier"
    version: Literal[1] = 1
    invented: bool
    seed: int
    steps: float
    tried: int
    dropped: int = 0
    points: tuple[Point, ...]
