"""Shift types: codes with clock times, breaks and the competence they ask for."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from rostering.domain.competence import ANYONE, CompetenceNeed
from rostering.domain.fields import DAY_MINUTES, Code, Id, Model, TimeOfDay, format_time


class ShiftKind(StrEnum):
    """What a shift is to body and calendar; rules and fairness speak of kinds."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    LONG = "long"
    OFFICE = "office"


class Pay(StrEnum):
    """How a duty is paid and counted.

    Ordinary hours of the contract, a part-timer's extra time (*mertid*), overtime (AML § 10-6),
    or a shift moved after publication (*forskjøvet vakt*).
    """

    ORDINARY = "ordinary"
    EXTRA = "extra"
    OVERTIME = "overtime"
    MOVED = "moved"


class ShiftType(Model):
    """A shift code (*vaktkode*). Times are local; breaks are minutes.

    A ``paid_break`` of None is not known and judged by nobody; ``pay`` is how duties on this code
    are paid when nothing else is said of them.
    """

    code: Code
    name: str = ""
    kind: ShiftKind
    start: TimeOfDay
    end: TimeOfDay
    crosses_midnight: bool = False
    unpaid_break: int = Field(default=0, ge=0, le=240)
    paid_break: int | None = Field(default=None, ge=0, le=240)
    pay: Pay = Pay.ORDINARY
    units: tuple[Id, ...] = ()
    requires: CompetenceNeed = ANYONE
    counts: bool = True
    colour: str = Field(default="", pattern=r"^(#[0-9A-Fa-f]{6})?$")

    @model_validator(mode="after")
    def _ends_after_start(self) -> ShiftType:
        if self.start == DAY_MINUTES:
            raise ValueError(f"shift {self.code} starts 24:00; write 00:00 of the next day")
        if not self.crosses_midnight and self.end <= self.start:
            raise ValueError(
                f"shift {self.code} ends {format_time(self.end)} before it starts"
                f" {format_time(self.start)} and does not cross midnight"
            )
        if self.crosses_midnight and self.end > self.start:
            raise ValueError(
                f"shift {self.code} is marked as crossing midnight but ends"
                f" {format_time(self.end)} on the day after, more than 24 hours later"
            )
        if self.unpaid_break >= self.end_minute - self.start:
            raise ValueError(f"shift {self.code} has a break as long as the shift")
        return self

    @property
    def end_minute(self) -> int:
        """Minutes from midnight of the start date to the end; above 1440 past midnight."""
        return self.end + (DAY_MINUTES if self.crosses_midnight else 0)

    @property
    def minutes(self) -> int:
        """Working minutes on an ordinary day, without the unpaid break."""
        return self.end_minute - self.start - self.unpaid_break
