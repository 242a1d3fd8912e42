"""A planning problem: one or more units, their people, their demand and their past."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from rostering.domain.competence import Competence
from rostering.domain.demand import DemandRow, ReserveDemand
from rostering.domain.fields import Code, Id, Model
from rostering.domain.people import Dated, Person
from rostering.domain.roster import Assignment
from rostering.domain.shifts import ShiftType
from rostering.domain.wishes import Absence, CallChoice, Lock, Wish

PROBLEM_FORMAT = "helseturnus.problem"
PROBLEM_VERSION = 1


class HorizonKind(StrEnum):
    """Real dates, or a base roster that wraps round."""

    CALENDAR = "calendar"
    CYCLIC = "cyclic"


class Horizon(Model):
    """The days to plan. Days before ``frozen_until`` keep the published roster."""

    start: date
    days: int = Field(ge=1, le=371)
    kind: HorizonKind = HorizonKind.CALENDAR
    frozen_until: date | None = None

    @property
    def end(self) -> date:
        """The last date of the horizon."""
        return self.start + timedelta(days=self.days - 1)


class Unit(Model):
    """A ward, a nursing-home department or a home-care zone."""

    id: Id
    name: str = ""


class AgreementLevel(StrEnum):
    """Who has agreed: the law alone, the employee, the union, the authority, or § 10-12 (4)."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"


class Agreement(Dated):
    """A written agreement that opens another level of a rule for some or all people.

    Empty ``rules`` or ``persons`` means all; coverage is stored, never union membership (GDPR
    art. 9). ``values`` holds what was agreed, by rule and value; where it says nothing, what the
    level allows at most holds. L4 (AML § 10-12 (4)) opens only what its ``values`` say.
    """

    id: Id
    level: AgreementLevel
    rules: tuple[str, ...] = ()
    persons: tuple[Id, ...] = ()
    document: str = ""
    parties: str = ""
    values: dict[str, dict[str, Any]] = Field(default_factory=dict)


class RuleMode(StrEnum):
    """How a rule binds: always, at a price per unit of breach, or not at all."""

    HARD = "hard"
    PRICED = "priced"
    OFF = "off"


class RuleSetting(Model):
    """A unit's own values for a rule (stricter only), and how it binds.

    A rule that is switched off needs a ``reason``; score cards and reports show it.
    """

    mode: RuleMode = RuleMode.HARD
    price: int = Field(default=0, ge=0, le=100_000)
    values: dict[str, Any] = Field(default_factory=dict)
    reason: str = ""


class LedgerBalance(Model):
    """Burden carried in from earlier rosters, in points: 1 is one duty, return or refused wish.

    ``wish`` counts refused days of strong wishes. See ``rostering.burden`` for how it is kept.
    """

    person: Id
    burden: Literal[
        "weekend", "night", "evening", "christmas", "easter", "holiday", "quick_return", "wish"
    ]
    points: int = Field(ge=-10_000, le=10_000)


class AccountBalance(Model):
    """Minutes carried in on an account; a positive ``hours`` balance is time already worked."""

    person: Id
    account: Literal["hours", "time_off", "f4", "vacation", "extra_time", "overtime"]
    minutes: int = Field(ge=-600_000, le=600_000)


class PairKind(StrEnum):
    """Whether two people must never, or must always, work the same shift."""

    APART = "apart"
    TOGETHER = "together"


class Pair(Dated):
    """Two people who never share a shift, or of whom the first works only where the second does.

    Without shifts it holds for every shift code; dates are those on which duties start.
    """

    id: Id
    kind: PairKind
    person: Id
    other: Id
    shifts: tuple[Code, ...] = ()


class AgreedDays(Model):
    """Days off of one kind that a person is to get in the period, on top of the weekly ones.

    Each credits a fifth of the contract's week; the engine decides which free days they are.
    """

    person: Id
    kind: Literal["F3", "F4", "F5", "time_off"]
    days: int = Field(ge=1, le=60)


class BaseHolder(Model):
    """A person on a base line and the week at which the person enters it."""

    person: Id
    entry_week: int = Field(default=1, ge=1)


class BaseLine(Model):
    """A line of a base roster: a position that may be vacant, held or shared.

    In a cyclic problem the holders of one line work the same weeks, each entering at a week of
    its own (1 is the line's first). ``cells`` are the line's shift codes day by day, Monday
    first, when the base roster is known; an empty one is a day off.
    """

    id: Id
    unit: Id
    percent: float = Field(gt=0, le=100)
    cells: tuple[str, ...] = ()
    holders: tuple[BaseHolder, ...] = ()


class Problem(Model):
    """Everything that one rostering needs to know; ids refer within the problem.

    ``assumed`` names what nobody has said and a reader of another format therefore took to be
    so, such as ``full_time_hours``; reports show it as what their figures rest on.
    """

    format: Literal["helseturnus.problem"] = "helseturnus.problem"
    version: Literal[1] = 1
    name: str = Field(min_length=1, max_length=120)
    horizon: Horizon
    units: tuple[Unit, ...] = Field(min_length=1)
    competences: tuple[Competence, ...] = ()
    shifts: tuple[ShiftType, ...] = Field(min_length=1)
    people: tuple[Person, ...] = Field(min_length=1)
    demand: tuple[DemandRow, ...] = ()
    reserve: tuple[ReserveDemand, ...] = ()
    wishes: tuple[Wish, ...] = ()
    absences: tuple[Absence, ...] = ()
    history_from: date | None = None
    history: tuple[Assignment, ...] = ()
    published: tuple[Assignment, ...] = ()
    locks: tuple[Lock, ...] = ()
    rulebooks: tuple[str, ...] = ("no_aml", "no_hta_ks", "no_local")
    rules: dict[str, RuleSetting] = Field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    weights: dict[str, int] = Field(default_factory=dict)
    ledger: tuple[LedgerBalance, ...] = ()
    accounts: tuple[AccountBalance, ...] = ()
    agreed_days: tuple[AgreedDays, ...] = ()
    pairs: tuple[Pair, ...] = ()
    wages: str = "no_ks"
    base_lines: tuple[BaseLine, ...] = ()
    assumed: tuple[str, ...] = ()
    call_choices: tuple[CallChoice, ...] = ()
