"""Rosters to choose between, as a question: each favours something else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from api.questions.kind import Patience, Question, Task, Told
from rostering.domain.card import ScoreCard
from rostering.score import score
from rostering.strategies.base import Report, Stopped

if TYPE_CHECKING:
    from rostering.choice import Choice, ChoiceOption

Favour = Literal["own", "wishes", "health", "cost", "staffing"]
Asked = Literal["wishes", "health", "cost", "staffing"]


class AskChoice(Patience):
    """A search for two to five rosters; besides the ward's own goals, what each shall favour."""

    seconds: float = Field(default=120, ge=5, le=3600)
    favour: list[Asked] = Field(
        default=["wishes", "health", "cost", "staffing"], min_length=1, max_length=4
    )


class GoalDifferenceShape(BaseModel):
    """How many points a goal costs more (below 0: fewer) than in the first roster."""

    term: str
    name: str
    points: int


class ChoiceOptionShape(BaseModel):
    """One roster, measured by the ward's own weights whatever it favours."""

    favours: Favour
    card: ScoreCard
    apart: int = Field(description="Person-days on which it differs from the first roster.")
    differences: list[GoalDifferenceShape]
    draft: str | None = Field(description="The draft that was last made of it.")


class PersonShape(BaseModel):
    """Somebody whose days may be locked."""

    id: str
    name: str


class ChoiceShape(BaseModel):
    """The rosters, the one by the ward's own weights first; people and dates that may be locked."""

    people: list[PersonShape]
    first: dt.date
    last: dt.date
    options: list[ChoiceOptionShape]
    left_out: list[Favour] = Field(description="Searched for, but too dear or like another.")
    partial: bool = Field(description="Whether time was up before all were searched for.")
    seconds: float


class ChoiceAnswer(BaseModel):
    """The answer to a search for several rosters."""

    kind: Literal["choice"] = "choice"
    told: ChoiceShape


def _run(task: Task, report: Report, stop: Stopped) -> Choice:
    from rostering.choice import choose

    language = task.request["language"]
    profiles = task.request["favour"]
    return choose(
        task.problem, task.budget, profiles=profiles, report=report, stop=stop, language=language
    )


def read(document: bytes) -> Choice:
    """Return the engine's answer of its JSON."""
    from rostering.choice import Choice

    return Choice.model_validate_json(document)


def _size(told: Choice) -> int:
    return len(told.options)


def _show(found: Choice, told: Told) -> ChoiceAnswer:
    options = [_option(one, told) for one in found.options]
    shape = ChoiceShape.model_validate(
        {
            "people": [{"id": one.id, "name": one.name} for one in told.problem.people],
            "first": told.problem.horizon.start,
            "last": told.problem.horizon.end,
            "options": options,
            "left_out": list(found.left_out),
            "partial": found.partial,
            "seconds": found.seconds,
        }
    )
    return ChoiceAnswer(told=shape)


def _option(option: ChoiceOption, told: Told) -> ChoiceOptionShape:
    card = option.card
    if told.language != told.request["language"]:  # its sentences are in the asker's
        card = score(told.problem, option.roster, told.language)
    names = {entry.term: entry.name for entry in card.terms}
    differences = [
        {"term": one.term, "name": names[one.term], "points": one.points}
        for one in option.differences
    ]
    kept = told.request.get("kept", {})
    return ChoiceOptionShape.model_validate(
        {
            "favours": option.favours,
            "card": card,
            "apart": option.apart,
            "differences": differences,
            "draft": kept.get(option.favours),
        }
    )


CHOICE = Question(run=_run, read=read, size=_size, show=_show)
