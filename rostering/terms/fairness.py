"""Weekends, nights, evenings and feasts above the fair share, the n-th one counting n.

The share is fixed before solving (see ``domain.fair_share``), so the term is a sum over people
and each person's part depends on that person's line alone. For who has carried more than the share
before already, each one counts so much more: the worst-off is the dearest.
"""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.fair_share import BURDENS, excesses, fair_shares
from rostering.domain.findings import Cause
from rostering.domain.line import Line
from rostering.terms.base import employee_term
from rostering.verbs import Verbs

MOST_STEPS = 12


def measure(line: Line) -> Iterator[Cause]:
    """Yield n (n + 1) / 2 for n duties above the share of each burden, linear from step 12.

    What was carried above it before adds as much to each, 12 at most.
    """
    shares, before = fair_shares(line.index), excesses(line.index)
    for burden, carries in BURDENS.items():
        share = shares.get((burden, line.person.id))
        if share is None:
            continue
        held = [duty for duty in line.planned if carries(line.index, duty)]
        over = len(held) - share
        if over > 0:
            steps = sum(min(step, MOST_STEPS) for step in range(1, over + 1))
            steps += over * min(before[burden, line.person.id], MOST_STEPS)
            facts = {"count": len(held), "share": share}
            yield Cause(steps, line.person.id, held[-1].day, f"fairness.{burden}", facts)


def post(verbs: Verbs, weight: int) -> None:
    """Charge the duties above the share, each dearer than the one before."""
    shares, before = fair_shares(verbs.index), excesses(verbs.index)
    for burden, carries in BURDENS.items():
        share = shares.get((burden, verbs.person.id))
        if share is not None:
            held = [d for d in verbs.candidates if d.day >= 0 and carries(verbs.index, d)]
            weighted = [(1, verbs.takes(duty)) for duty in held]
            verbs.price_over(weighted, share, weight, convex=MOST_STEPS)
            dearer = min(before[burden, verbs.person.id], MOST_STEPS)
            if dearer:
                verbs.price_over(weighted, share, weight * dearer)


TERM = employee_term("fairness", "burden steps", measure, post)
