"""Small wards in a few words: everybody's posts, shifts by letter, one unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.replan.stand_ins import OpenDuty, Refusal, StandIn, StandIns, stand_ins

MONDAY = dt.date(2027, 1, 4)
UNIT = "post"
BEFORE = dt.datetime.fromisoformat("2027-01-01 12:00")
SHIFTS = [
    {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
    {"code": "A", "kind": "evening", "start": "15:00", "end": "22:30"},
    {"code": "N", "kind": "night", "start": "22:30", "end": "07:30", "crosses_midnight": True},
]
ANYBODY = {"id": "day", "units": [UNIT], "shifts": ["D"], "minimum": 1, "target": 1}


def moment(text: str) -> dt.datetime:
    """Return a local time."""
    return dt.datetime.fromisoformat(text)


def date(day: int) -> dt.date:
    """Return the date of a day, Monday 4 January 2027 being 0."""
    return MONDAY + dt.timedelta(days=day)


def person(name: str, percent: float = 0, **more: object) -> dict[str, Any]:
    """Return somebody with one post of so many percent, or without any."""
    posts = [{"id": f"{name}-1", "unit": UNIT, "percent": percent}] if percent else []
    return {"id": name, "name": name.capitalize(), "home_unit": UNIT, "positions": posts, **more}


def ward(people: list[dict[str, Any]], **more: object) -> Problem:
    """Return a ward of two weeks in which the law alone binds; one day shift a day."""
    told = {
        "name": "ward",
        "horizon": {"start": MONDAY, "days": 14},
        "units": [{"id": UNIT}],
        "competences": [{"code": "nurse"}],
        "shifts": SHIFTS,
        "people": people,
        "demand": [ANYBODY],
        "rulebooks": ["no_aml", "no_hta_ks"],
        **more,
    }
    return Problem.model_validate(told)


def roster(problem: Problem, lines: Mapping[str, str], **more: object) -> Roster:
    """Return a roster of lines such as ``{"kari": "DD.A"}``, a letter a day."""
    duties = tuple(
        Assignment(person=who, date=date(day), shift=letter, unit=UNIT)
        for who, line in lines.items()
        for day, letter in enumerate(line)
        if letter != "."
    )
    told = {"problem_name": problem.name, "problem_hash": "", "start": MONDAY, "days": 14, **more}
    return Roster.model_validate({**told, "assignments": duties})


def held_against(
    problem: Problem,
    lines: Mapping[str, str],
    asked: OpenDuty,
    now: dt.datetime = BEFORE,
    *,
    on_request: bool = False,
    **more: object,
) -> StandIns:
    """Return the stand-ins of a small roster."""
    plan = roster(problem, lines, **more)
    return stand_ins(Court.of(problem, plan), plan, asked, now=now, on_request=on_request)


def opened(day: int = 0, shift: str = "D", who: str | None = "kari", **more: str) -> OpenDuty:
    """Return the shift that Kari has left."""
    return OpenDuty(date=date(day), shift=shift, person=who, **more)


def offer(found: StandIns, who: str) -> StandIn:
    """Return the offer to a person; there must be one."""
    return next(one for one in found.offered if one.person == who)


def refusal(found: StandIns, who: str) -> Refusal:
    """Return why a person has none; there must be a reason."""
    return next(one for one in found.refused if one.person == who)
