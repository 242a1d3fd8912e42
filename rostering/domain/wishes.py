"""Shift wishes, who may be called for an extra shift, and known absence."""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum

from pydantic import Field, model_validator

from rostering.domain.fields import Code, Id, Model
from rostering.domain.shifts import ShiftKind


class Strength(IntEnum):
    """How much a wish means to the person who made it."""

    WEAK = 1
    MEDIUM = 2
    STRONG = 3


class WishKind(StrEnum):
    """Wanted or not wanted."""

    WANT = "want"
    AVOID = "avoid"


class Span(Model):
    """One or more dates in a row; ``last`` is ``first`` when it is left out."""

    first: date
    last: date | None = None

    @model_validator(mode="after")
    def _forward(self) -> Span:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"the last date {self.last} is before the first {self.first}")
        return self

    @property
    def end(self) -> date:
        """The last date, whether written or not."""
        return self.last or self.first


class Wish(Span):
    """A wish for each date of the span; a duty counts on the date it starts.

    Without shifts and kinds it speaks of any duty: ``avoid`` is then a wish for a day off.
    ``points`` weigh a refused day in place of those of its strength.
    """

    person: Id
    kind: WishKind
    shifts: tuple[Code, ...] = ()
    kinds: tuple[ShiftKind, ...] = ()
    strength: Strength = Strength.MEDIUM
    points: int | None = Field(default=None, ge=1, le=100_000)

    def names(self, code: str, kind: ShiftKind) -> bool:
        """Return whether a shift is one that the wish speaks of."""
        return _names(self.shifts, self.kinds, code, kind)


class CallKind(StrEnum):
    """Whether a person asks for extra shifts, or is not to be called for any."""

    VOLUNTEER = "volunteer"
    DO_NOT_CALL = "do_not_call"


class CallChoice(Span):
    """What a person has said about extra shifts (*ekstravakter*) that start on some dates.

    Without shifts and kinds it speaks of any shift. Where a volunteer must not be called on the
    same date, nobody calls. It may reach beyond the period. No reason is stored.
    """

    person: Id
    kind: CallKind
    shifts: tuple[Code, ...] = ()
    kinds: tuple[ShiftKind, ...] = ()

    def holds(self, when: date, code: str, kind: ShiftKind) -> bool:
        """Return whether the choice speaks of a shift that starts on a date."""
        dated = self.first <= when <= self.end
        return dated and _names(self.shifts, self.kinds, code, kind)


def _names(
    shifts: tuple[str, ...], kinds: tuple[ShiftKind, ...], code: str, kind: ShiftKind
) -> bool:
    """Return whether a shift is named; without any names every shift is."""
    if not shifts and not kinds:
        return True
    return code in shifts or kind in kinds


class AbsenceKind(StrEnum):
    """Why a person is away for certain; nobody's diagnosis is ever stored.

    F3: a day off for Sunday or holiday work; F4: time off instead of holiday pay; F5: replaces a
    weekly rest that fell on a holiday. A time-off day is taken from the time-off account.
    """

    VACATION = "vacation"
    LEAVE = "leave"
    SICK = "sick"
    SICK_CHILD = "sick_child"
    COURSE = "course"
    TIME_OFF = "time_off"
    F3 = "F3"
    F4 = "F4"
    F5 = "F5"


class Absence(Span):
    """Known absence: no duty may touch these dates.

    With ``credited`` the planned hours count as worked: those of ``shift``, the planned shift that
    the absence covers on each of its dates, or else a fifth of the contract's week on each day
    Monday to Friday. With ``day_off`` the plan has a day off there, which credits nothing.
    """

    person: Id
    kind: AbsenceKind
    credited: bool = True
    shift: Code | None = None
    day_off: bool = False


class Lock(Model):
    """A cell that the solver must leave: a shift code, or nothing for a day off."""

    person: Id
    date: date
    shift: Code | None = None
    unit: Id | None = None
    role: Id | None = Field(default=None)
