"""A ward of a few people and two weeks of letters; only the named rules bind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rostering.check import Court
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, DayCode, Overlay, Roster
from rostering.rules.registry import RULES
from rostering.swap import Handover, Swap, SwapKind
from rostering.terms.registry import TERMS

MONDAY = date(2027, 8, 2)  # two weeks without holidays and clock changes follow
BINDING = (
    *("availability", "competence", "no_overlap", "daily_rest", "weekly_rest"),
    *("coverage", "pairs"),
)
SHIFTS = [
    {"code": "D", "kind": "day", "start": "07:30", "end": "15:00"},
    {"code": "A", "kind": "evening", "start": "15:00", "end": "22:30"},
    {"code": "N", "kind": "night", "start": "22:30", "end": "07:30", "crosses_midnight": True},
    {"code": "S", "kind": "day", "start": "08:00", "end": "13:00"},
]


def day(number: int) -> date:
    """Return the date of a day; 0 is the first Monday."""
    return MONDAY + timedelta(days=number)


def person(name: str, **more: object) -> dict[str, Any]:
    return {"id": name, "name": name.title(), "home_unit": "u", **more}


def ward(*people: dict[str, Any], **more: object) -> Problem:
    """Return a ward in which wishes alone cost points, 50 a wish point; ``more`` sets fields."""
    off = {rule.id: {"mode": "off", "reason": "apart"} for rule in RULES}
    rules = {name: setting for name, setting in off.items() if name not in BINDING}
    told: dict[str, Any] = {
        "name": "small",
        "horizon": {"start": MONDAY, "days": 14},
        "units": [{"id": "u"}],
        "shifts": SHIFTS,
        "people": list(people),
        "weights": {term.id: 50 if term.id == "wishes" else 0 for term in TERMS},
        **more,
    }
    told["rules"] = {**rules, **told.get("rules", {})}
    return Problem.model_validate(told)


def roster(problem: Problem, lines: dict[str, str], **more: object) -> Roster:
    """Return the roster that letters tell: ``.`` is a day off, blanks only group the days."""
    found = [
        duty(who, number, letter)
        for who, text in lines.items()
        for number, letter in enumerate(text.replace(" ", ""))
        if letter != "."
    ]
    return Roster(
        problem_name=problem.name,
        problem_hash="",
        start=problem.horizon.start,
        days=problem.horizon.days,
        assignments=tuple(found),
    ).model_copy(update=more)


def duty(who: str, number: int, shift: str, **more: Any) -> Assignment:  # noqa: ANN401
    return Assignment(person=who, date=day(number), shift=shift, unit="u", **more)


def code(who: str, number: int, name: str) -> Overlay:
    return Overlay(person=who, date=day(number), code=DayCode(name))


def court(problem: Problem) -> Court:
    return Court.of(problem)


def asked(*given: Assignment) -> Swap:
    """Return a swap in which each hands over to the next one, the last to the first."""
    takes = (given[-1], *given[:-1])
    return Swap(
        kind=SwapKind.TWO_WAY if len(given) == 2 else SwapKind.THREE_WAY,
        handovers=tuple(
            Handover(person=one.person, gives=one, takes=other)
            for one, other in zip(given, takes, strict=True)
        ),
    )


def told(swap: Swap) -> str:
    """Return who takes what: ``ada D1 bo A3`` (the day's number behind the shift)."""
    return " ".join(
        f"{one.person} {one.takes.shift}{(one.takes.date - MONDAY).days}" for one in swap.handovers
    )
