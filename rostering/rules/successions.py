"""Forbidden successions: patterns of shifts on days in a row that nobody works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "successions"
OFF = "off"
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """Patterns of shift kinds, shift codes or ``off``, one token a day."""

    forbidden: tuple[Pattern, ...] = limit(Sense.SETTING, "", ())


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every forbidden pattern that ends inside the horizon."""
    for day in range(line.last + 1):
        for pattern in _ending(line, day, limits.at(day).forbidden):
            first = day - len(pattern) + 1
            if first < line.first or not _has(line, first, pattern[0]):
                continue
            if all(_has(line, first + step, token) for step, token in enumerate(pattern)):
                facts = {"pattern": " - ".join(pattern)}
                yield Violation(
                    ID,
                    line.person.id,
                    first,
                    day,
                    1,
                    1,
                    "times",
                    "successions.pattern",
                    facts,
                    "forbidden",
                )


def _ending(line: Line, day: int, patterns: tuple[Pattern, ...]) -> Iterable[Pattern]:
    """Return the patterns whose last token a day has; few of many, found by that token."""
    if not patterns:
        return ()
    ends, duties = _by_end(patterns), line.on(day)
    if not duties:
        return ends.get(OFF, ())
    tokens = dict.fromkeys(token for duty in duties for token in (duty.kind, duty.code))
    return [pattern for token in tokens for pattern in ends.get(token, ())]


@lru_cache(maxsize=64)
def _by_end(patterns: tuple[Pattern, ...]) -> dict[str, list[Pattern]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        found.setdefault(pattern[-1], []).append(pattern)
    return found


def _has(line: Line, day: int, token: str) -> bool:
    duties = line.on(day)
    if not duties:
        return token == OFF
    if len(duties) == 1:  # nearly always; this is the innermost question of a live check
        return token == duties[0].kind or token == duties[0].code
    return any(token in (duty.kind, duty.code) for duty in duties)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver; many patterns share few literals."""
    known: dict[tuple[int, str], Literal] = {}

    def literal(day: int, token: str) -> Literal:
        if (day, token) not in known:
            known[day, token] = _literal(verbs, day, token)
        return known[day, token]

    for day in range(verbs.index.days):
        for pattern in limits.at(day).forbidden:
            first = day + 1 - len(pattern)
            if first >= verbs.index.first_known:
                days = range(first, day + 1)
                verbs.forbid([literal(d, t) for d, t in zip(days, pattern, strict=True)])


def _literal(verbs: Verbs, day: int, token: str) -> Literal:
    if token == OFF:
        return -verbs.works(day)
    matching = [duty for duty in verbs.on(day) if token in {duty.code, duty.kind.value}]
    return verbs.any_of([verbs.takes(duty) for duty in matching])


RULE = employee_rule(ID, Values, check, post)
