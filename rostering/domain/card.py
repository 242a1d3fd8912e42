"""The score card: what a roster is worth, goal by goal, and which rules it breaks."""

from __future__ import annotations

from datetime import date
from typing import Literal

from rostering.domain.fields import Model

CARD_FORMAT = "helseturnus.card"
CARD_VERSION = 1


class CauseEntry(Model):
    """One of the biggest causes behind a term's value; ``amount`` in the term's unit."""

    amount: int
    person: str | None
    date: date
    text: str


class TermEntry(Model):
    """One goal: ``points = value * weight``."""

    term: str
    name: str
    unit: str
    value: int
    weight: int
    points: int
    causes: tuple[CauseEntry, ...] = ()


class BreachEntry(Model):
    """One broken rule, told with paragraph, dates and how much is missing."""

    rule: str
    name: str
    paragraph: str
    link: str
    hard: bool
    person: str | None
    first: date
    last: date
    amount: int
    missing: int
    unit: str
    text: str


class NoticeEntry(Model):
    """Something about the rules that nobody should miss: an agreement's end, a rule that is off.

    ``kind`` is ``expired``, ``expires``, ``off`` or ``priced``, ``subject`` the id of the agreement
    or rule, ``date`` an agreement's last date. ``reserve`` tells what the reserve saves.
    """

    kind: str
    subject: str
    date: date | None
    text: str


class ScoreCard(Model):
    """All terms, their total in points (fewer is better), every breach and every notice."""

    format: Literal["helseturnus.card"] = "helseturnus.card"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    total: int
    terms: tuple[TermEntry, ...]
    breaches: tuple[BreachEntry, ...] = ()
    notices: tuple[NoticeEntry, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether no rule that binds hard is broken."""
        return not any(breach.hard for breach in self.breaches)
