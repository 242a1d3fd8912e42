"""Real minutes as local times, also on the nights when the clocks change."""

import datetime as dt

import pytest

from rostering.domain.clock import Clock
from rostering.replan.local_time import local_of, minute_of
from tests.replan.wards import moment

SPRING, AUTUMN = dt.date(2027, 3, 28), dt.date(2027, 10, 31)


@pytest.mark.parametrize("start", [dt.date(2027, 1, 4), SPRING, AUTUMN])
def test_a_local_time_comes_back_on_every_quarter_of_three_days(start: dt.date) -> None:
    clock = Clock(start)
    for quarter in range(-96, 3 * 96):
        when = dt.datetime.combine(start, dt.time()) + dt.timedelta(minutes=15 * quarter)
        if when.date() == SPRING and when.hour == 2:
            continue  # the hour that does not exist
        assert local_of(clock, minute_of(clock, when)) == when


def test_a_night_in_spring_is_an_hour_shorter() -> None:
    clock = Clock(SPRING)
    midnight, six = moment("2027-03-28 00:00"), moment("2027-03-28 06:00")
    assert minute_of(clock, six) - minute_of(clock, midnight) == 300
    assert local_of(clock, 300) == six


def test_the_repeated_hour_in_autumn_is_told_as_the_first_of_the_two() -> None:
    clock = Clock(AUTUMN)
    assert local_of(clock, 120) == moment("2027-10-31 02:00")
    assert local_of(clock, 180) == moment("2027-10-31 02:00")
    assert local_of(clock, 240) == moment("2027-10-31 03:00")
    assert minute_of(clock, moment("2027-11-01 00:00")) == 25 * 60
