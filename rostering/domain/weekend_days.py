"""Weekends of any weekdays: Saturday and Sunday, or such as Friday to Sunday (``567``)."""

from __future__ import annotations

from itertools import accumulate, pairwise

from rostering.domain.index import ProblemIndex

WORD = "weekends"
_PLAIN = "67"


def names_weekends(word: str) -> bool:
    """Return whether a word is ``weekends``, alone or with ISO weekdays that lie within a week."""
    if not word.startswith(WORD):
        return False
    weekdays = word.removeprefix(WORD) or _PLAIN
    return all(digit in "1234567" for digit in weekdays) and _offsets(weekdays)[-1] < 7


def _offsets(weekdays: str) -> list[int]:
    """Return the days after the first weekday, each weekday the next of its name."""
    numbers = [int(digit) for digit in weekdays]
    return [0, *accumulate((late - early - 1) % 7 + 1 for early, late in pairwise(numbers))]


def weekends(index: ProblemIndex, word: str) -> tuple[tuple[int, ...], ...]:
    """Return the days of each weekend that has a known or planned day, the other days included."""
    known: dict[str, tuple[tuple[int, ...], ...]] = index.memo.setdefault("weekend_days", {})
    if word not in known:
        weekdays = word.removeprefix(WORD) or _PLAIN
        first, last = index.first_known, index.days - 1
        found = [
            tuple(monday + int(weekdays[0]) - 1 + later for later in _offsets(weekdays))
            for monday in index.calendar.weeks(first - 7, last)
        ]
        known[word] = tuple(w for w in found if any(first <= day <= last for day in w))
    return known[word]
