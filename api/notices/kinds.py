"""Kinds of notices: how much each asks of its reader, and what may leave the service."""

from __future__ import annotations

from enum import StrEnum


class Weight(StrEnum):
    """What a notice asks of its reader."""

    TELLS = "tells"  # good to know
    ASKS = "asks"  # an answer is awaited within days
    URGENT = "urgent"  # an answer is awaited at once, at night too


class Extent(StrEnum):
    """What somebody wants to be told of through a channel."""

    ALL = "all"
    ASKS = "asks"
    NONE = "none"


WEIGHTS: dict[str, Weight] = {
    "wishes_open": Weight.TELLS,
    "wishes_open_until": Weight.TELLS,
    "wishes_closing": Weight.ASKS,
    "preview_shown": Weight.TELLS,
    "preview_shown_until": Weight.ASKS,
    "comment_answered": Weight.TELLS,
    "roster_published": Weight.TELLS,
    "protocol_waits": Weight.ASKS,
    "names.proposed": Weight.ASKS,
    "task.proposed": Weight.ASKS,
    "swap.asked": Weight.ASKS,
    "swap.waiting": Weight.ASKS,
    "shift.added": Weight.ASKS,
    "shift.moved": Weight.ASKS,
    "shift.removed": Weight.ASKS,
    "offer.asked": Weight.URGENT,
    "offer.yes": Weight.URGENT,
}
"""Kinds and their weights; one that is not here tells."""

SENT_FACTS = frozenset(
    {
        *("after", "before", "code", "count", "date", "days", "end", "first", "from", "last"),
        *("number", "period", "shift", "shifts", "start", "time", "to", "until"),
    }
)
"""Facts that e-mail and SMS may hold. Nobody's name is among them, and no reason: a message may be
read by others, and must not tell who is away or why."""


def weight_of(kind: str) -> Weight:
    """Return what a kind asks."""
    return WEIGHTS.get(kind, Weight.TELLS)


def wanted(choice: str, weight: Weight) -> bool:
    """Return whether somebody with this choice wants to be told of it."""
    return choice == Extent.ALL or (choice == Extent.ASKS and weight is not Weight.TELLS)
