"""What the text of an INRC-I instance says, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift with local times in minutes and the skills that it asks for."""

    id: str
    name: str
    start: int
    end: int
    skills: tuple[str, ...]

    @property
    def night(self) -> bool:
        """Whether the shift ends on the day after."""
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class Limit:
    """A number and the points of each unit beyond it; 0 points when the limit is off."""

    points: int
    value: int = 0


@dataclass(frozen=True, slots=True)
class Contract:
    """What a contract asks, by name; ``weekend`` holds ISO weekdays, ``patterns`` ids."""

    id: str
    limits: dict[str, Limit]
    weekend: str
    patterns: tuple[str, ...]


NUMBERED = (
    "max_duties",
    "min_duties",
    "max_work",
    "min_work",
    "max_off",
    "min_off",
    "max_weekends",
    "min_weekends",
    "weekends_in_four_weeks",
)
"""Limits with a number, in their order in a contract."""

PLAIN = (
    "complete",
    "identical",
    "no_night_before",
    "two_free_after_night",
    "alternative_skill",
)
"""Conditions without one, in their order."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Shifts, ``None`` and ``Any`` on days in a row from an ISO weekday; 0 is any day."""

    id: str
    points: int
    weekday: int
    shifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employee:
    """A person with contract and skills."""

    id: str
    name: str
    contract: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A day or shift that is wanted or not; an empty shift means the whole day."""

    person: str
    day: date
    shift: str
    points: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Instance:
    """All that a file says; cover counts people by shift and weekday, or shift and date."""

    id: str
    first: date
    last: date
    skills: tuple[str, ...]
    shifts: tuple[Shift, ...]
    contracts: dict[str, Contract]
    patterns: dict[str, Pattern]
    employees: tuple[Employee, ...]
    weekday_cover: dict[tuple[str, int], int]
    date_cover: dict[tuple[str, date], int]
    requests: tuple[Request, ...]
