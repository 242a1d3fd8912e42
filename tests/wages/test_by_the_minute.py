"""The pieces of a duty against a count of its minutes, one by one, by the clock on the wall."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rostering.domain.index import ProblemIndex
from rostering.wages.load import shipped
from rostering.wages.pieces import minutes_outside, pieces, split
from tests.bill.small_bills import person, shift, ward

OSLO = ZoneInfo("Europe/Oslo")
FEASTS_2027 = {  # from which hour on
    date(2027, 3, 24): 12, date(2027, 3, 25): 0, date(2027, 3, 26): 0, date(2027, 3, 27): 0,
    date(2027, 3, 28): 0, date(2027, 3, 29): 0, date(2027, 5, 1): 0, date(2027, 5, 15): 12,
    date(2027, 5, 16): 0, date(2027, 5, 17): 0,
    date(2027, 12, 24): 12, date(2027, 12, 25): 0, date(2027, 12, 26): 0, date(2027, 12, 31): 12,
    date(2028, 1, 1): 0,
}  # fmt: skip
SHIFTS = [
    shift("D", "day", "07:30", "15:00"),
    shift("A", "evening", "14:45", "22:15"),
    shift("N", "night", "22:45", "07:15"),
    shift("L", "long", "08:00", "20:30"),
    shift("X", "night", "20:00", "19:59"),
]
DAYS = [
    *(date(2027, 3, 22) + timedelta(days=n) for n in range(9)),
    *(date(2027, 4, 29) + timedelta(days=n) for n in range(4)),
    *(date(2027, 5, 13) + timedelta(days=n) for n in range(6)),
    *(date(2027, 10, 29) + timedelta(days=n) for n in range(3)),
    *(date(2027, 12, 23) + timedelta(days=n) for n in range(9)),
]


def labels(now: datetime) -> frozenset[str]:
    """Return what a minute on the wall falls under."""
    minute, weekend = now.hour * 60 + now.minute, now.isoweekday() >= 6
    late = minute >= 21 * 60 or minute < 6 * 60
    feast = FEASTS_2027.get(now.date())
    known = {
        "evening": 17 * 60 <= minute < 21 * 60,
        "night": late,
        "weekend": weekend,
        "holiday": feast is not None and now.hour >= feast,
        "high": late or weekend,
    }
    return frozenset(name for name, holds in known.items() if holds)


def counted(day: date, start: str, end: str) -> Counter[frozenset[str]]:
    begin, stop = (datetime.combine(day, time.fromisoformat(t)) for t in (start, end))
    if stop <= begin:
        stop += timedelta(days=1)
    now, last = (moment.replace(tzinfo=OSLO).astimezone(UTC) for moment in (begin, stop))
    found: Counter[frozenset[str]] = Counter()
    while now < last:
        found[labels(now.astimezone(OSLO))] += 1
        now += timedelta(minutes=1)
    return found


@pytest.mark.parametrize("told", SHIFTS, ids=lambda told: told["code"])
def test_every_minute_is_paid_as_the_wall_clock_says(told: dict[str, str]) -> None:
    index = ProblemIndex(ward(DAYS[0], 300, person("Kari"), shifts=SHIFTS))
    wages = shipped()
    for day in DAYS:
        duty = index.duty(index.clock.day(day), told["code"], "ward")
        found: Counter[frozenset[str]] = Counter()
        for piece in pieces(index, wages.holiday_pay, wages.rates(day), duty):
            high = {"high"} if piece.high else set[str]()
            found[frozenset({*piece.active, *high})] += piece.minutes
        assert found == counted(day, told["start"], told["end"]), day
        assert found.total() == duty.minutes


def test_a_split_duty_loses_no_minute() -> None:
    index = ProblemIndex(ward(DAYS[0], 300, person("Kari"), shifts=SHIFTS))
    wages = shipped()
    duty = index.duty(3, "N", "ward")  # Maundy Thursday
    whole = pieces(index, wages.holiday_pay, wages.rates(DAYS[3]), duty)
    for minutes in (0, 1, 75, 300, duty.minutes, duty.minutes + 60):
        first, rest = split(whole, minutes)
        assert sum(piece.minutes for piece in first) == min(minutes, duty.minutes)
        assert sum(piece.minutes for piece in (*first, *rest)) == duty.minutes
        assert all(piece.start >= duty.start + minutes for piece in rest)


@pytest.mark.parametrize(
    ("spans", "outside"),
    [
        ([], 450),
        ([(0, 1440)], 0),
        ([(450, 900)], 0),
        ([(0, 460)], 440),
        ([(890, 1440)], 440),
        ([(500, 510), (505, 520)], 430),
        ([(0, 450)], 450),
    ],
)
def test_minutes_outside_are_counted_once(spans: list[tuple[int, int]], outside: int) -> None:
    index = ProblemIndex(ward(date(2027, 1, 4), 1, person("Kari"), shifts=SHIFTS))
    wages = shipped()
    duty = index.duty(0, "D", "ward")  # from minute 450 to 900
    whole = pieces(index, wages.holiday_pay, wages.rates(date(2027, 1, 4)), duty)
    assert minutes_outside(whole, spans) == outside
