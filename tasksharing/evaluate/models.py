"""A comparison as data: each alternative's runs, measures, differences, effects and gains."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model
from tasksharing.domain.names import Name
from tasksharing.domain.sentences import Told
from tasksharing.gains.models import GainPlan
from tasksharing.scenarios.effects import Effects

COMPARISON_FORMAT = "helseturnus.comparison"
Unit = Literal["points", "nok", "fte", "people", "hours", "share", "percent", "count"]
Better = Literal["lower", "higher", "neither"]
Origin = Literal["rostered", "calculated", "assumed"]
BaseId = Literal["ward", "ward_and_neighbour"]
Verdict = Literal["better", "worse", "different", "none"]
Section = Literal[
    "points",
    "staff",
    "cost",
    "coverage",
    "hours",
    "wishes",
    "fairness",
    "health",
    "robustness",
    "training",
]


class Run(Model):
    """One search of an alternative; ``gap`` is ``(points - bound) / max(1, points)``.

    ``points`` is None where no lawful roster was found; ``status`` is optimal, feasible,
    infeasible or unknown. Every roster was judged by the checker before it was used.
    """

    seed: int
    status: str
    points: int | None = None
    bound: int | None = None
    gap: float | None = None
    seconds: float = 0.0
    roster_hash: str = ""


class Measure(Model):
    """One figure of an alternative, with a value for each run that found a roster.

    Parameters
    ----------
    id
        Such as ``points``, ``cost.total`` or ``fte.sykepleier``.
    name
        What it is called, in the three languages.
    section
        Where it belongs in a table.
    group
        The staff group that it speaks of, or empty.
    source
        ``rostered`` comes out of the rosters, ``calculated`` is arithmetic on ward and log,
        ``assumed`` was entered by somebody.
    values
        One a run, in the order of the runs with a roster; equal ones for what no search changes.
    """

    id: str
    name: Name
    section: Section
    group: str = ""
    unit: Unit
    better: Better
    source: Origin
    values: tuple[float, ...] = Field(min_length=1)
    mean: float
    low: float
    high: float


class Difference(Model):
    """A measure against the zero of its base: this alternative less the zero.

    ``low`` and ``high`` are the least and the most that it can be by the gaps of both. With the
    verdict ``none`` nothing could be measured, and nothing may be told of it but that.
    """

    measure: str
    mean: float
    low: float
    high: float
    verdict: Verdict


class ShiftCover(Model):
    """One competence need on one shift: how many days of the period it was met, seed by seed.

    ``what`` is the demand row's id (such as minimum nurses or the responsible nurse) or
    ``delegated:TASK`` for somebody on duty who may do a delegated task. ``minimum`` is how many
    are needed at least. ``days`` are those on which it is needed.
    """

    what: str
    name: Name
    shift: str
    minimum: int
    target: int
    days: int
    met: tuple[int, ...]
    on_target: tuple[int, ...]
    lone: tuple[int, ...]


class TaskDay(Model):
    """A task of a group over a mean day: minutes in each of 96 quarter-hours, before and after."""

    task: str
    group: str
    before: tuple[float, ...] = Field(min_length=96, max_length=96)
    after: tuple[float, ...] = Field(min_length=96, max_length=96)


class Alternative(Model):
    """One way to share the tasks, rostered; the zero of a base has no scenario.

    ``infeasible`` tells why no lawful roster was found, in the coach's words. ``stopped`` tells
    that not all of its searches were made.
    """

    id: str
    name: Name
    base: str
    scenario_hash: str | None = None
    runs: tuple[Run, ...] = ()
    measures: tuple[Measure, ...] = ()
    differences: tuple[Difference, ...] = ()
    cover: tuple[ShiftCover, ...] = ()
    effects: Effects | None = None
    day: tuple[TaskDay, ...] = ()
    steps: tuple[str, ...] = ()
    gains: GainPlan | None = None
    infeasible: Told | None = None
    stopped: bool = False

    def measure(self, measure_id: str) -> Measure | None:
        """Return a measure, or None where this alternative has none of that id."""
        return next((one for one in self.measures if one.id == measure_id), None)

    def difference(self, measure_id: str) -> Difference | None:
        """Return the difference of a measure from the zero, or None where there is none."""
        return next((one for one in self.differences if one.measure == measure_id), None)


class Base(Model):
    """What alternatives are held against: a ward, or a ward with its neighbour, unchanged."""

    id: BaseId
    name: Told
    units: tuple[str, ...]
    people: int
    start: dt.date
    days: int
    problem_hash: str
    zero: Alternative


class Comparison(Model):
    """Alternatives rostered with the same staff, demand and seeds, and held against their zero.

    ``days`` of the period's ``period_days`` were rostered. ``seconds`` or ``steps`` was the limit
    of each search, after a longer one for the roster from which all begin. ``groups``, ``tasks``
    and ``shifts`` name the ids that are used. ``stopped`` tells that somebody ended it before all
    was done: what is there is the best so far. ``result_hash`` is over everything but clock time:
    where steps limit the searches, equal questions have equal ones.
    """

    format: Literal["helseturnus.comparison"] = "helseturnus.comparison"
    version: Literal[1] = 1
    invented: bool
    question_hash: str
    problem_hash: str
    book_hash: str
    neighbour_hash: str | None = None
    seeds: tuple[int, ...]
    seconds: float | None
    steps: float | None
    strategy: str
    days: int
    period_days: int
    reserve_share: float | None
    versions: dict[str, str]
    groups: dict[str, Name]
    tasks: dict[str, Name]
    shifts: dict[str, Name]
    bases: tuple[Base, ...]
    alternatives: tuple[Alternative, ...]
    took_seconds: float = 0.0
    stopped: bool = False
    result_hash: str = ""

    def base_of(self, alternative: Alternative) -> Base:
        """Return what an alternative is held against."""
        return next(base for base in self.bases if base.id == alternative.base)


@dataclass(frozen=True, slots=True)
class Progress:
    """News of an evaluation: searches done and in all, and the one that the news is from."""

    done: int
    total: int
    alternative: str
    seed: int
    best_points: int | None = None


OnProgress = Callable[[Progress], None]
Stop = Callable[[], bool]
