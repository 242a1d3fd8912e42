"""What a scenario does before anybody is rostered, as data."""

from __future__ import annotations

from typing import Literal

from rostering.domain.fields import Model
from rostering.wages.exact import Exact

EFFECTS_FORMAT = "helseturnus.scenario_effects"
Why = Literal["dropped", "automated", "coordinated"]


class MovedTask(Model):
    """Minutes a week of a task that went from one group to another."""

    task: str
    giver: str
    receiver: str
    minutes: Exact


class RemovedTask(Model):
    """Minutes a week of a task that nobody does any more, and why."""

    task: str
    why: Why
    minutes: Exact


class LeftTask(Model):
    """Minutes a week that were to move and for which nobody had room; they stay where they were."""

    task: str
    minutes: Exact


class NewShiftFormed(Model):
    """A shift of new staff on a weekday; ``offered`` are too few minutes for one head more."""

    group: str
    shift: str
    weekday: int
    wanted: int
    heads: int
    filled: Exact
    offered: Exact | None = None


class FreedShift(Model):
    """What is freed under a row of the staffing plan on a weekday; see ``freeing.Freed``.

    ``minutes`` may be negative: the row's groups then have more to do than before.
    """

    row: str
    shift: str
    weekday: int
    minutes: float
    paid: int
    enough: int
    formed: int
    lowered: int
    general: bool


class FreedHour(Model):
    """Net minutes a week that a group has less to do in an hour of a weekday."""

    group: str
    weekday: int
    hour: int
    minutes: float


class Balance(Model):
    """The whole week's minutes of a task: before is after plus what was removed, exactly."""

    task: str
    before: Exact
    after: Exact
    removed: Exact


class SmallestPosts(Model):
    """The smallest posts (percent of full time) that cover what was formed of a new shift."""

    group: str
    shift: str
    percents: tuple[float, ...]
    hours: float


class Posts(Model):
    """Posts that come and go, in full-time posts, and hours a week beside what is needed.

    ``hours_added`` are hired, ``hours_needed`` formed as shifts; ``hours_idle`` are hired beyond
    the formed shifts of their group, ``hours_short`` formed beyond what is hired. ``smallest``
    are posts that would cover the formed shifts with nothing to spare.
    """

    added: float
    vacated: float
    hours_added: float
    hours_needed: float
    hours_idle: float = 0
    hours_short: float = 0
    hours_vacated: float = 0
    smallest: tuple[SmallestPosts, ...] = ()


class Training(Model):
    """What has to be learnt and signed before the first day."""

    people: int
    hours: float
    delegations: int


class Basis(Model):
    """What repeats a scenario: the content hashes of all that went in and of what came out."""

    problem_hash: str
    book_hash: str
    scenario_hash: str
    result_hash: str
    engine: str


class Effects(Model):
    """All effects of a scenario on tasks, staffing plan and staff.

    ``saved_hours`` are hours a week by which whole shifts lower the staffing plan
    (``lowered_hours``), less the new staff's shifts (``new_hours``), less hours that are hired
    beyond those (``idle_hours``), less what a pool outside the unit still does (``pool_hours``);
    they are the only hours that may be counted as saved. What today's staff are freed from beyond
    whole shifts is ``capacity_hours``: time at the hours in ``freed``, no money.
    ``freed_health_hours`` are those of health-qualified staff. ``uncovered_hours`` are hours of
    vacated posts beyond what the plan was lowered by. ``differing`` names settings in which
    stacked scenarios differ; the strictest was used.
    """

    format: Literal["helseturnus.scenario_effects"] = "helseturnus.scenario_effects"
    version: Literal[1] = 1
    scenario: str
    invented: bool
    moved: tuple[MovedTask, ...]
    removed: tuple[RemovedTask, ...]
    left: tuple[LeftTask, ...]
    new_shifts: tuple[NewShiftFormed, ...]
    freed_shifts: tuple[FreedShift, ...]
    freed: tuple[FreedHour, ...]
    balance: tuple[Balance, ...]
    lowered_hours: float
    new_hours: float
    saved_hours: float
    freed_hours: float
    freed_health_hours: float
    capacity_hours: float
    idle_hours: float = 0
    pool_hours: float = 0
    uncovered_hours: float = 0
    differing: tuple[str, ...] = ()
    posts: Posts
    training: Training
    one_off_nok: int
    steps: tuple[str, ...]
    basis: Basis
