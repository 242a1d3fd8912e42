"""Patterns: unwanted patterns of days in a row, each with its own weight and first weekday.

What nobody can change is not counted: days of the past, and days off on which the person could not
work anyway.

An entry is `[5, any, night, off, day]`: its points, the weekday of its first day (1 to 7, or any)
and a word for each day: a shift kind, a shift code, `work`, `off` or `any`. At a price each time it
occurs costs its points times the price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rostering.domain.able import can_work
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.tokens import ANY, OFF, WORK
from rostering.rules.base import Dated, Form, Sense, employee_rule, limit, said
from rostering.verbs import Verbs

ID = "patterns"
Entry = tuple[str, ...]
_WORDS = (OFF, WORK, ANY)


def _fits(entry: Sequence[str]) -> bool:
    return (
        len(entry) >= 3
        and entry[0].isdecimal()
        and 0 < int(entry[0]) <= 100_000
        and entry[1] in (ANY, *"1234567")
        and any(token != ANY for token in entry[2:])
    )


FORM = Form(("1", ANY, "night", "day"), _fits, skip=2, words=_WORDS.__contains__)


@dataclass(frozen=True, slots=True)
class Values:
    """Entries of points, weekday of the first day (1 to 7 or ``any``) and one token a day.

    Tokens are shift kinds, shift codes, ``work``, ``off`` and ``any``.
    """

    limits: tuple[Entry, ...] = limit(Sense.SETTING, "", (), form=FORM)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every unwanted pattern that ends inside the horizon."""
    ends = [start for start, _ in limits.spans[1:]] + [line.last + 1]
    for (start, values), until in zip(limits.spans, ends, strict=True):
        if values.limits and until > 0:
            yield from _found(line, values.limits, max(0, start), until)


def _found(line: Line, entries: tuple[Entry, ...], begins: int, until: int) -> Iterator[Violation]:
    """Yield the patterns whose last day lies in a span of days."""
    by_first, longest = _sorted(entries)
    first_day = max(line.first, begins - longest + 1)
    seen = {day: _tokens(line, day) for day in range(first_day, until)}
    for day in range(first_day, until):
        weekday = str(line.index.calendar.weekday(day))
        for token in seen[day]:
            for entry in by_first.get((token, weekday), ()):
                last = day + len(entry) - 3
                here = begins <= last < until and _goes_on(seen, entry, day)
                if here and _could_differ(line, entry, day):
                    yield _violation(line, entry, day, last)


@lru_cache(maxsize=256)
def _sorted(entries: tuple[Entry, ...]) -> tuple[dict[tuple[str, str], list[Entry]], int]:
    """Return entries by their first token and weekday, and the length of the longest."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        for weekday in "1234567" if entry[1] == ANY else entry[1]:
            found.setdefault((entry[2], weekday), []).append(entry)
    return found, max(len(entry) - 2 for entry in entries)


def _tokens(line: Line, day: int) -> tuple[str, ...]:
    """Return what a day is called, each word once, in an order that never changes."""
    duties = line.on(day)
    if not duties:
        return _FREE
    named = [token for duty in duties for token in (duty.kind, duty.code)]
    return tuple(dict.fromkeys([WORK, ANY, *named]))


_FREE = (OFF, ANY)


def _goes_on(seen: dict[int, tuple[str, ...]], entry: Entry, day: int) -> bool:
    return all(token in seen[day + step] for step, token in enumerate(entry[2:]))


def _could_differ(line: Line, entry: Entry, first: int) -> bool:
    """Return whether a day of the pattern lies in the period and could have been otherwise."""
    for day, token in enumerate(entry[2:], first):
        if token == ANY or (day < 0 and not line.index.cyclic):
            continue
        if token != OFF or can_work(line.index, line.person, day % line.index.days):
            return True
    return False


def _violation(line: Line, entry: Entry, first: int, last: int) -> Violation:
    facts = {"pattern": " - ".join(entry[2:])}
    points = int(entry[0])
    return Violation(
        ID, line.person.id, first, last, points, 1, "times", f"{ID}.found", facts, "limits"
    )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: each pattern on each of its days."""
    index = verbs.index
    for last in range(index.days):
        for entry in dict.fromkeys(limits.at(last).limits):
            first = last - len(entry) + 3
            if first < index.first_known or not _begins(index, entry[1], first):
                continue
            days = [(first + step, token) for step, token in enumerate(entry[2:])]
            if any(_is_open(index, verbs.person, *told) for told in days):
                verbs.forbid([said(verbs, *told) for told in days], int(entry[0]))


def _begins(index: ProblemIndex, weekday: str, day: int) -> bool:
    return weekday == ANY or int(weekday) == index.calendar.weekday(day)


def _is_open(index: ProblemIndex, person: Person, day: int, token: str) -> bool:
    if token == ANY or (not index.cyclic and day < 0):
        return False
    return token != OFF or can_work(index, person, day % index.days)


RULE = employee_rule(ID, Values, check, post)
