"""Two people over the two weeks of Easter 2027, small enough to be reckoned by hand.

Week 1: Kari works five days, one of them an evening before a day; Per is on vacation Monday to
Friday. Week 2: Kari is sick on Monday (a day shift), has two nights before Easter and works its
Saturday and Sunday; Per has an evening, an extra day shift and Maundy Thursday.
"""

import datetime as dt
from typing import Any

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.shifts import Pay
from rostering.rules.registry import RULES

START = dt.date(2027, 3, 15)  # a Monday; Maundy Thursday is the 25th, Easter Sunday the 28th
LINES = {"kari": "DDADDFF FNNFFDD", "per": "FFFFFFF AFXDFFF"}
ON = ("daily_rest", "weekly_rest", "coverage")


def problem(**more: Any) -> Problem:  # noqa: ANN401 - fields of the ward
    """Return the ward; only rest and staffing are judged, by the law alone."""
    data: dict[str, Any] = {
        "name": "To",
        "horizon": {"start": START, "days": 14},
        "units": [{"id": "post", "name": "Post 1"}],
        "shifts": [
            {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
            {"code": "A", "kind": "evening", "start": "15:00", "end": "22:30"},
            {
                "code": "N", "kind": "night", "start": "23:00", "end": "07:00",
                "crosses_midnight": True,
            },
        ],
        "people": [_person("kari", "Kari", 100), _person("per", "Per", 50)],
        "demand": [
            {
                "id": "dag", "name": "Dag", "units": ["post"], "shifts": ["D"],
                "weekdays": [1, 5], "minimum": 1, "target": 2,
            }
        ],
        "absences": [
            {"person": "kari", "kind": "sick", "first": day(7), "shift": "D"},
            {"person": "per", "kind": "vacation", "first": day(0), "last": day(4)},
        ],
        "accounts": [{"person": "kari", "account": "hours", "minutes": 60}],
        "rulebooks": ["no_aml", "no_local"],
        "rules": {
            rule.id: {"mode": "off", "reason": "apart"} for rule in RULES if rule.id not in ON
        },
    }  # fmt: skip
    return Problem.model_validate({**data, **more})


def _person(name: str, shown: str, percent: int) -> dict[str, Any]:
    position = {"id": "1", "unit": "post", "percent": percent, "full_time_hours": 35}
    return {"id": name, "name": shown, "home_unit": "post", "positions": [position]}


def day(number: int) -> dt.date:
    """Return the date of a day of the fortnight, counted from 0."""
    return START + dt.timedelta(days=number)


def roster(**more: Any) -> Roster:  # noqa: ANN401 - fields of the roster
    """Return the roster of the two; ``X`` is a day shift of extra time."""
    duties = tuple(
        Assignment(
            person=person,
            date=day(number),
            shift="D" if letter == "X" else letter,
            unit="post",
            pay=Pay.EXTRA if letter == "X" else None,
        )
        for person, line in LINES.items()
        for number, letter in enumerate(line.replace(" ", ""))
        if letter != "F"
    )
    data = {"problem_name": "To", "problem_hash": "", "start": START, "days": 14}
    return Roster.model_validate({**data, "assignments": duties, **more})
