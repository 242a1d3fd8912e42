"""The shape of a control report; minutes and days everywhere, dates as dates."""

from __future__ import annotations

from datetime import date
from typing import Literal

from rostering.accounts import AccountLine
from rostering.domain.card import BreachEntry, NoticeEntry
from rostering.domain.fields import Model
from rostering.domain.problem import AgreementLevel
from rostering.domain.shifts import ShiftKind
from rostering.report.marks import Mark

REPORT_FORMAT = "helseturnus.control_report"
REPORT_VERSION = 1


class DayEntry(Model):
    """A day of the period: ISO week and weekday; ``red`` on Sundays and holidays."""

    date: date
    week: int
    weekday: int
    red: bool = False
    holiday: str = ""


class ShiftEntry(Model):
    """A shift code that the roster uses; ``start`` and ``end`` are minutes after midnight."""

    code: str
    name: str
    kind: ShiftKind
    start: int
    end: int
    minutes: int


class CellEntry(Model):
    """One person's day: planned shift codes, a day code, and the shift that the code covers."""

    shifts: tuple[str, ...] = ()
    code: Mark | None = None
    covers: str | None = None


class PositionEntry(Model):
    """A position as the ward file has it; hours are of the full-time week."""

    id: str
    unit: str
    percent: float
    full_time_hours: float
    three_part: bool
    first: date | None = None
    last: date | None = None


class RedEntry(Model):
    """A red date of one person: worked when a duty overlaps its hours (AML § 10-8 (4))."""

    date: date
    name: str
    worked: bool


class ReasonEntry(Model):
    """Something that a roster meets, by its name: what it has of what is asked.

    ``sundays`` counts days, ``day_evening`` is thousandths, the rest are minutes of a full
    position, a week or a year.
    """

    name: str
    has: int
    asked: int


class WeekEntry(Model):
    """The full-time week in minutes: the contract's, and that to which the planned hours entitle.

    ``contract`` is the longest of the person's positions. ``shorter`` tells that the roster
    entitles to less than the contract has, which three-part positions never do: what they owe
    follows the roster. ``reasons`` are what the roster meets.
    """

    contract: int
    minutes: int
    shorter: bool
    reasons: tuple[ReasonEntry, ...]
    category: str
    three_part: bool


class VacationEntry(Model):
    """Working days of vacation: in the period, and of the longest one in a summer.

    ``needed`` and ``needed_in_summer`` are what a whole year and a whole summer are to have.
    """

    in_all: int
    longest_in_summer: int
    needed: int
    needed_in_summer: int


class Hours(Model):
    """Minutes over the period; ``difference = planned + credited - owed``.

    ``planned`` holds the contract's hours alone: extra time and overtime stand beside it. Duties
    that known absence covers are credited and not planned.
    """

    owed: int
    planned: int
    credited: int
    difference: int
    extra: int
    overtime: int


class Burden(Model):
    """Counts over the period. A weekend is worked when a duty starts on Saturday or Sunday."""

    weekends_worked: int
    weekends: int
    red_worked: int
    red_off: int
    nights: int
    evenings: int
    quick_returns: int
    longest_run: int


class PersonEntry(Model):
    """One person's lines of the report, in the ward's order and without any score."""

    person: str
    name: str
    group: str
    positions: tuple[PositionEntry, ...]
    hours: Hours
    accounts: tuple[AccountLine, ...]
    day_codes: dict[Mark, int]
    burden: Burden
    red: tuple[RedEntry, ...]
    week: WeekEntry | None
    vacation: VacationEntry
    cells: tuple[CellEntry, ...]


class StaffingDay(Model):
    """A demand row on a date, at the day's worst moment; ``have`` is people on duty."""

    date: date
    have: int
    minimum: int
    target: int
    maximum: int | None = None


class StaffingEntry(Model):
    """A row of the staffing plan over the period.

    ``under_minimum``, ``under_target`` and ``over_maximum`` count days; a day under the minimum
    is also under the target.
    """

    row: str
    name: str
    days: tuple[StaffingDay, ...]
    under_minimum: int
    under_target: int
    over_maximum: int


class LineEntry(Model):
    """A line of the base roster that nobody holds."""

    line: str
    unit: str
    percent: float


class RuleNote(Model):
    """A rule that did not judge the roster, or only at a price, and why."""

    rule: str
    name: str
    state: Literal["off", "priced", "unset"]
    reason: str


class BookEntry(Model):
    """A rulebook under which the roster is judged."""

    id: str
    name: str
    authority: str


class AgreementEntry(Model):
    """A written agreement; ``persons`` are names, and empty means everybody."""

    id: str
    level: AgreementLevel
    document: str
    parties: str
    rules: tuple[str, ...]
    persons: tuple[str, ...]
    first: date | None
    last: date | None


class Statement(Model):
    """What kind of knowledge the figures are."""

    kind: Literal["measured", "simulated", "assumed"]
    text: str


class ControlReport(Model):
    """Everything that is signed: period, people, breaches, staffing and what it rests on.

    ``codes`` tells whether F1 and F2 stood in the roster or were laid by the engine, ``covered``
    how many duties known absence covers: they count neither in hours nor in staffing.
    """

    format: Literal["helseturnus.control_report"] = "helseturnus.control_report"
    version: Literal[1] = 1
    language: Literal["nb", "nn", "en"]
    problem_name: str
    units: tuple[str, ...]
    first: date
    last: date
    days: int
    cyclic: bool
    problem_hash: str
    roster_hash: str
    same_ward: bool
    lawful: bool
    hard: int
    other: int
    codes: Literal["written", "computed"]
    calendar: tuple[DayEntry, ...]
    shifts: tuple[ShiftEntry, ...]
    people: tuple[PersonEntry, ...]
    breaches: tuple[BreachEntry, ...]
    warnings: tuple[BreachEntry, ...]
    staffing: tuple[StaffingEntry, ...]
    covered: int
    unfilled: tuple[LineEntry, ...]
    rules: tuple[RuleNote, ...]
    rulebooks: tuple[BookEntry, ...]
    agreements: tuple[AgreementEntry, ...]
    notices: tuple[NoticeEntry, ...]
    statements: tuple[Statement, ...]
    signatures: tuple[str, ...]
