"""A roster as the second nurse rostering competition writes it: a file for each week.

Either as text (``sol-week0.txt``: nurse, day, shift and skill in a line) or as JSON
(``Sol-n005w4-1-0.json``, where the last number is the week).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.errors import BadInput, Fault
from rostering.readers.public.inrc2_json import read
from rostering.readers.public.reading import Reading, text_lines
from rostering.readers.validation import limited

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TEXT = re.compile(r"^sol-week(\d{1,2})\.txt$", re.IGNORECASE)
_JSON = re.compile(r"^sol-.+-(\d{1,2})\.json$", re.IGNORECASE)


class _Assigned(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel)

    nurse: str
    day: str
    shift_type: str
    skill: str


class _Week(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    scenario: str
    week: Annotated[int, Field(ge=0, le=99)]
    assignments: tuple[_Assigned, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    place: int | str
    nurse: str
    day: str
    shift: str
    skill: str


def inrc2_assignments(folder: Path, problem: Problem) -> list[Assignment]:
    """Return the duties of a folder with a file for each week.

    A duty fills the demand row of its shift and skill, where that day asks for the skill at all.

    Raises
    ------
    BadInput
        When a week is missing, or an entry does not fit the problem.
    """
    files = _files(folder, problem.horizon.days // 7)
    found, faults = list[Assignment](), list[Fault]()
    placed = _Placed(problem)
    for week, path in enumerate(files):
        reading = Reading(path.name)
        entries = list(_entries(reading, path, week))
        found += placed.duties(reading, week, entries)
        faults += reading.faults
    if faults:
        raise BadInput(limited(faults))
    return found


def _files(folder: Path, weeks: int) -> list[Path]:
    if not folder.is_dir():
        guess = "the folder of the week files is meant"
        raise BadInput([Fault(str(folder), "no such folder", "a folder of week files", guess)])
    there: dict[int, Path] = {}
    for path in sorted(folder.iterdir()):
        if told := _TEXT.match(path.name) or _JSON.match(path.name):
            there.setdefault(int(told[1]), path)
    missing = [week for week in range(weeks) if week not in there]
    if missing:
        listed = ", ".join(path.name for path in there.values()) or "no week file"
        needed = f"a file for each of {weeks} weeks, such as sol-week{missing[0]}.txt"
        raise BadInput([Fault(str(folder), listed, needed)])
    return [there[week] for week in range(weeks)]


def _entries(reading: Reading, path: Path, week: int) -> Iterator[_Entry]:
    if path.suffix.lower() != ".json":
        yield from _lines(reading, path)
        return
    told = read(path, _Week)
    if told.week != week:
        reading.fault("week", str(told.week), f"{week}, as the file's name says")
    for number, one in enumerate(told.assignments):
        yield _Entry(f"assignments[{number}]", one.nurse, one.day, one.shift_type, one.skill)


def _lines(reading: Reading, path: Path) -> Iterator[_Entry]:
    told: int | None = None
    lines = 0
    for number, line in enumerate(text_lines(path), start=1):
        words = line.split()
        if words[:2] == ["ASSIGNMENTS", "="]:
            told = reading.whole(" ".join(words[2:]), number, "number of assignments")
        elif told is not None and words:
            lines += 1
            if reading.cells(words, number, 4, "nurse, day, shift, skill"):
                yield _Entry(number, *words[:4])
    if told != lines:
        found = "no line ASSIGNMENTS =" if told is None else f"{lines} lines of {told} assignments"
        reading.fault("", found, "ASSIGNMENTS = and a line for each", "the file was cut off")


class _Placed:
    """Entries of the week files as duties of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.people = [person.id for person in problem.people]
        self.codes = [shift.code for shift in problem.shifts]
        self.skills = [competence.code for competence in problem.competences]
        self.roles = {
            (when, row.shifts[0], row.competence.all_of[0]): row.id
            for row in problem.demand
            for when in row.only_dates
        }
        self.seen: set[tuple[str, date]] = set()

    def duties(self, reading: Reading, week: int, entries: list[_Entry]) -> Iterator[Assignment]:
        for one in entries:
            known = [
                reading.known(one.nurse, one.place, "nurse", self.people),
                reading.known(one.day, one.place, "day", DAYS),
                reading.known(one.shift, one.place, "shift", self.codes),
                reading.known(one.skill, one.place, "skill", self.skills),
            ]
            if not all(known):
                continue
            day = 7 * week + DAYS.index(one.day)
            when = self.problem.horizon.start + timedelta(days=day)
            if (one.nurse, when) in self.seen:
                reading.fault(one.place, f"{one.nurse} on {one.day} twice", "one shift a day")
            self.seen.add((one.nurse, when))
            yield Assignment(
                person=one.nurse,
                date=when,
                shift=one.shift,
                unit=self.problem.units[0].id,
                role=self.roles.get((when, one.shift, one.skill)),
            )
