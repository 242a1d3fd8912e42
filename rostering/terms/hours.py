"""Planned minutes away from the contract, beyond what indivisible shifts make unavoidable.

Only duties that settle the contract count. In a three-part turnus night, Sunday and holiday work
takes some of the hours off.
"""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.domain.three_part import credit, reckoning, reduction
from rostering.terms.base import employee_term, threshold
from rostering.verbs import TRUE, Literal, Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield the minutes above or under the contract beyond the free part."""
    if not line.person.positions:
        return
    wanted = line.index.contracts[line.person.id].to_plan
    wanted -= reduction(line.index, line.person, line.planned)
    planned = sum(duty.minutes for duty in line.planned if duty.contractual)
    beyond = abs(planned - wanted) - threshold("free_hours")
    if beyond > 0:
        facts = {"planned": planned, "wanted": wanted}
        side = "hours.over" if planned > wanted else "hours.under"
        yield Cause(beyond, line.person.id, line.last, side, facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge minutes outside the free band, both ways."""
    if verbs.person.positions:
        wanted, free = verbs.index.contracts[verbs.person.id].to_plan, threshold("free_hours")
        settling = [duty for duty in verbs.candidates if duty.day >= 0 and duty.contractual]
        minutes = [(duty.minutes, verbs.takes(duty)) for duty in settling] + _off(verbs)
        verbs.price_over(minutes, wanted + free, weight)
        verbs.price_over([(-m, literal) for m, literal in minutes], free - wanted, weight)


def _off(verbs: Verbs) -> list[tuple[int, Literal]]:
    """Return what the roster takes off the hours owed, as a sum in minutes."""
    found = reckoning(verbs.index, verbs.person)
    if found is None:
        return []
    parts = [(credit(verbs.index, verbs.person, d), verbs.takes(d)) for d in verbs.candidates]
    kept = verbs.share([*parts, (found.covered, TRUE)], found.parts, found.low, found.high)
    return [(-found.low, TRUE), *kept]


TERM = employee_term("hours", "minutes", measure, post)
