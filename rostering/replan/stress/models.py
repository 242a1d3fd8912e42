"""What a stress test has found. It is a simulation: nobody's absence is forecast or scored here."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from rostering.domain.fields import Code, Id, Model

STRESS_FORMAT = "helseturnus.stress"
LIMITS = (
    "uniform_sick_calls",
    "one_day_absences",
    "stand_ins_only",
    "no_f1_on_request",
    "everybody_says_yes",
    "cheapest_first",
)
"""What the simulation takes for granted; each has a sentence in the language catalogues."""


class Estimate(Model):
    """A simulated mean with its 95 % interval, in minutes or øre a day."""

    mean: float
    low: float
    high: float


class SickCalls(Model):
    """Simulated days with so many people calling in sick, after the best repair.

    ``day_samples`` are days times draws; ``covered`` of them kept every minimum and every hard
    rule that held before, ``share`` is their part with its 95 % interval from ``low`` to ``high``.
    ``uncovered`` is minutes a day of absent people's shifts that a minimum still needs, ``ore``
    what the stand-ins cost a day by the bill and ``stand_ins`` how many they are. ``capped``
    counts the day-samples with fewer people on duty than were to fall ill: there all of them did.
    """

    sick: int
    day_samples: int
    covered: int
    share: float
    low: float
    high: float
    uncovered: Estimate
    ore: Estimate
    stand_ins: float
    capped: int


class SinglePoint(Model):
    """A duty that stands or falls with one person: away, a minimum falls and nobody can mend it.

    No draw is in it: everybody on duty was taken out once. ``rows`` are the demand rows that stay
    under their minimum. It tells of competence and lawful lines, not of anybody's health.
    """

    date: dt.date
    shift: Code
    unit: Id
    role: Id | None
    person: Id
    rows: tuple[Id, ...]


class StressTest(Model):
    """A simulation of sick calls on one roster; ``simulation`` says so to whoever reads the file.

    ``first`` to ``last`` are the dates with duties that were tried, ``days`` of them. ``samples``
    draws a day were asked for; with ``partial`` the test was stopped and fewer are in it.
    ``short_before`` are dates on which a minimum is short with nobody sick: they are never covered.
    Seed and samples repeat the test exactly.
    """

    format: Literal["helseturnus.stress"] = "helseturnus.stress"
    version: Literal[1] = 1
    simulation: Literal[True] = True
    problem_name: str
    first: dt.date | None
    last: dt.date | None
    days: int
    samples: int
    seed: int
    partial: bool
    confidence: int = 95
    share_method: Literal["wilson"] = "wilson"
    mean_method: Literal["normal"] = "normal"
    limits: tuple[str, ...] = LIMITS
    sick_calls: tuple[SickCalls, ...]
    single_points: tuple[SinglePoint, ...]
    single_point_days: int
    short_before: tuple[dt.date, ...]
