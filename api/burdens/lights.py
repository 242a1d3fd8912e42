"""Health lights in the words of a reader: names, values, thresholds and their sources."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from api.burdens.seeing import Lit
from rostering.health import Light, Measure, PersonHealth, WardCounts
from rostering.health.models import LightCounts, MeasureHealth
from rostering.health.words import HealthWords

FEWEST_PEOPLE = 5
"""In a ward of fewer, representatives are told no lights at all."""
FEWEST_LIT = 3
"""Of fewer people with a light than these, representatives are not told how many they are."""


class SourceShape(BaseModel):
    """A paper, a page or a paragraph that thresholds rest on."""

    number: int
    citation: str
    link: str


class MeasureShape(BaseModel):
    """What is looked at, from where on it is amber and red, and who says so."""

    measure: Measure
    name: str
    about: str
    limits: str
    grounds: list[str]


class LightLegend(BaseModel):
    """All measures in words, with their numbered sources."""

    measures: list[MeasureShape]
    sources: list[SourceShape]


class FindingShape(BaseModel):
    """A place in one's line: its dates, how much it is, and its light."""

    dates: list[dt.date]
    size: str
    light: Light


class MeasureLight(BaseModel):
    """One measure of one person."""

    measure: Measure
    light: Light
    value: str
    findings: list[FindingShape]


class PersonLights(BaseModel):
    """One person's lights; ``light`` is the worst of them."""

    person: str
    name: str
    light: Light
    duties: int
    measures: list[MeasureLight]


class WardLights(BaseModel):
    """Everybody's lights, for the unit's manager."""

    people: list[PersonLights]
    legend: LightLegend


class MyLights(BaseModel):
    """One's own lights."""

    mine: PersonLights
    legend: LightLegend


class Tally(BaseModel):
    """How many people have which light; what could point at somebody is None.

    ``lit`` are those with amber or red together, where one of them alone is too few to tell.
    """

    green: int | None = None
    amber: int | None = None
    red: int | None = None
    lit: int | None = None


class MeasureTally(Tally):
    """How many people have which light by one measure."""

    measure: Measure


class TallyShape(BaseModel):
    """Lights without names, for representatives and HR."""

    people: int
    fewest_people: int = Field(description="In a smaller ward no lights are told.")
    fewest_lit: int = Field(description="Fewer people with a light than these are not counted.")
    worst: Tally | None = None
    measures: list[MeasureTally]
    legend: LightLegend


def legend(language: str) -> LightLegend:
    """Return all measures in words."""
    words = HealthWords(language)
    return LightLegend(
        measures=[
            MeasureShape(
                measure=one.measure,
                name=words.measure(one.measure),
                about=words.about(one.measure),
                limits=words.limits(one.measure),
                grounds=list(words.grounds(one)),
            )
            for one in words.table.measures
        ],
        sources=[
            SourceShape(number=number, citation=found.citation, link=found.link)
            for number, found in enumerate(words.sources(), 1)
        ],
    )


def everybody(told: Lit, language: str) -> WardLights:
    """Return everybody's lights in words."""
    words = HealthWords(language)
    people = [person_lights(one, told.names[one.person], words) for one in told.health.people]
    return WardLights(people=people, legend=legend(language))


def person_lights(found: PersonHealth, name: str, words: HealthWords) -> PersonLights:
    """Return one person's lights in words."""
    return PersonLights(
        person=found.person,
        name=name,
        light=found.light,
        duties=found.duties,
        measures=[_measure(one, words) for one in found.measures],
    )


def _measure(found: MeasureHealth, words: HealthWords) -> MeasureLight:
    return MeasureLight(
        measure=found.measure,
        light=found.light,
        value=words.value(found.measure, found.value),
        findings=[
            FindingShape(
                dates=list(one.dates), size=words.size(found.measure, one.size), light=one.light
            )
            for one in found.findings
        ],
    )


def tallied(found: WardCounts, language: str) -> TallyShape:
    """Return counts that point at nobody."""
    enough = found.people >= FEWEST_PEOPLE
    return TallyShape(
        people=found.people,
        fewest_people=FEWEST_PEOPLE,
        fewest_lit=FEWEST_LIT,
        worst=Tally(**_safe(found.worst)) if enough else None,
        measures=[
            MeasureTally(measure=one.measure, **_safe(one)) for one in found.measures if enough
        ],
        legend=legend(language),
    )


def _safe(found: LightCounts) -> dict[str, int]:
    """Return what may be told: nothing from which one or two people with a light follow."""
    lit = found.amber + found.red
    if _told(found.amber) and _told(found.red):
        return {"green": found.green, "amber": found.amber, "red": found.red, "lit": lit}
    return {"green": found.green, "lit": lit} if _told(lit) else {}


def _told(number: int) -> bool:
    return number == 0 or number >= FEWEST_LIT
