"""Planned minutes away from the contract, beyond what indivisible shifts make unavoidable."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term, threshold
from rostering.verbs import Verbs


def measure(line: Line) -> Iterator[Cause]:
    """Yield the minutes above or under the contract beyond the free part."""
    if not line.person.positions:
        return
    wanted = line.index.contracts[line.person.id].to_plan
    planned = sum(duty.minutes for duty in line.planned)
    beyond = abs(planned - wanted) - threshold("free_hours")
    if beyond > 0:
        facts = {"planned": planned, "wanted": wanted}
        side = "hours.over" if planned > wanted else "hours.under"
        yield Cause(beyond, line.person.id, line.last, side, facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge minutes outside the free band, both ways."""
    if verbs.person.positions:
        wanted, free = verbs.index.contracts[verbs.person.id].to_plan, threshold("free_hours")
        minutes = [(d.minutes, verbs.takes(d)) for d in verbs.candidates if d.day >= 0]
        verbs.price_over(minutes, wanted + free, weight)
        verbs.price_over([(-m, literal) for m, literal in minutes], free - wanted, weight)


TERM = employee_term("hours", "minutes", measure, post)
