"""Lines of shift letters with their day codes, one letter pair a day."""

from typing import Any

from rostering.check import Court
from rostering.day_codes import day_codes
from rostering.domain.line import Plan
from rostering.domain.roster import DayCode, Overlay, Roster
from tests.rules.worlds import SOMEBODY, World

FULL = {SOMEBODY: {"positions": [{"percent": 100}]}}
SHORT = {DayCode.VACATION: "FE", DayCode.SICK: "SY", DayCode.LEAVE: "PE"}


def world(line: str, **more: Any) -> World:  # noqa: ANN401 - whatever a world may be told
    """Return a world of one full-time person, from Monday 4 January 2027 unless told."""
    return World("weekly_rest", {"name": line, "line": line, "people": FULL, **more}, {})


def judged(told: World) -> tuple[Court, Plan]:
    """Return a world's court and plan."""
    court = told.court()
    return court, court.index.plan(told.assignments())


def codes(line: str, **more: Any) -> str:  # noqa: ANN401
    """Return the code of each day, ``..`` where there is none."""
    told = world(line, **more)
    found = day_codes(*judged(told))
    by_day = {overlay.date: SHORT.get(overlay.code, overlay.code.value) for overlay in found}
    return " ".join(by_day.get(told.date(day), "..") for day in range(told.days))


def marked(told: World, marks: dict[int, DayCode]) -> Roster:
    """Return a world's roster with codes that somebody wrote by hand."""
    return Roster(
        problem_name="x",
        problem_hash="",
        start=told.date(0),
        days=told.days,
        assignments=told.assignments(),
        overlays=tuple(
            Overlay(person=SOMEBODY, date=told.date(day), code=code) for day, code in marks.items()
        ),
    )
