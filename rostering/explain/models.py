"""What the coach tells, as data: codes and numbers; the words are in the language catalogues."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from rostering.domain.fields import Model
from rostering.domain.roster import Roster

DIAGNOSIS_FORMAT = "helseturnus.diagnosis"


class Owner(StrEnum):
    """Who can let go of something: nobody by law; the parties; the manager; the employee."""

    LAW = "law"
    AGREEMENT = "agreement"
    LOCAL = "local"
    MANAGER = "manager"
    EMPLOYEE = "employee"
    GRANTED = "granted"
    PUBLISHED = "published"


class Source(Model):
    """A provision behind a rule of a clash."""

    value: str
    paragraph: str = ""
    link: str = ""
    book: str = ""
    agreement: str = ""


class ClashElement(Model):
    """One thing of a clash, in a rule's or a row's name, with persons and dates.

    Parameters
    ----------
    kind, subject
        ``minimum`` and ``maximum`` with a row's id, ``rule`` with a rule's id, or ``absence``,
        ``exemption``, ``lock``, ``frozen``.
    people
        Ids of those whom it binds here; nobody stands there for the unit's.
    dates
        Dates of staffing; without any, those of the clash as a whole.
    heads
        People that a row asks for on its first date.
    opens
        Whether the ward has a lawful roster without all of this rule, row or sort of facts; None
        where time did not do to find out.
    """

    kind: str
    subject: str
    people: tuple[str, ...]
    dates: tuple[dt.date, ...]
    owner: Owner
    sources: tuple[Source, ...] = ()
    heads: int | None = None
    opens: bool | None = None


class ClashEntry(Model):
    """A smallest clash: nobody can meet all its elements, and all others once any one is gone.

    ``proved`` and ``irreducible`` tell that fresh solves have confirmed both.
    """

    elements: tuple[ClashElement, ...]
    first: dt.date
    last: dt.date
    proved: bool
    irreducible: bool


class ShortfallEntry(Model):
    """A row that asks for more duties than all who may fill it can give, by plain arithmetic.

    In scope ``weekends`` people are counted once a weekend; in scope ``hours`` it is one person's
    minutes, and there is no row. ``proved`` tells that a fresh solve
    has confirmed it; None before anything was solved.
    """

    scope: Literal["day", "week", "weekends", "period", "hours"]
    row: str
    first: dt.date
    last: dt.date
    needed: int
    available: int
    people: tuple[str, ...]
    rules: tuple[str, ...]
    proved: bool | None = None


class Step(Model):
    """One thing that a relaxation changes.

    ``lower``: ``amount`` people fewer at least in row ``subject`` on ``date``; ``raise``: so many
    more at most; ``hire``: one more person with some ``competences`` for row ``subject`` on
    ``date``; ``rule``: the local rule ``subject`` is broken by ``amount`` in all for ``person``
    from ``date`` on; ``unlock``: a locked cell is let go of; ``hours``: ``amount`` minutes of
    ``person``'s position are credited without a duty, for pay.
    """

    kind: Literal["lower", "raise", "hire", "rule", "unlock", "hours"]
    subject: str
    date: dt.date
    person: str = ""
    shift: str = ""
    amount: int = 1
    competences: tuple[str, ...] = ()


class Relaxation(Model):
    """A way out that the manager may take, with a roster that proves it.

    Parameters
    ----------
    lever
        What is let go of; ``hours`` that nobody can be given may be credited besides.
    steps
        Exactly what is changed.
    least
        Whether it is proved that no fewer steps of this sort do.
    points
        Score card's total of the roster, under the ward as it is (what is missing is charged).
    cost_ore
        What its duties cost beyond monthly pay, hired hours included; None without wages.
    roster
        Lawful under the ward with the steps taken; hired people bear ids ``hired-1`` and so on.
    """

    lever: Literal["lower", "raise", "hire", "rule", "unlock", "hours"]
    steps: tuple[Step, ...]
    least: bool
    points: int
    cost_ore: int | None
    roster: Roster


class Diagnosis(Model):
    """Why there is no lawful roster, and what would open the way.

    ``status``: ``impossible`` (proved), ``possible`` (there is a roster) or ``unknown`` (time ran
    out before either was known).
    """

    format: Literal["helseturnus.diagnosis"] = "helseturnus.diagnosis"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    status: Literal["impossible", "possible", "unknown"]
    shortfalls: tuple[ShortfallEntry, ...] = ()
    clashes: tuple[ClashEntry, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    tried: tuple[str, ...] = ()
    seconds: float = 0.0
    solves: int = 0
