"""The smallest instances in which each thing matters, written by hand in the public formats."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster

CURTOIS = """# a comment
SECTION_HORIZON
# days
7

SECTION_SHIFTS
E,480,
L,600,E

SECTION_STAFF
# ID, MaxShifts, most minutes, least minutes, most and least in a row, least off, weekends
A,E=7|L=2,2400,960,5,2,2,1
B,E=7|L=0,2400,0,5,1,1,0

SECTION_DAYS_OFF
A,0,1

SECTION_SHIFT_ON_REQUESTS
A,0,E,4
B,2,E,3

SECTION_SHIFT_OFF_REQUESTS
B,3,E,2
B,4,E,0

SECTION_COVER
2,E,1,100,1
3,E,1,100,1
3,L,1,50,0
5,E,0,100,7
"""

INRC1 = """/////////////
SCHEDULING_PERIOD;
/////////////
tiny01, 2010-01-01, 2010-01-07;

SKILLS = 2;
Nurse;
HeadNurse;

SHIFT_TYPES = 3;
E, Early, 06:30:00, 14:30:00, 1, Nurse;
H, Head, 08:00:00, 16:00:00, 1, HeadNurse;
N, Night, 22:30:00, 06:30:00, 1, Nurse;

CONTRACTS = 2;
0, full, (1|1), (1|2|4), (1|1|2), (1|1|3), (1|3|2), (1|1|4), (1|1|2), (1|5|1), (0|0|0), (1|9|4), SaturdaySunday, (1|10), (1|3), (1|1), (0|0), (1|6), 2, 0 1;
1, part, (1|1), (0|1|4), (0|1|2), (0|1|3), (0|1|2), (0|1|4), (0|1|2), (0|0|1), (0|0|0), (0|0|0), FridaySaturdaySunday, (1|1), (0|0), (0|0), (0|0), (0|0), 0,;

PATTERNS = 2;
0, 4, 2 (N|Any) (E|Any);
1, 7, 3 (None|Friday) (Any|Saturday) (Any|Sunday);

EMPLOYEES 2;
a, Anna, 0, 1, Nurse;
b, Bo, 1, 2, HeadNurse Nurse;

DAY_OF_WEEK_COVER = 2;
Monday, E, 1;
Tuesday, H, 1;

DATE_SPECIFIC_COVER = 1;
2010-01-05, H, 0;

DAY_OFF_REQUESTS = 1;
a, 2010-01-04, 5;

DAY_ON_REQUESTS = 1;
b, 2010-01-04, 2;

SHIFT_OFF_REQUESTS = 1;
b, 2010-01-04, E, 3;

SHIFT_ON_REQUESTS = 1;
a, 2010-01-04, E, 1;
"""  # noqa: E501 - a contract is one line

_NONE = {"minimum": 0, "optimal": 0}


def _asked(shift: str, skill: str, **days: tuple[int, int]) -> dict[str, Any]:
    asked: dict[str, Any] = {"shiftType": shift, "skill": skill}
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        least, best = days.get(day[:3].lower(), (0, 0))
        asked[f"requirementOn{day}"] = {"minimum": least, "optimal": best}
    return asked


def _contract(name: str, **other: int) -> dict[str, Any]:
    return {
        "id": name,
        "minimumNumberOfAssignments": 0,
        "maximumNumberOfAssignments": 9,
        "minimumNumberOfConsecutiveWorkingDays": 1,
        "maximumNumberOfConsecutiveWorkingDays": 7,
        "minimumNumberOfConsecutiveDaysOff": 1,
        "maximumNumberOfConsecutiveDaysOff": 14,
        "maximumNumberOfWorkingWeekends": 2,
        "completeWeekends": 0,
    } | other


SCENARIO: dict[str, Any] = {
    "id": "n002w2",
    "numberOfWeeks": 2,
    "skills": ["Head", "Nurse"],
    "shiftTypes": [
        {
            "id": shift,
            "minimumNumberOfConsecutiveAssignments": least,
            "maximumNumberOfConsecutiveAssignments": most,
        }
        for shift, least, most in (("Early", 1, 14), ("Night", 2, 3))
    ],
    "forbiddenShiftTypeSuccessions": [
        {"precedingShiftType": "Early", "succeedingShiftTypes": []},
        {"precedingShiftType": "Night", "succeedingShiftTypes": ["Early"]},
    ],
    "contracts": [_contract("Full"), _contract("Whole", completeWeekends=1)],
    "nurses": [
        {"id": "Ann", "contract": "Full", "skills": ["Head", "Nurse"]},
        {"id": "Bob", "contract": "Whole", "skills": ["Nurse"]},
    ],
}


def _past(nurse: str, last: str, same: int, worked: int, off: int) -> dict[str, Any]:
    return {
        "nurse": nurse,
        "numberOfAssignments": 0,
        "numberOfWorkingWeekends": 0,
        "lastAssignedShiftType": last,
        "numberOfConsecutiveAssignments": same,
        "numberOfConsecutiveWorkingDays": worked,
        "numberOfConsecutiveDaysOff": off,
    }


HISTORY: dict[str, Any] = {
    "week": 0,
    "scenario": "n002w2",
    "nurseHistory": [_past("Ann", "Night", 1, 3, 0), _past("Bob", "None", 0, 0, 2)],
}
WEEKS: list[dict[str, Any]] = [
    {
        "scenario": "n002w2",
        "requirements": [
            _asked("Early", "Nurse", tue=(1, 2)),
            _asked("Early", "Head"),
            _asked("Night", "Nurse", tue=(0, 1)),
        ],
        "shiftOffRequests": [
            {"nurse": "Bob", "shiftType": "Any", "day": "Monday"},
            {"nurse": "Ann", "shiftType": "Night", "day": "Tuesday"},
        ],
    },
    {"scenario": "n002w2", "requirements": [], "shiftOffRequests": []},
]
INRC2_NAME = "n002w2_0_0-1"


def inrc2_data() -> dict[str, Any]:
    """Return the files of the INRC-II instance by name, to be changed."""
    return deepcopy(
        {
            "Sc-n002w2.json": SCENARIO,
            "H0-n002w2-0.json": HISTORY,
            "WD-n002w2-0.json": WEEKS[0],
            "WD-n002w2-1.json": WEEKS[1],
        }
    )


def put_curtois(folder: Path, text: str = CURTOIS) -> Path:
    """Write the instance 1 and return its folder."""
    (folder / "Instance1.txt").write_text(text, "utf-8")
    return folder


def put_inrc1(folder: Path, text: str = INRC1) -> Path:
    """Write the instance tiny01 and return its folder."""
    (folder / "tiny01.txt").write_text(text, "utf-8")
    return folder


def put_inrc2(folder: Path, data: dict[str, Any] | None = None) -> Path:
    """Write the files of a set into its folder and return the folder above."""
    inside = folder / "n002w2"
    inside.mkdir(exist_ok=True)
    for name, content in (data or inrc2_data()).items():
        (inside / name).write_text(json.dumps(content), "utf-8")
    return folder


def roster(problem: Problem, *duties: tuple[str, int, str] | tuple[str, int, str, str]) -> Roster:
    """Return a roster of (person, day index, shift) and perhaps the demand row that is filled."""
    from datetime import timedelta

    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(
            Assignment(
                person=person,
                date=problem.horizon.start + timedelta(days=day),
                shift=shift,
                unit="ward",
                role=role[0] if role else None,
            )
            for person, day, shift, *role in duties
        ),
    )
