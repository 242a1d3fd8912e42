"""What is to be compared, as data: a service keeps it as JSON and asks it again."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.gains.entered import EnteredPlan
from tasksharing.scenarios.scenario import Scenario

COMPARE_FORMAT = "helseturnus.task_comparison_question"
SEEDS = (1, 2, 3, 4, 5)
DAYS = 28
SECONDS = 18.0
STEPS = 5.0


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
    days
        How many days of the period are rostered, from its first on; None is all of it. Whether a
        change is lawful is asked for the whole period all the same.
    seconds, steps
        The limits of each search: the solver's own steps, the same work on any machine, and the
        seconds after which it ends at the latest. Without seconds the result repeats exactly.
    start_times
        How many times as long the search for the roster may take from which all begin.
    side_by_side
        Searches at the same time, with one worker each.
    reserve_share
        Expected absence as a share, such as 0.09, that the reserve rows of the problems rest on:
        told only, whoever asks has put the rows there (``turnus absence reserve``).
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
    days: int | None = Field(default=DAYS, ge=7, le=371)
    seconds: float | None = Field(default=SECONDS, gt=0, le=3600)
    steps: float | None = Field(default=STEPS, gt=0)
    start_times: float = Field(default=2.0, gt=0, le=100)
    side_by_side: int = Field(default=2, ge=1, le=16)
    reserve_share: float | None = Field(default=None, ge=0, lt=1)
    entered: dict[str, EnteredPlan] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _limited(self) -> CompareQuestion:
        if self.seconds is None and self.steps is None:
            raise ValueError("a search needs a limit: seconds or steps")
        if len(set(self.seeds)) < len(self.seeds):
            raise ValueError("a seed stands there twice")
        return self
