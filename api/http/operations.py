"""For whoever runs the service: is it alive, is it ready, how is it doing?"""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from pydantic import BaseModel
from sqlalchemy import text

from api.http.context import Db, may
from api.jobs.measures import Searches
from api.notices.measures import Deliveries

router = APIRouter(tags=["operations"])


class Health(BaseModel):
    """The service answers and reaches its database."""

    status: str


@router.get("/health", dependencies=[Depends(may("health"))])
def health(session: Db) -> Health:
    """Tell whether the service reaches its database."""
    session.execute(text("SELECT 1"))
    return Health(status="ok")


@router.get(
    "/metrics",
    dependencies=[Depends(may("health"))],
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}}},
)
def metrics(session: Db) -> Response:
    """Return counters and times for Prometheus; none of them is personal."""
    read = CollectorRegistry()
    read.register(Searches(session))
    read.register(Deliveries(session))
    told = generate_latest() + generate_latest(read)
    return Response(told, media_type=CONTENT_TYPE_LATEST)
