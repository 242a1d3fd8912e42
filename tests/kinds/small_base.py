"""A ward of four people and one shift code a day: the smallest that has a base roster."""

from __future__ import annotations

from datetime import date
from typing import Any

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster

MONDAY = date(2027, 8, 2)  # twelve weeks without holidays and clock changes follow
PEOPLE = ("ada", "bo", "cy", "dag")


def ward(**more: object) -> Problem:
    """Return the ward over two weeks; ``more`` replaces fields."""
    data: dict[str, Any] = {
        "name": "small base",
        "horizon": {"start": MONDAY, "days": 14},
        "units": [{"id": "u"}],
        "shifts": [
            {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
            {"code": "A", "kind": "evening", "start": "15:00", "end": "22:30"},
            {
                "code": "N",
                "kind": "night",
                "start": "22:30",
                "end": "07:30",
                "crosses_midnight": True,
            },
        ],
        "people": [{"id": p, "name": p.title(), "home_unit": "u"} for p in PEOPLE],
        "demand": [
            {"id": "day", "units": ["u"], "shifts": ["D"], "minimum": 1, "target": 1},
            {"id": "late", "units": ["u"], "shifts": ["A"], "minimum": 1, "target": 1},
        ],
        "agreements": [{"id": "L2", "level": "L2"}, {"id": "L1", "level": "L1"}],
        "weights": {"fairness": 0},
    }
    return Problem.model_validate(data | more)


def roster(problem: Problem, lines: dict[str, str]) -> Roster:
    """Return the roster that letters tell: ``F`` is off, blanks only group the days."""
    start = problem.horizon.start
    found = []
    for person, text in lines.items():
        for day, letter in enumerate(text.replace(" ", "")):
            if letter != "F":
                when = date.fromordinal(start.toordinal() + day)
                found.append(Assignment(person=person, date=when, shift=letter, unit="u"))
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=start,
        days=problem.horizon.days,
        assignments=tuple(found),
    )


def letters(problem: Problem, assignments: tuple[Assignment, ...], person: str) -> str:
    """Return a person's days as letters again."""
    worked = {a.date: a.shift for a in assignments if a.person == person}
    start = problem.horizon.start.toordinal()
    days = (date.fromordinal(start + n) for n in range(problem.horizon.days))
    return "".join(worked.get(day, "F") for day in days)
