"""Runs: days at work, nights and days off in a row, at most and at least.

A run that the past has begun is judged with its full length when it is too long, and is never too
short: the person may not be able to go on with it. Nor is one that is still open at the end of the
horizon. Days of known absence and days without a position are not rest: they make no run of days
off too long, and they may cut a run of work or of nights short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rostering.domain.able import is_there
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.domain.shifts import ShiftKind
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import FALSE, Literal, Verbs

ID = "runs"


@dataclass(frozen=True, slots=True)
class Values:
    """Most and least days in a row."""

    max_work: int | None = limit(Sense.AT_MOST, "days")
    min_work: int | None = limit(Sense.AT_LEAST, "days")
    max_nights: int | None = limit(Sense.AT_MOST, "days")
    min_nights: int | None = limit(Sense.AT_LEAST, "days")
    max_off: int | None = limit(Sense.AT_MOST, "days")
    min_off: int | None = limit(Sense.AT_LEAST, "days")


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every run that is too long or too short."""
    nights = {duty.day for duty in line.duties if duty.kind is ShiftKind.NIGHT}

    def off(day: int) -> bool:
        return not line.works(day)

    def rests(day: int) -> bool:
        return off(day) and is_there(line.index, line.person, day)

    for name, held, lasting in (
        ("work", line.works, line.works),
        ("nights", nights.__contains__, nights.__contains__),
        ("off", off, rests),
    ):
        bounds = [
            (getattr(values, f"max_{name}"), getattr(values, f"min_{name}"))
            for _, values in limits.spans
        ]
        if any(bound != (None, None) for bound in bounds):
            for first, last in _runs(line, lasting):
                yield from _too_long(line, limits, name, first, last)
            for first, last in _runs(line, held):
                yield from _too_short(line, limits, name, first, last)


def _runs(line: Line, held: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last day of each run."""
    first = None
    for day in range(line.first, line.last + 1):
        if held(day):
            first = day if first is None else first
        elif first is not None:
            yield first, day - 1
            first = None
    if first is not None:
        yield first, line.last


def _too_long(
    line: Line, limits: Dated[Values], name: str, first: int, last: int
) -> Iterator[Violation]:
    over = 0
    for day in range(max(0, first), last + 1):
        most = getattr(limits.at(day), f"max_{name}")
        over += most is not None and day - first + 1 > most
    if over:
        facts = {"length": last - first + 1, "bound": getattr(limits.at(last), f"max_{name}")}
        yield Violation(
            ID,
            line.person.id,
            first,
            last,
            over,
            over,
            "days",
            f"runs.long_{name}",
            facts,
            f"max_{name}",
        )


def _too_short(
    line: Line, limits: Dated[Values], name: str, first: int, last: int
) -> Iterator[Violation]:
    """Judge a run that both begins and ends in the period; a base roster's may wrap round."""
    least = getattr(limits.at(last + 1), f"min_{name}")
    missing = 0 if least is None else least - (last - first + 1)
    whole = line.first < first and 0 <= last + 1 <= line.last
    open_to_change = first >= 0 or line.index.cyclic
    if missing > 0 and whole and open_to_change:
        if name != "off" and not is_there(line.index, line.person, last + 1):
            return
        facts = {"length": last - first + 1, "bound": least}
        yield Violation(
            ID,
            line.person.id,
            first,
            last,
            missing,
            missing,
            "days",
            f"runs.short_{name}",
            facts,
            f"min_{name}",
        )


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver, window by window."""

    def night(day: int) -> Literal:
        found = [verbs.takes(d) for d in verbs.on(day) if d.kind is ShiftKind.NIGHT]
        return verbs.any_of(found)

    def off(day: int) -> Literal:
        return -verbs.works(day)

    def rests(day: int) -> Literal:
        return off(day) if is_there(verbs.index, verbs.person, day) else FALSE

    def no_night(day: int) -> Literal:
        return -night(day) if is_there(verbs.index, verbs.person, day) else FALSE

    for day in range(verbs.index.days):
        values = limits.at(day)
        _post_longest(verbs, verbs.works, day, values.max_work)
        _post_longest(verbs, night, day, values.max_nights)
        _post_longest(verbs, rests, day, values.max_off)
        _post_shortest(verbs, verbs.works, rests, day, values.min_work)
        _post_shortest(verbs, night, no_night, day, values.min_nights)
        _post_shortest(verbs, off, verbs.works, day, values.min_off)


def _post_longest(verbs: Verbs, held: Callable[[int], Literal], day: int, most: int | None) -> None:
    if most is not None and day - most >= verbs.index.first_known:
        verbs.forbid([held(d) for d in range(day - most, day + 1)])


def _post_shortest(
    verbs: Verbs,
    held: Callable[[int], Literal],
    closes: Callable[[int], Literal],
    day: int,
    least: int | None,
) -> None:
    for length in range(1, least or 0):
        before = day - length - 1
        begun = before < -1 and not verbs.index.cyclic  # by the past, so it never binds
        if before >= verbs.index.first_known and not begun:
            inside = [held(d) for d in range(day - length, day)]
            verbs.forbid([-held(before), *inside, closes(day)], (least or 0) - length)


RULE = employee_rule(ID, Values, check, post)
