"""The stress test as a question: how a roster stands one, two or three sick calls a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from api.questions.kind import Patience, Question, Task, Told
from api.texts import say
from rostering.strategies.base import Report, Stopped

if TYPE_CHECKING:
    from rostering.replan.stress import StressTest

MOST_SAMPLES = 200


class AskStress(Patience):
    """A stress test: how many are sick a day, and how often each day is drawn."""

    seconds: float = Field(default=300, ge=2, le=600)
    sick: list[Annotated[int, Field(ge=1, le=6)]] = Field(
        default=[1, 2, 3], min_length=1, max_length=6, examples=[[1, 2, 3]]
    )
    samples: int = Field(default=20, ge=1, le=MOST_SAMPLES)


class EstimateShape(BaseModel):
    """A simulated mean a day with its 95 % interval."""

    mean: float
    low: float
    high: float


class SickCallsShape(BaseModel):
    """How the days stand with so many sick: shares from 0 to 1, minutes and øre a day."""

    sick: int
    day_samples: int
    share: float = Field(description="Simulated days that stayed lawful and covered.")
    low: float
    high: float
    uncovered: EstimateShape = Field(description="Minutes a day that a minimum still needs.")
    ore: EstimateShape = Field(description="What the stand-ins cost a day, in øre.")
    stand_ins: float
    capped: int = Field(description="Day-samples with fewer people on duty than were to be sick.")


class SinglePointShape(BaseModel):
    """A shift that stands or falls with one person."""

    date: dt.date
    shift: str
    role: str | None
    person: str = Field(description="The person's name.")
    rows: list[str] = Field(description="What stays under its minimum, by name.")


class StressShape(BaseModel):
    """A stress test: a simulation, no forecast."""

    first: dt.date | None
    last: dt.date | None
    days: int
    samples: int
    seed: int
    partial: bool = Field(description="Whether it was stopped before its end.")
    limits: list[str] = Field(description="What the simulation takes for granted, in words.")
    sick_calls: list[SickCallsShape]
    single_points: list[SinglePointShape]
    single_point_days: int = Field(description="Days that were looked at for them.")
    short_before: list[dt.date] = Field(description="Dates that lack somebody with nobody sick.")
    revision: int | None = Field(description="The draft's when it was tested.")
    shift_names: dict[str, str] = Field(description="Names of the shifts among `single_points`.")


class StressAnswer(BaseModel):
    """The answer to a stress test."""

    kind: Literal["stress"] = "stress"
    told: StressShape


def _run(task: Task, report: Report, stop: Stopped) -> StressTest | None:
    from rostering.replan.stress.question import ask_stress

    assert task.roster is not None
    now, request = task.request["now"], task.request
    return ask_stress(
        task.problem,
        task.roster,
        task.budget,
        sick=tuple(request["sick"]),
        samples=request["samples"],
        now=None if now is None else dt.datetime.fromisoformat(now),
        report=report,
        stop=stop,
    )


def _read(document: bytes) -> StressTest:
    from rostering.replan.stress import StressTest

    return StressTest.model_validate_json(document)


def _size(told: StressTest) -> int:
    return sum(row.day_samples for row in told.sick_calls)


def _show(found: StressTest, told: Told) -> StressAnswer:
    people = {person.id: person.name for person in told.problem.people}
    rows = {row.id: row.name or row.id for row in told.problem.demand}
    shifts = {shift.code: shift.name or shift.code for shift in told.problem.shifts}
    single = [
        SinglePointShape(
            date=one.date,
            shift=one.shift,
            role=one.role,
            person=people.get(one.person, one.person),
            rows=[rows.get(row, row) for row in one.rows],
        )
        for one in found.single_points
    ]
    used = {one.shift for one in found.single_points}
    shape = StressShape(
        **found.model_dump(
            include={"first", "last", "days", "samples", "seed", "partial", "single_point_days"}
        ),
        limits=[say(told.language, f"stress.limit.{one}") for one in found.limits],
        sick_calls=[
            SickCallsShape.model_validate(row.model_dump(exclude={"covered"}))
            for row in found.sick_calls
        ],
        single_points=single,
        short_before=list(found.short_before),
        revision=told.request["revision"],
        shift_names={code: name for code, name in shifts.items() if code in used},
    )
    return StressAnswer(told=shape)


STRESS = Question(run=_run, read=_read, size=_size, show=_show)
