"""What is to be compared, as data: a service keeps it as JSON and asks it again."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.gains.entered import EnteredPlan
from tasksharing.scenarios.scenario import Scenario

COMPARE_FORMAT = "helseturnus.task_comparison_question"
SEEDS = (1, 2, 3, 4, 5)


class CompareQuestion(Model):
    """Which scenarios are rostered, on what, and how long.

    Parameters
    ----------
    problem, book
        The ward with its wishes and the forecast's reserve, and its task book.
    neighbour
        Another unit; scenarios that share staff are held against both units without sharing.
    scenarios
        The alternatives; the zero is always there and is not listed.
    seeds
        The same for all alternatives; five at least for a comparison that is to be trusted.
    seconds, steps
        The limit of each search: seconds, or steps where the result must repeat exactly.
    side_by_side
        Searches at the same time, with one worker each.
    reserve_share
        Expected absence as a share, such as 0.09, where the ward has no reserve of a forecast.
    entered
        What people have entered for the gain plans, by scenario id.
    """

    format: Literal["helseturnus.task_comparison_question"] = "helseturnus.task_comparison_question"
    version: Literal[1] = 1
    problem: Problem
    book: TaskBook
    neighbour: Problem | None = None
    scenarios: tuple[Scenario, ...] = Field(min_length=1, max_length=12)
    seeds: tuple[int, ...] = Field(default=SEEDS, min_length=1, max_length=50)
    seconds: float | None = Field(default=15.0, gt=0, le=3600)
    steps: float | None = Field(default=None, gt=0)
    side_by_side: int = Field(default=2, ge=1, le=16)
    reserve_share: float | None = Field(default=None, ge=0, lt=1)
    entered: dict[str, EnteredPlan] = Field(default_factory=dict)
