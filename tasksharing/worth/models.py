"""One more of something, and what it is worth: the question, the candidates and the ranking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Code, Model
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.evaluate.models import Run, Verdict
from tasksharing.scenarios.changes import Change
from tasksharing.scenarios.scenario import Scenario

WORTH_FORMAT = "helseturnus.worth"
Kind = Literal["delegation", "course", "position"]


class WorthQuestion(Model):
    """What one more is asked of, and how long to search.

    Parameters
    ----------
    problem, book
        The ward and its task book.
    scenario
        Asked under a scenario instead of the ward as it is.
    kinds
        What there may be one more of.
    courses
        Competences that anybody could be given. Without them: those that the ward asks for and no
        group brings, for people of the groups that are health-qualified.
    counts_as
        The competence that a delegation of a task counts as in the staffing plan. Without it: what
        the ward asks for, no group brings and all who hold the delegation today have.
    increases
        Percent of full time by which a position could grow, never above 100.
    best
        How many of the best are rostered.
    seeds, seconds, steps, workers, strategy
        The searches of each of them, and of the ward as it is.
    """

    problem: Problem
    book: TaskBook
    scenario: Scenario | None = None
    kinds: tuple[Kind, ...] = ("delegation", "course", "position")
    courses: tuple[Code, ...] = ()
    counts_as: dict[Code, Code] = Field(default_factory=dict)
    increases: tuple[float, ...] = (10.0, 20.0)
    best: int = Field(default=5, ge=0, le=50)
    seeds: tuple[int, ...] = Field(default=(1, 2, 3), min_length=1, max_length=20)
    seconds: float | None = Field(default=15.0, gt=0, le=3600)
    steps: float | None = Field(default=None, gt=0)
    workers: int = Field(default=2, ge=1, le=64)
    strategy: str = "auto"


class Candidate(Model):
    """One more: a named change for one person.

    ``subject`` is the task of a delegation or the competence of a course; ``percent`` is the
    position before and after.
    """

    id: str
    kind: Kind
    person: str
    group: str
    subject: str = ""
    percent: tuple[float, float] | None = None
    change: Change


class Found(Model):
    """What rostering showed: points fewer than without the change, search by search.

    ``low`` and ``high`` are the least and the most by the gaps of both. With the verdict ``none``
    no difference could be measured.
    """

    runs: tuple[Run, ...]
    mean: float
    low: float
    high: float
    verdict: Verdict


class Worth(Model):
    """A candidate's worth.

    ``bound_points`` is how far the proved bound of the ward falls: a marginal value, never a
    promise. ``most_points`` is what no roster can exceed against the best roster known; only where
    that was searched for. ``freed_hours`` are hours a week of the task that may move by the
    delegation, calculated from the log. ``useless`` tells that nothing in the ward asks for it:
    its worth is exactly 0. ``infeasible`` tells that no lawful roster was found, ``opens`` that one
    was found and none without the change.
    """

    candidate: Candidate
    bound_points: float
    freed_hours: float | None = None
    useless: bool = False
    most_points: float | None = None
    found: Found | None = None
    infeasible: bool = False
    opens: bool = False


class Ranking(Model):
    """All candidates, the best first.

    ``bound`` is the proved bound of the ward without a change; ``zero`` its searches. ``screened``
    is False where the bounds could not be computed in time, ``startless`` True where no
    roster of the ward itself was found in the time that was given. ``stopped`` tells that somebody
    ended it: what is there is the best so far.
    """

    format: Literal["helseturnus.worth"] = "helseturnus.worth"
    version: Literal[1] = 1
    invented: bool
    ward: str
    people: dict[str, str]
    problem_hash: str
    book_hash: str
    scenario_hash: str | None
    seeds: tuple[int, ...]
    seconds: float | None
    steps: float | None
    versions: dict[str, str]
    bound: float | None
    zero: tuple[Run, ...] = ()
    worths: tuple[Worth, ...]
    screened: bool = True
    startless: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """News: the phase (``bound``, ``screen`` or ``roster``), how much is done, and of what."""

    phase: Literal["bound", "screen", "roster"]
    done: int
    total: int
    candidate: str = ""


OnProgress = Callable[[Progress], None]
Stop = Callable[[], bool]
