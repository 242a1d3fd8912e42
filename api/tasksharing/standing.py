"""Where something that holds for a time stands on a day."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

SOON = 30
"""Days before it runs out from which on one is warned."""


class Standing(StrEnum):
    """Where an approval or a delegation stands; it counts where it ``holds`` or ``ends_soon``."""

    PROPOSED = "proposed"
    COMING = "coming"
    HOLDS = "holds"
    ENDS_SOON = "ends_soon"
    OVER = "over"
    WITHDRAWN = "withdrawn"


COUNTING = frozenset({Standing.HOLDS, Standing.ENDS_SOON})


def standing(
    day: dt.date, since: dt.date | None, last: dt.date | None, *, ended: bool = False
) -> Standing:
    """Return where something stands that is valid ``since`` a date; None: nobody has said yes."""
    if ended:
        return Standing.WITHDRAWN
    if last is not None and last < day:
        return Standing.OVER
    if since is None:
        return Standing.PROPOSED
    if since > day:
        return Standing.COMING
    if last is not None and (last - day).days <= SOON:
        return Standing.ENDS_SOON
    return Standing.HOLDS
