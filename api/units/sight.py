"""What others than a unit's managers see of its people: that somebody is away, never why.

See docs/decisions/0003-what-others-see-of-people.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Literal, Protocol, Self, TypeVar

from pydantic import BaseModel

from api.policy.roles import Caller, Role
from rostering.domain.card import BreachEntry, ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import DayCode, Overlay
from rostering.domain.wishes import Absence, AbsenceKind

AWAY = "away"
OPEN_CODES = frozenset({DayCode.F1.value, DayCode.F2.value})
"""Codes of days off that everybody may see; all others tell why somebody is away."""
TELLING_RULES = frozenset({"availability", "vacation", "agreed_days"})
"""Rules whose breaches speak of absence or exemption."""
DAY = dt.timedelta(days=1)


class Away(BaseModel):
    """Dates on which somebody is away, both included; why, the unit's managers alone see."""

    person: str
    first: dt.date
    last: dt.date
    kind: Literal["away"] = "away"


class Breach(Protocol):
    """A broken rule in words."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def name(self) -> str:
        """The rule's name."""

    def model_copy(self, *, update: dict[str, Any]) -> Self:
        """Return a copy with other values."""


Told = TypeVar("Told", bound=Breach)


def manages(asking: Caller, unit: str) -> bool:
    """Return whether the caller may see why people of a unit are away."""
    return Role.MANAGER in asking.roles(unit)


def spans_away(absences: Iterable[Absence]) -> Iterator[Away]:
    """Yield when each person is away, neighbouring spans as one: their ends would tell of kinds."""
    days: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for one in absences:
        days.setdefault(one.person, []).append((one.first, one.end))
    for person, spans in days.items():
        first, last = min(spans)
        for start, end in sorted(spans):
            if start > last + DAY:
                yield Away(person=person, first=first, last=last)
                first, last = start, end
            last = max(last, end)
        yield Away(person=person, first=first, last=last)


def ward_for_others(ward: Problem) -> Problem:
    """Return a ward without what its managers alone see; absences are of one and the same kind."""
    away = (
        Absence(person=one.person, first=one.first, last=one.last, kind=AbsenceKind.LEAVE)
        for one in spans_away(ward.absences)
    )
    people = (one.model_copy(update={"exemptions": ()}) for one in ward.people)
    hidden = {"call_choices": (), "ledger": (), "wishes": ()}
    return ward.model_copy(update={"absences": tuple(away), "people": tuple(people), **hidden})


def codes_for_others(codes: dict[str, str]) -> dict[str, str]:
    """Return a person's codes by date, with no kind of absence among them."""
    return {date: code if code in OPEN_CODES else AWAY for date, code in codes.items()}


def overlays_for_others(codes: Iterable[Overlay], person: str | None) -> tuple[Overlay, ...]:
    """Return the days off of a roster that somebody else than a manager may see: all own ones."""
    return tuple(one for one in codes if one.person == person or one.code.value in OPEN_CODES)


def breaches_for_others(breaches: Iterable[Told]) -> list[Told]:
    """Return broken rules, those that speak of absence or exemption by their name alone."""
    return [
        one.model_copy(update={"text": one.name}) if one.rule in TELLING_RULES else one
        for one in breaches
    ]


def card_for_others(card: ScoreCard) -> ScoreCard:
    """Return a score card that says how much each goal fails, but not whom."""
    terms = (
        term.model_copy(update={"causes": tuple(one for one in term.causes if not one.person)})
        for term in card.terms
    )
    breaches: list[BreachEntry] = breaches_for_others(card.breaches)
    return card.model_copy(update={"terms": tuple(terms), "breaches": tuple(breaches)})
