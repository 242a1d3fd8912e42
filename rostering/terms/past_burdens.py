"""Quick returns and refused strong wishes once more for who has had more than their part before.

Neither is asked for by the demand, so there is no share of them to fill: the goals of their own
price each alike for all. This one adds to it, from the ledger, what somebody has carried beyond
their part by contract hours: the worst-off is the dearest.
"""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.carried import beyond_part
from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.wish_days import refused, wish_days
from rostering.domain.wishes import Strength, WishKind
from rostering.terms.base import employee_term, posted_short_rests, short_rests
from rostering.verbs import Verbs

WISH = 3  # a refused strong wish counts as much as so many quick returns


def measure(line: Line) -> Iterator[Cause]:
    """Yield what was carried beyond the part (12 at most) for each one more, thrice for wishes."""
    index, person = line.index, line.person.id
    before = beyond_part(index, person, "quick_return")
    if before:
        for _, late in short_rests(line):
            yield Cause(before, person, late.day, "past_burdens.quick_return", {"before": before})
    before = beyond_part(index, person, "wish")
    for wish, day in wish_days(index, person) if before else ():
        if wish.strength is Strength.STRONG and refused(line, wish, day):
            facts = {"before": before}
            yield Cause(WISH * before, person, day, "past_burdens.wish", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge each as much more."""
    before = beyond_part(verbs.index, verbs.person.id, "quick_return")
    if before:
        for first, second in posted_short_rests(verbs):
            verbs.price([first, second], weight * before)
    before = beyond_part(verbs.index, verbs.person.id, "wish")
    for wish, day in wish_days(verbs.index, verbs.person.id) if before else ():
        if wish.strength is Strength.STRONG:
            named = [verbs.takes(d) for d in verbs.on(day) if wish.names(d.code, d.kind)]
            granted = verbs.any_of(named)
            avoided = wish.kind is WishKind.AVOID
            verbs.price([granted if avoided else -granted], weight * WISH * before)


TERM = employee_term("past_burdens", "burden steps", measure, post)
