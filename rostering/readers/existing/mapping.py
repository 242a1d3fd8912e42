"""The saved mapping of a unit: how its rosters lie in a file, and what its codes mean."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from rostering.domain.fields import Code, Id, Model, TimeOfDay
from rostering.domain.roster import DayCode
from rostering.domain.shifts import ShiftKind
from rostering.errors import BadInput, Fault
from rostering.readers.existing.files import decoded
from rostering.readers.existing.layouts import VACANT, Layout
from rostering.readers.source import load
from rostering.readers.validation import validated

MAPPING_FORMAT: Literal["helseturnus.mapping"] = "helseturnus.mapping"
MAX_TOML_BYTES = 1024 * 1024


class Meaning(StrEnum):
    """What a code of the unit stands for.

    ``own_times``: a shift whose times stand beside the code each time. ``off``: an ordinary free
    day. ``ignore``: read past. The others are day codes.
    """

    SHIFT = "shift"
    OWN_TIMES = "own_times"
    OFF = "off"
    IGNORE = "ignore"
    F1 = "F1"
    F2 = "F2"
    F3 = "F3"
    F4 = "F4"
    F5 = "F5"
    VACATION = "vacation"
    LEAVE = "leave"
    SICK = "sick"
    SICK_CHILD = "sick_child"
    COURSE = "course"
    TIME_OFF = "time_off"

    @property
    def day_code(self) -> DayCode | None:
        """The day code that is meant; None for shifts, off and ignored codes."""
        known = {code.value: code for code in DayCode}
        return known.get(self.value)

    @property
    def worked(self) -> bool:
        """Whether the code is a shift."""
        return self in (Meaning.SHIFT, Meaning.OWN_TIMES)


class CodeEntry(Model):
    """One row of the unit's code table.

    ``start`` and ``end`` are local times, ``unpaid_break`` minutes. ``shift`` is the ward's own
    code when it is called otherwise there.
    """

    code: str = Field(min_length=1, max_length=40)
    means: Meaning = Meaning.SHIFT
    start: TimeOfDay | None = None
    end: TimeOfDay | None = None
    kind: ShiftKind | None = None
    unpaid_break: int = Field(default=0, ge=0, le=240)
    shift: Code | None = None
    credited: bool = True
    name: str = ""

    @model_validator(mode="after")
    def _timed(self) -> CodeEntry:
        timed = self.start is not None and self.end is not None
        if (self.start is None) != (self.end is None):
            raise ValueError(f"code {self.code} has one clock time; write both start and end")
        if timed and self.means is not Meaning.SHIFT:
            raise ValueError(f"code {self.code} means {self.means} and cannot have clock times")
        return self


class Columns(Model):
    """Where things stand: a heading's text, or a column's letter; empty when there is none."""

    name: str = ""
    id: str = ""
    percent: str = ""
    competence: str = ""
    week: str = ""
    date: str = ""
    code: str = ""
    start: str = ""
    end: str = ""
    hours: str = ""
    unit: str = ""


DateFormat = Literal["dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "yyyy-mm-dd", "dd-mm-yyyy", "dd.mm"]


class Mapping(Model):
    """All that one must know to read a unit's rosters; written once, edited by the unit.

    ``header_row`` counts from 1. ``start`` is the Monday of the first week and ``year`` that of
    the first date or week, where the file leaves them out. ``aliases`` gives spellings their
    person's id, ``competences`` and ``units`` the file's words their codes and ids, ``groups``
    the group of the wage table that a profession is paid as. ``people`` holds the ids of those
    who have no employee number. ``assumed`` names the settings that nobody has confirmed.
    """

    format: Literal["helseturnus.mapping"] = MAPPING_FORMAT
    version: Literal[1] = 1
    layout: Layout
    sheet: str = ""
    header_row: int = Field(default=1, ge=1, le=20_000)
    encoding: str = ""
    delimiter: str = Field(default="", max_length=1)
    date_format: DateFormat | Literal[""] = ""
    year: int | None = Field(default=None, ge=1950, le=2199)
    start: date | None = None
    night_belongs_to: Literal["start", "end"] = "start"
    ward: str = Field(default="", max_length=120)
    unit: Id = "unit"
    unit_name: str = ""
    full_time_hours: float = Field(default=35.5, gt=0, le=48)
    demand_is: Literal["minimum", "target"] = "minimum"
    blank_competence: Literal["ask", "anyone", "above"] = "ask"
    without_percent: Literal["ask", "hourly"] = "ask"
    gaps: Literal["ask", "off"] = "ask"
    ends_before: str = ""
    ignored_rows: tuple[str, ...] = ()
    vacant: tuple[str, ...] = VACANT
    assumed: tuple[str, ...] = ()
    columns: Columns = Columns()
    people: dict[str, Id] = Field(default_factory=dict)
    aliases: dict[str, Id] = Field(default_factory=dict)
    units: dict[str, Id] = Field(default_factory=dict)
    competences: dict[str, Code] = Field(default_factory=dict)
    groups: dict[str, str] = Field(default_factory=dict)
    codes: tuple[CodeEntry, ...] = ()


def read_mapping(path: str | Path) -> Mapping:
    """Return the mapping in a TOML file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong; a code that stands twice with two meanings
        is one.
    """
    file = Path(path)
    data = load(file)
    if len(data) > MAX_TOML_BYTES:
        raise BadInput([Fault(file.name, f"{len(data)} bytes", f"at most {MAX_TOML_BYTES} bytes")])
    try:
        raw: dict[str, Any] = tomllib.loads(decoded(data, file.name, "utf-8"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        guess = "a quotation mark or comma is missing, or the roster was given as --mapping"
        raise BadInput([Fault(file.name, str(error), "correct TOML", guess)]) from error
    mapping = validated(Mapping, raw, lambda path: f"{file.name}, {path}")
    faults = [
        Fault(
            f"{file.name}, codes[{number}]",
            f"{entry.code!r} a second time with another meaning",
            "one meaning for each code",
            f'the times differ from day to day: write means = "{Meaning.OWN_TIMES}" once',
        )
        for number, entry in enumerate(mapping.codes)
        if any(e.code == entry.code and e != entry for e in mapping.codes[:number])
    ]
    if faults:
        raise BadInput(faults)
    return mapping
