"""Why there is no roster, as a question: shortfalls, clashes with owners, ways out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from api.questions.kind import Patience, Question, Task, Told
from rostering.domain.problem import Problem
from rostering.explain.models import ClashElement, Diagnosis, Relaxation, ShortfallEntry, Step
from rostering.strategies.base import Report, Stopped

if TYPE_CHECKING:
    from rostering.explain.words import CoachWords

MOST_STEPS = 60
Place = Literal["demand", "staff", "rules", "locks", "absences"]
_PLACES: dict[str, Place] = {
    "lower": "demand", "raise": "demand", "hire": "staff", "rule": "rules", "unlock": "locks",
    "hours": "staff", "minimum": "demand", "maximum": "demand", "absence": "absences",
    "exemption": "staff", "lock": "locks",
}  # fmt: skip


class AskWhy(Patience):
    """A question why there is no lawful roster."""

    seconds: float = Field(default=30, ge=5, le=300)


class ShortShape(BaseModel):
    """What plain arithmetic shows to be impossible, in a sentence; ``proved`` by a solve too."""

    text: str
    scope: str
    place: Place
    proved: bool | None


class ElementShape(BaseModel):
    """One thing of a clash, and who can let go of it."""

    text: str
    owner: str
    owner_text: str
    place: Place | None = Field(
        description="Where in the ward it is written; rules of law nowhere."
    )
    opens: bool | None = Field(description="Whether there is a roster without it alone.")


class ClashShape(BaseModel):
    """A smallest clash: impossible together, possible without any one of its elements."""

    first: dt.date
    last: dt.date
    proved: bool
    irreducible: bool
    elements: list[ElementShape]


class StepShape(BaseModel):
    """One change that a way out makes, and where it is made."""

    text: str
    kind: str
    place: Place


class WayShape(BaseModel):
    """A way out that the manager may take; its roster was checked to be lawful."""

    number: int
    lever: str
    title: str
    steps: list[StepShape]
    more: int = Field(description="Steps beyond those that are told.")
    points: int
    cost_ore: int | None
    least: bool
    draft: str | None = Field(description="The draft that was made of it.")


class WhyShape(BaseModel):
    """What the coach has found so far."""

    status: Literal["impossible", "possible", "unknown"]
    text: str
    shortfalls: list[ShortShape]
    clashes: list[ClashShape]
    ways: list[WayShape]
    seconds: float


class WhyAnswer(BaseModel):
    """The answer to why there is no roster."""

    kind: Literal["why"] = "why"
    told: WhyShape


def shorts(problem: Problem, found: tuple[ShortfallEntry, ...], language: str) -> list[ShortShape]:
    """Return shortfalls as they are told."""
    from rostering.explain.words import CoachWords

    words = CoachWords(problem, language)
    return [
        ShortShape(
            text=words.shortfall(one),
            scope=one.scope,
            place="staff" if one.scope == "hours" else "demand",
            proved=one.proved,
        )
        for one in found
    ]


def _run(task: Task, report: Report, stop: Stopped) -> Diagnosis:
    from rostering.explain.coach import diagnose

    return diagnose(task.problem, task.budget, report=report, stop=stop)


def read(document: bytes) -> Diagnosis:
    """Return the engine's answer of its JSON."""
    return Diagnosis.model_validate_json(document)


def _size(told: Diagnosis) -> int:
    known = told.status != "unknown"
    return 1 + known + len(told.shortfalls) + len(told.clashes) + len(told.relaxations)


def _show(found: Diagnosis, told: Told) -> WhyAnswer:
    return WhyAnswer(told=shown(found, told))


def shown(found: Diagnosis, told: Told) -> WhyShape:
    """Return a diagnosis as it is told."""
    from rostering.explain.words import CoachWords

    words = CoachWords(told.problem, told.language)
    kept: dict[str, str] = told.request.get("kept", {})
    clashes = [
        ClashShape(
            first=clash.first,
            last=clash.last,
            proved=clash.proved,
            irreducible=clash.irreducible,
            elements=[_element(words, one) for one in clash.elements],
        )
        for clash in found.clashes
    ]
    return WhyShape(
        status=found.status,
        text=words.status(found),
        shortfalls=shorts(told.problem, found.shortfalls, told.language),
        clashes=clashes,
        ways=list(_ways(words, found.relaxations, kept)),
        seconds=found.seconds,
    )


def _element(words: CoachWords, one: ClashElement) -> ElementShape:
    place = _PLACES.get(one.kind)
    if one.kind == "rule" and one.owner.value in ("local", "manager"):
        place = "rules"
    return ElementShape(
        text=words.element(one),
        owner=one.owner.value,
        owner_text=words.owner(one),
        place=place,
        opens=one.opens,
    )


def _ways(
    words: CoachWords, found: tuple[Relaxation, ...], kept: dict[str, str]
) -> Iterator[WayShape]:
    for number, way in enumerate(found, start=1):
        yield WayShape(
            number=number,
            lever=way.lever,
            title=words.lever(way.lever),
            steps=[_step(words, step) for step in way.steps[:MOST_STEPS]],
            more=max(0, len(way.steps) - MOST_STEPS),
            points=way.points,
            cost_ore=way.cost_ore,
            least=way.least,
            draft=kept.get(str(number)),
        )


def _step(words: CoachWords, step: Step) -> StepShape:
    return StepShape(text=words.step(step), kind=step.kind, place=_PLACES[step.kind])


WHY = Question(run=_run, read=read, size=_size, show=_show)
