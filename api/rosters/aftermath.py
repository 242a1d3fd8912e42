"""What a changed roster brings to an end: offers and swaps that it has outrun."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session

from api.offers.closing import close_filled
from api.periods.tables import Period
from api.rosters.standing import standing
from api.swaps.ending import void_outrun


def end_outrun(session: Session, period: Period, moment: dt.datetime) -> None:
    """End offers of shifts that are open no longer and swaps of duties that are gone.

    Whoever changes a published roster calls this after it; those concerned are told. ``moment`` is
    local and naive, as the engine takes it.
    """
    after = standing(session, period)
    close_filled(session, after, moment)
    void_outrun(session, after)
