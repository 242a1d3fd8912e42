"""The JSON files of the Second International Nurse Rostering Competition, as they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from rostering.domain.fields import Code, Id
from rostering.errors import BadInput, Fault
from rostering.readers.json_text import parse
from rostering.readers.public.reading import WEEKDAYS
from rostering.readers.source import load
from rostering.readers.validation import validated

Count = Annotated[int, Field(ge=0, le=1000)]
Days = Annotated[int, Field(ge=0, le=366)]
M = TypeVar("M", bound=BaseModel)
NONE = "None"
ANY = "Any"


class _Json(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel)


class ShiftType(_Json):
    """A shift and the least and most days in a row on it."""

    id: Code
    minimum_number_of_consecutive_assignments: Days
    maximum_number_of_consecutive_assignments: Days


class Succession(_Json):
    """The shifts that may not come on the day after another."""

    preceding_shift_type: str
    succeeding_shift_types: tuple[str, ...]


class Contract(_Json):
    """What a contract asks over the whole horizon."""

    id: Id
    minimum_number_of_assignments: Count
    maximum_number_of_assignments: Count
    minimum_number_of_consecutive_working_days: Days
    maximum_number_of_consecutive_working_days: Days
    minimum_number_of_consecutive_days_off: Days
    maximum_number_of_consecutive_days_off: Days
    maximum_number_of_working_weekends: Count
    complete_weekends: Annotated[int, Field(ge=0, le=1)]


class Nurse(_Json):
    """A nurse with contract and skills."""

    id: Id
    contract: str
    skills: tuple[str, ...]


class Scenario(_Json):
    """What holds in all weeks."""

    id: Id
    number_of_weeks: Annotated[int, Field(ge=1, le=53)]
    skills: tuple[Code, ...]
    shift_types: Annotated[tuple[ShiftType, ...], Field(min_length=1)]
    forbidden_shift_type_successions: tuple[Succession, ...]
    contracts: tuple[Contract, ...]
    nurses: Annotated[tuple[Nurse, ...], Field(min_length=1)]


class NurseHistory(_Json):
    """How a nurse comes out of the time before the horizon."""

    nurse: str
    number_of_assignments: Count
    number_of_working_weekends: Count
    last_assigned_shift_type: str
    number_of_consecutive_assignments: Days
    number_of_consecutive_working_days: Days
    number_of_consecutive_days_off: Days


class History(_Json):
    """The time before the horizon."""

    week: int
    scenario: str
    nurse_history: tuple[NurseHistory, ...]


class Level(_Json):
    """Nurses asked for: never fewer than the minimum, best the optimum."""

    minimum: Annotated[int, Field(ge=0, le=500)]
    optimal: Annotated[int, Field(ge=0, le=500)]


class Requirement(_Json):
    """Cover of a shift by a skill, weekday by weekday."""

    shift_type: str
    skill: str
    requirement_on_monday: Level
    requirement_on_tuesday: Level
    requirement_on_wednesday: Level
    requirement_on_thursday: Level
    requirement_on_friday: Level
    requirement_on_saturday: Level
    requirement_on_sunday: Level

    @property
    def levels(self) -> tuple[Level, ...]:
        """The seven levels, Monday first."""
        return tuple(getattr(self, f"requirement_on_{day.lower()}") for day in WEEKDAYS)


class Request(_Json):
    """A shift, or any, that a nurse does not want on a weekday."""

    nurse: str
    shift_type: str
    day: str


class Week(_Json):
    """What a week asks for."""

    scenario: str
    requirements: tuple[Requirement, ...]
    shift_off_requests: tuple[Request, ...] = ()


def read(path: Path, model: type[M]) -> M:
    """Return a JSON file as a model.

    Raises
    ------
    BadInput
        With file and JSON path of each thing that is wrong.
    """
    data = parse(load(path), path.name)
    try:
        return validated(model, data)
    except BadInput as error:
        told = (Fault(f"{path.name}, {f.where}", f.found, f.needed, f.maybe) for f in error.faults)
        raise BadInput(told) from error
