"""What a unit's codes mean, for everybody who meets them."""

from __future__ import annotations

from pydantic import BaseModel

from rostering.domain.fields import format_time
from rostering.domain.problem import Problem


class Named(BaseModel):
    """A code and what it is called."""

    code: str
    name: str


class LegendShift(Named):
    """A shift; local times as ``07:30``, ``minutes`` without the unpaid break."""

    kind: str
    start: str
    end: str
    minutes: int


class Legend(BaseModel):
    """What a unit's codes mean; ``groups`` of staff are named by themselves."""

    shifts: list[LegendShift]
    competences: list[Named]
    units: list[Named]
    groups: list[str]


def legend_of(ward: Problem) -> Legend:
    """Return the meanings of a ward's codes, nothing about people."""
    return Legend(
        shifts=[
            LegendShift(
                code=shift.code,
                name=shift.name or shift.code,
                kind=shift.kind.value,
                start=format_time(shift.start),
                end=format_time(shift.end),
                minutes=shift.minutes,
            )
            for shift in ward.shifts
        ],
        competences=[Named(code=one.code, name=one.name or one.code) for one in ward.competences],
        units=[Named(code=unit.id, name=unit.name or unit.id) for unit in ward.units],
        groups=sorted({person.group for person in ward.people if person.group}),
    )
