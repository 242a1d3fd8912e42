"""How jobs stand, for Prometheus: counts and one age, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.db.base import now
from api.jobs.tables import Job, JobState


class Searches(Collector):
    """Jobs by state, and for how many seconds the first one in the queue has waited."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read them from the database."""
        counted = select(Job.state, func.count()).group_by(Job.state)
        found = dict(self.session.execute(counted).all())
        states = GaugeMetricFamily(
            "turnus_searches", "Searches and questions by state.", labels=["state"]
        )
        for state in JobState:
            states.add_metric([state.value], found.get(state.value, 0))
        yield states
        waiting = select(func.min(Job.created)).where(Job.state == JobState.WAITING.value)
        first = self.session.scalar(waiting)
        waited = (now() - first).total_seconds() if first is not None else 0.0
        told = "Seconds that the first job in the queue has waited; 0 when none does."
        yield GaugeMetricFamily("turnus_search_waiting_seconds", told, value=waited)
