"""The hours of red dates: from when to when work makes them worked ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rostering.domain.calendar import public_holidays
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.red_days import red_days, windows


def index(kind: str = "calendar") -> ProblemIndex:
    """Return an index whose day 0 is Monday 4 January 2027."""
    return ProblemIndex(
        Problem.model_validate(
            {
                "name": "red",
                "horizon": {"start": "2027-01-04", "days": 7, "kind": kind},
                "units": [{"id": "u"}],
                "shifts": [{"code": "D", "kind": "day", "start": "08:00", "end": "15:00"}],
                "people": [{"id": "k", "name": "K", "home_unit": "u"}],
            }
        )
    )


def hours(when: date) -> tuple[str, str, str]:
    """Return the name, start and end of a red date by the clock on the wall."""
    world = index()
    day = world.clock.day(when)
    (red,) = red_days(world, day, day)
    assert red.day == day
    return red.name, told(world, day, red.start), told(world, day, red.end)


def told(world: ProblemIndex, day: int, minute: int) -> str:
    hours = [(near, local) for near in (day - 1, day) for local in range(0, 1440, 60)]
    for near, local in [*hours, (day, 1440)]:
        if world.clock.at(near, local) == minute:
            return f"{near - day:+d} {local // 60:02d}"
    raise AssertionError(minute)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (date(2027, 1, 10), ("søndag", "-1 18", "+0 22")),
        (date(2026, 1, 1), ("Første nyttårsdag", "-1 18", "+0 22")),
        (date(2028, 4, 13), ("Skjærtorsdag", "-1 18", "+0 24")),
        (date(2028, 4, 14), ("Langfredag", "+0 00", "+0 22")),
        (date(2028, 4, 16), ("Første påskedag", "-1 15", "+0 24")),
        (date(2028, 4, 17), ("Andre påskedag", "+0 00", "+0 22")),
        (date(2028, 5, 25), ("Kristi himmelfartsdag", "-1 18", "+0 22")),
        (date(2028, 6, 4), ("Første pinsedag", "-1 15", "+0 24")),
        (date(2028, 5, 1), ("Arbeidernes dag", "+0 00", "+0 22")),
        (date(2028, 5, 17), ("Grunnlovsdag", "-1 22", "+0 22")),
        (date(2026, 5, 17), ("Grunnlovsdag", "-1 18", "+0 22")),
        (date(2027, 12, 25), ("Første juledag", "-1 15", "+0 24")),
        (date(2027, 12, 26), ("Andre juledag", "+0 00", "+0 22")),
    ],
)
def test_the_hours_of_a_red_date(when: date, expected: tuple[str, str, str]) -> None:
    assert hours(when) == expected


def test_in_spring_the_hours_follow_the_clock_on_the_wall() -> None:
    world = index()
    day = world.clock.day(date(2026, 3, 29))
    (red,) = red_days(world, day, day)
    assert red.end - red.start == 27 * 60


@pytest.mark.parametrize("year", [1990, 2008, 2009, 2020, 2027, 2035, 2060])
def test_the_windows_know_every_holiday_of_the_calendar(year: int) -> None:
    world = index()
    first = world.clock.day(date(year, 1, 1))
    last = world.clock.day(date(year, 12, 31))
    found = {world.clock.date(red.day) for red in red_days(world, first, last)}
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(last - first + 1))
    assert found == {d for d in days if d.isoweekday() == 7 or d in public_holidays(year)}


def test_a_base_roster_has_sundays_alone() -> None:
    world = index("cyclic")
    first = world.clock.day(date(2027, 3, 22))
    assert [red.name for red in red_days(world, first, first + 13)] == ["søndag"] * 2


def test_every_window_says_where_it_comes_from() -> None:
    assert all(w.paragraph and w.link and w.valid_from for w in windows())
