"""Compensating rest: what a short daily rest lacks is added to the next one (AML § 10-8 (3)).

Overtime straight after a shift is no rest: what the rest before the shift lacks is owed after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.rules.base import Dated, Sense, employee_rule, limit
from rostering.verbs import Literal, Verbs

ID = "compensating_rest"
Pair = tuple[tuple[Literal, ...], Duty, int]


@dataclass(frozen=True, slots=True)
class Values:
    """A rest of ``full`` minutes is whole; what a shorter one lacks is owed with the next.

    ``per_mille`` says how many thousandths of it; parts of a minute are rounded up. Gaps of up to
    ``joined`` minutes are no rest: two such duties are one working period.
    """

    full: int | None = limit(Sense.AT_LEAST, "minutes")
    per_mille: int = limit(Sense.AT_LEAST, "per mille", 1000)
    joined: int = limit(Sense.SETTING, "minutes", 0, within=(0, 120))


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every rest that is too short after a short one, in real minutes."""
    for number, late in enumerate(line.duties):
        values = limits.at(late.day)
        if late.day < 0 or values.full is None:
            continue
        longest = values.full + _owed(values.full, values.per_mille)
        for back, mid in enumerate(reversed(line.before(number, longest)), 1):
            then = late.start - mid.end
            for early, first in _short_rests(line, number - back, values.full, values.joined):
                least = values.full + _owed(values.full - first, values.per_mille)
                if values.joined < then < least:
                    facts = {"early": mid.code, "late": late.code, "rest": then, "least": least}
                    yield Violation(
                        ID, line.person.id, early.day, late.day, least - then, least - then,
                        "minutes", "compensating_rest.short", facts, "per_mille",
                    )  # fmt: skip


def _short_rests(line: Line, place: int, full: int, joined: int) -> Iterator[tuple[Duty, int]]:
    """Yield the short rests before a duty, or before one that it follows at once.

    With each comes the duty before the rest.
    """
    heads = [place]
    for back, duty in enumerate(reversed(line.before(place, joined)), 1):
        if 0 <= line.duties[place].start - duty.end <= joined:
            heads.append(place - back)
    for head in heads:
        for early in line.before(head, full):
            rest = line.duties[head].start - early.end
            if joined < rest < full:
                yield early, rest


def _owed(lacking: int, per_mille: int) -> int:
    return -(-lacking * per_mille // 1000)


def post(verbs: Verbs, limits: Dated[Values]) -> None:
    """Say it to the solver: no three duties of which the two rests are too short together."""
    known: dict[tuple[int, Values], list[Pair]] = {}
    for day in range(verbs.index.days):
        values = limits.at(day)
        if values.full is None:
            continue
        reach = 2 + (values.full + values.full * values.per_mille // 1000) // 1440
        for before in range(day - reach, day + 1):
            if (before, values) not in known:
                known[before, values] = list(_pairs(verbs, before, values, values.full))
            pairs = known[before, values]
            for (late, last), (worked, mid, rested) in product(verbs.slots(day), pairs):
                if mid.end + values.joined < late.start < rested:
                    verbs.forbid([*worked, last], rested - late.start)


def _pairs(verbs: Verbs, day: int, values: Values, full: int) -> Iterator[Pair]:
    """Yield duties with a short rest between, and when the rest after them would be whole.

    ``day`` is that of the last of them, which may follow at once on the one after the rest.
    """
    for back, (mid, third) in product((0, 1, 2), verbs.slots(day)):
        for head, second in verbs.slots(day - back):
            if head is not mid and not 0 <= mid.start - head.end <= values.joined:
                continue
            worked = (second,) if head is mid else (second, third)
            for early, first in _short(verbs, head, full, values.joined):
                owed = ((early.end + full - head.start) * values.per_mille + 999) // 1000
                yield (first, *worked), mid, mid.end + full + owed


def _short(verbs: Verbs, head: Duty, full: int, joined: int) -> Iterator[tuple[Duty, Literal]]:
    """Yield the duties with a short rest between them and another."""
    for day in range(head.day - 2 - full // 1440, head.day + 1):
        for early, literal in verbs.slots(day):
            if joined < head.start - early.end < full:
                yield early, literal


RULE = employee_rule(ID, Values, check, post)
