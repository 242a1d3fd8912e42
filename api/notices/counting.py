"""What was sent and what was not, in counts: no address, no text, no name."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy import func, select

from api.http.context import Db, ServiceOf, may
from api.notices.channels.making import channels_of
from api.notices.channels.port import ChannelName
from api.notices.outbox import State
from api.notices.shapes import ChannelCounts
from api.notices.tables import Delivery

router = APIRouter(prefix="/api/notices/deliveries", tags=["notices"])


@router.get("", dependencies=[Depends(may("delivery.read"))])
def deliveries(session: Db, service: ServiceOf) -> list[ChannelCounts]:
    """Count what went out through each channel, as long as notices are kept."""
    query = select(Delivery.channel, Delivery.state, func.count(), func.max(Delivery.ended))
    rows = session.execute(query.group_by(Delivery.channel, Delivery.state)).all()
    found = {(channel, state): (count, last) for channel, state, count, last in rows}
    failed = select(Delivery.channel, Delivery.trouble, func.count())
    failed = failed.where(Delivery.trouble != "").group_by(Delivery.channel, Delivery.trouble)
    troubles: dict[str, dict[str, int]] = {}
    for channel, trouble, count in session.execute(failed):
        troubles.setdefault(channel, {})[trouble] = count
    on = channels_of(service.settings)
    nothing = (0, None)
    return [
        ChannelCounts(
            channel=name,
            on=name in on,
            **{state.value: found.get((name, state), nothing)[0] for state in State},
            last_sent=found.get((name, State.SENT), nothing)[1],
            troubles=troubles.get(name, {}),
        )
        for name in ChannelName
    ]
