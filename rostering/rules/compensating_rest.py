"""Compensating rest: what a short daily rest lacks is added to the next one (AML § 10-8 (3))."""

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
Pair = tuple[Literal, Duty, Literal, int]


@dataclass(frozen=True, slots=True)
class Values:
    """A rest of ``full`` minutes is whole; what a shorter one lacks is owed with the next.

    ``per_mille`` says how many thousandths of it; parts of a minute are rounded up.
    """

    full: int | None = limit(Sense.AT_LEAST, "minutes")
    per_mille: int = limit(Sense.AT_LEAST, "per mille", 1000)


def check(line: Line, limits: Dated[Values]) -> Iterator[Violation]:
    """Yield every rest that is too short after a short one, in real minutes."""
    for number, late in enumerate(line.duties):
        values = limits.at(late.day)
        if late.day < 0 or values.full is None:
            continue
        longest = values.full + _owed(values.full, values.per_mille)
        for back, mid in enumerate(reversed(line.before(number, longest)), 1):
            for early in line.before(number - back, values.full):
                first, then = mid.start - early.end, late.start - mid.end
                least = values.full + _owed(values.full - first, values.per_mille)
                if 0 <= first < values.full and 0 <= then < least:
                    facts = {"early": mid.code, "late": late.code, "rest": then, "least": least}
                    yield Violation(
                        ID, line.person.id, early.day, late.day, least - then, least - then,
                        "minutes", "compensating_rest.short", facts, "per_mille",
                    )  # fmt: skip


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
                known[before, values] = list(_short(verbs, before, values.full, values.per_mille))
            pairs = known[before, values]
            for (late, third), (first, mid, second, rested) in product(verbs.slots(day), pairs):
                if mid.end <= late.start < rested:
                    verbs.forbid([first, second, third], rested - late.start)


def _short(verbs: Verbs, day: int, full: int, share: int) -> Iterator[Pair]:
    """Yield the pairs of duties with a short rest between, and when the next rest would be whole.

    ``day`` is that of the second duty.
    """
    reach = range(day - 2 - full // 1440, day + 1)
    earlies = [slot for before in reach for slot in verbs.slots(before)]
    for (early, first), (mid, second) in product(earlies, verbs.slots(day)):
        lacking = early.end + full - mid.start
        if 0 < lacking <= full:
            yield first, mid, second, mid.end + full + (lacking * share + 999) // 1000


RULE = employee_rule(ID, Values, check, post)
