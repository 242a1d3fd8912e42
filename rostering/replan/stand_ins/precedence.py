"""In which order people are asked: the table of AML § 14-3, and a person's place in it."""

from __future__ import annotations

import datetime as dt
import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from rostering.domain.fields import Model
from rostering.domain.people import Person, StaffKind

FULL_TIME = 100
"""Percent of all positions together from which a person works full time."""


class Precedence(StrEnum):
    """A class of people who are asked together."""

    PART_TIME_VOLUNTEER = "part_time_volunteer"
    PART_TIME = "part_time"
    CALLED_IN = "called_in"
    FULL_TIME_VOLUNTEER = "full_time_volunteer"
    FULL_TIME = "full_time"
    AGENCY = "agency"


class Place(Model):
    """One class in the order; ``law`` tells whether the law or our reading puts it there."""

    precedence: Precedence
    law: bool
    note: str


class PrecedenceTable(Model):
    """The order with its source; the first is asked first."""

    source: str
    link: str
    valid_from: dt.date
    status: str
    order: tuple[Place, ...]

    def rank(self, precedence: Precedence) -> int:
        """Return a class's place, 0 for those who are asked first."""
        return next(n for n, place in enumerate(self.order) if place.precedence is precedence)


@lru_cache(maxsize=1)
def precedence_table() -> PrecedenceTable:
    """Return the shipped order."""
    file = resources.files("rostering.replan.stand_ins") / "precedence.toml"
    return PrecedenceTable.model_validate(tomllib.loads(file.read_text("utf-8")))


def precedence_of(person: Person, when: dt.date, *, volunteer: bool) -> Precedence:
    """Return a person's class on a date.

    Agency staff are hired in, whatever else they have. Of the others, the positions that hold on
    the date decide; whoever has none is called in.
    """
    if person.kind is StaffKind.AGENCY:
        return Precedence.AGENCY
    percent = posts_percent(person, when)
    if not percent:
        return Precedence.CALLED_IN
    if percent >= FULL_TIME:
        return Precedence.FULL_TIME_VOLUNTEER if volunteer else Precedence.FULL_TIME
    return Precedence.PART_TIME_VOLUNTEER if volunteer else Precedence.PART_TIME


def posts_percent(person: Person, when: dt.date) -> float:
    """Return the percent of full time of all positions that hold on a date."""
    return sum(position.percent for position in person.positions if position.holds_on(when))
