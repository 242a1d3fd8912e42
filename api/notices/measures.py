"""How sending stands, for Prometheus: counts by channel and state, and how long messages wait."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.db.base import now
from api.notices.channels.port import ChannelName
from api.notices.outbox import State
from api.notices.tables import Delivery


class Deliveries(Collector):
    """Messages by channel and state, and for how many seconds one has been due."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read them from the database."""
        counted = select(Delivery.channel, Delivery.state, func.count())
        rows = self.session.execute(counted.group_by(Delivery.channel, Delivery.state))
        found = {(channel, state): count for channel, state, count in rows}
        told = "Messages by channel and state, as long as notices are kept."
        states = GaugeMetricFamily("turnus_deliveries", told, labels=["channel", "state"])
        for channel in ChannelName:
            for state in State:
                states.add_metric([channel, state], found.get((channel, state), 0))
        yield states
        waiting = Delivery.state == State.WAITING.value
        first = self.session.scalar(select(func.min(Delivery.due)).where(waiting))
        late = max(0.0, (now() - first).total_seconds()) if first is not None else 0.0
        told = "Seconds that a message has been due and is not sent; 0 when none is."
        yield GaugeMetricFamily("turnus_delivery_due_seconds", told, value=late)
