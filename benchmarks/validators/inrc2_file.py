"""Instances and rosters of the Second International Nurse Rostering Competition, read from disk.

Formats: S. Ceschia and others, "Second International Nurse Rostering Competition (INRC-II),
Problem Description and Rules", arXiv 1501.04177, section 4.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.validators.verdict import Unusable, known, parsed, read_text

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = tuple(day[:3] for day in DAYS)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lowest and highest value."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Contract:
    """Limits of a contract over the whole horizon."""

    assignments: Bounds
    working_days: Bounds
    days_off: Bounds
    weekends: int
    complete_weekends: bool


@dataclass(frozen=True, slots=True)
class History:
    """How a nurse comes in: totals so far, and what the last day was a part of."""

    assignments: int
    weekends: int
    shift: str | None
    same_shift: int
    working_days: int
    days_off: int


@dataclass(frozen=True, slots=True)
class Nurse:
    """A nurse's contract, skills and history."""

    contract: Contract
    skills: frozenset[str]
    history: History


@dataclass(frozen=True, slots=True)
class Instance:
    """All weeks together; ``need`` gives least and best heads by (day, shift, skill)."""

    scenario: str
    weeks: int
    shifts: dict[str, Bounds]
    barred: frozenset[tuple[str, str]]
    skills: tuple[str, ...]
    nurses: dict[str, Nurse]
    need: dict[tuple[int, str, str], Bounds]
    unwanted: tuple[tuple[str, int, str | None], ...]

    @property
    def days(self) -> int:
        """Length of the horizon."""
        return 7 * self.weeks


@dataclass(frozen=True, slots=True)
class Duty:
    """A shift on a day (from zero, over all weeks) and the skill that it is worked with."""

    nurse: str
    day: int
    shift: str
    skill: str


def read_instance(folder: Path, name: str) -> Instance:
    """Read ``<set>_<history>_<week>-<week>-...``, the week files in that order."""
    found = re.fullmatch(r"([^_]+)_(\d+)_(\d+(?:-\d+)*)", name)
    if not found:
        raise Unusable(folder, f"the instance {name!r}", "a name like n030w4_1_6-2-9-1")
    kind, history, weeks = found[1], found[2], found[3].split("-")
    place = folder / kind if (folder / kind).is_dir() else folder
    scenario = _json(place / f"Sc-{kind}.json")
    past = _json(place / f"H0-{kind}-{history}.json")
    files = [_json(place / f"WD-{kind}-{week}.json") for week in weeks]
    contracts = {entry["id"]: _contract(entry) for entry in scenario["contracts"]}
    before = {entry["nurse"]: _history(entry) for entry in past["nurseHistory"]}
    return Instance(
        scenario=scenario["id"],
        weeks=len(files),
        shifts={
            entry["id"]: _consecutive(entry, "Assignments") for entry in scenario["shiftTypes"]
        },
        barred=frozenset(
            (entry["precedingShiftType"], later)
            for entry in scenario["forbiddenShiftTypeSuccessions"]
            for later in entry["succeedingShiftTypes"]
        ),
        skills=tuple(scenario["skills"]),
        nurses={
            entry["id"]: Nurse(
                contracts[entry["contract"]], frozenset(entry["skills"]), before[entry["id"]]
            )
            for entry in scenario["nurses"]
        },
        need=_need(files),
        unwanted=tuple(
            (entry["nurse"], 7 * week + DAYS.index(entry["day"]), _any(entry["shiftType"]))
            for week, file in enumerate(files)
            for entry in file["shiftOffRequests"]
        ),
    )


def _json(path: Path) -> dict[str, Any]:
    try:
        data: dict[str, Any] = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise Unusable(path, f"no JSON ({error})", "a file of the competition") from error
    return data


def _any(shift: str) -> str | None:
    return None if shift == "Any" else shift


def _consecutive(entry: dict[str, Any], what: str) -> Bounds:
    return Bounds(
        entry[f"minimumNumberOfConsecutive{what}"], entry[f"maximumNumberOfConsecutive{what}"]
    )


def _contract(entry: dict[str, Any]) -> Contract:
    return Contract(
        assignments=Bounds(
            entry["minimumNumberOfAssignments"], entry["maximumNumberOfAssignments"]
        ),
        working_days=_consecutive(entry, "WorkingDays"),
        days_off=_consecutive(entry, "DaysOff"),
        weekends=entry["maximumNumberOfWorkingWeekends"],
        complete_weekends=bool(entry["completeWeekends"]),
    )


def _history(entry: dict[str, Any]) -> History:
    last = entry["lastAssignedShiftType"]
    return History(
        assignments=entry["numberOfAssignments"],
        weekends=entry["numberOfWorkingWeekends"],
        shift=None if last == "None" else last,
        same_shift=entry["numberOfConsecutiveAssignments"],
        working_days=entry["numberOfConsecutiveWorkingDays"],
        days_off=entry["numberOfConsecutiveDaysOff"],
    )


def _need(files: list[dict[str, Any]]) -> dict[tuple[int, str, str], Bounds]:
    return {
        (7 * week + number, entry["shiftType"], entry["skill"]): Bounds(
            entry[f"requirementOn{day}"]["minimum"], entry[f"requirementOn{day}"]["optimal"]
        )
        for week, file in enumerate(files)
        for entry in file["requirements"]
        for number, day in enumerate(DAYS)
    }


def read_roster(world: Instance, folder: Path) -> list[Duty]:
    """Read a roster: a folder with a file a week, each in the text or the JSON form."""
    if not folder.is_dir():
        raise Unusable(folder, "no folder", f"a folder with {world.weeks} files, one a week")
    weeks: dict[int, list[Duty]] = {}
    for path in sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".json"}):
        week, rows = (_week_json if path.suffix == ".json" else _week_text)(world, path)
        if week in weeks:
            raise Unusable(path, f"week {week} a second time", "each week once")
        weeks[week] = [
            _duty(world, f"{path}, assignment {n}", week, row) for n, row in enumerate(rows, 1)
        ]
    if sorted(weeks) != list(range(world.weeks)):
        numbers = ", ".join(map(str, sorted(weeks))) or "none"
        raise Unusable(folder, f"the weeks {numbers}", f"the weeks 0 to {world.weeks - 1}")
    return [duty for week in sorted(weeks) for duty in weeks[week]]


def _week_text(world: Instance, path: Path) -> tuple[int, list[list[str]]]:
    lines = [line.split() for line in read_text(path).splitlines() if line.strip()]
    heading = lines[1] if len(lines) > 2 and lines[0] == ["SOLUTION"] else []
    if len(heading) != 2 or heading[1] != world.scenario:
        raise Unusable(path, " ".join(heading) or "no heading", f"a week of {world.scenario}")
    rows, said = lines[3:], parsed(str(path), int, lines[2][-1], "the number of assignments")
    if len(rows) != said:
        raise Unusable(path, f"{len(rows)} assignments", f"{said}, as the heading says")
    return parsed(str(path), int, heading[0], "the week's number"), rows


def _week_json(world: Instance, path: Path) -> tuple[int, list[list[str]]]:
    data = _json(path)
    if data.get("scenario") != world.scenario:
        raise Unusable(path, f"the scenario {data.get('scenario')}", world.scenario)
    fields = ("nurse", "day", "shiftType", "skill")
    rows = [[str(entry.get(field, "")) for field in fields] for entry in data["assignments"]]
    return int(data["week"]), rows


def _duty(world: Instance, where: str, week: int, row: list[str]) -> Duty:
    if len(row) != 4:
        raise Unusable(where, repr(" ".join(row)), "nurse, day, shift and skill")
    nurse, day, shift, skill = row
    return Duty(
        nurse=known(where, "nurse", nurse, world.nurses),
        day=7 * week + SHORT.index(known(where, "day", day, SHORT)),
        shift=known(where, "shift", shift, world.shifts),
        skill=known(where, "skill", skill, world.skills),
    )
