"""From where on a measure is amber or red, and who says so: the table ``thresholds.toml``."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Literal, Self

from pydantic import Field, model_validator

from rostering.domain.fields import Model


class Measure(StrEnum):
    """What is looked at on a person's line."""

    QUICK_RETURNS = "quick_returns"
    NIGHTS_IN_A_ROW = "nights_in_a_row"
    REST_AFTER_NIGHTS = "rest_after_nights"
    DAYS_IN_A_ROW = "days_in_a_row"
    SINGLE_DAYS_WORK = "single_days_work"
    SINGLE_DAYS_OFF = "single_days_off"
    WEEKENDS_IN_A_ROW = "weekends_in_a_row"


class Light(StrEnum):
    """A light, the mildest first."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def rank(self) -> int:
        """0 for green, 1 for amber, 2 for red."""
        return list(Light).index(self)


class Direction(StrEnum):
    """Whether a light is on ``from`` its number upwards, or ``under`` it."""

    FROM = "from"
    UNDER = "under"


class Status(StrEnum):
    """Who stands behind a number: written sources, common practice, or this project alone."""

    PUBLISHED = "published"
    PRACTICE = "practice"
    ASSUMED = "assumed"


class Reference(Model):
    """A paper, a page or a paragraph; web pages often have no ``year``."""

    paragraph: str = ""
    author: str = ""
    year: int | None = None
    title: str = ""
    published_in: str = ""
    link: str

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not self.paragraph and not (self.author and self.title):
            raise ValueError("a reference needs a paragraph, or author and title")
        return self

    @property
    def citation(self) -> str:
        """The reference in one line, the same in every language."""
        if self.paragraph:
            return self.paragraph
        author = self.author if self.year is None else f"{self.author} ({self.year})"
        return ". ".join(part for part in (author, self.title, self.published_in) if part)


class Threshold(Model):
    """A number in the measure's unit; ``references`` are keys of the table."""

    at: int = Field(ge=1)
    status: Status
    references: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _founded(self) -> Self:
        if self.status is Status.PUBLISHED and not self.references:
            raise ValueError("a published number needs a reference")
        return self


class Thresholds(Model):
    """Amber and red of one measure.

    With ``days`` a measure is the most in any so many days in a row, else the worst single one.
    """

    measure: Measure
    unit: Literal["times", "minutes", "days", "nights", "weekends"]
    days: int | None = Field(default=None, ge=1)
    direction: Direction
    amber: Threshold
    red: Threshold

    @model_validator(mode="after")
    def _red_is_worse(self) -> Self:
        upwards = self.direction is Direction.FROM
        if self.amber.at == self.red.at or upwards != (self.amber.at < self.red.at):
            raise ValueError(f"{self.measure}: red at {self.red.at} is not beyond amber")
        return self

    def light(self, value: int | None) -> Light:
        """Return the light of a value; where there is nothing to measure it is green."""
        if value is None:
            return Light.GREEN
        for light, threshold in ((Light.RED, self.red), (Light.AMBER, self.amber)):
            upwards = self.direction is Direction.FROM
            if value >= threshold.at if upwards else value < threshold.at:
                return light
        return Light.GREEN


class ThresholdTable(Model):
    """Every measure once, with the references that its numbers stand on."""

    measures: tuple[Thresholds, ...]
    references: dict[str, Reference]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sorted(one.measure for one in self.measures) != sorted(Measure):
            raise ValueError("every measure must stand in the table once")
        named = {key for one in self.measures for t in (one.amber, one.red) for key in t.references}
        if odd := named ^ self.references.keys():
            raise ValueError(f"references unknown or unused: {', '.join(sorted(odd))}")
        return self

    def of(self, measure: Measure) -> Thresholds:
        """Return the thresholds of a measure."""
        return next(one for one in self.measures if one.measure is measure)


@lru_cache(maxsize=1)
def shipped() -> ThresholdTable:
    """Return the table that ships with the engine."""
    file = resources.files("rostering.health") / "thresholds.toml"
    return ThresholdTable.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
