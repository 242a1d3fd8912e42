"""What a period's searches aim for: each goal with its weight, in points of one of its unit."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.http.context import Asking, Db
from api.periods.composing import framed
from api.periods.finding import period_for
from rostering.terms.base import defaults
from rostering.terms.registry import TERMS, weights


class GoalShape(BaseModel):
    """A goal; ``weight`` is what holds in the period, ``usual`` what holds where nothing is set."""

    term: str = Field(examples=["shortage"])
    unit: str = Field(description="What one point of `weight` is paid for.", examples=["minutes"])
    weight: int = Field(examples=[4])
    usual: int = Field(examples=[4])


def goals(period: str, asking: Asking, session: Db) -> list[GoalShape]:
    """List the goals of a period's searches with their weights."""
    found = period_for(session, period, asking, "job.read")
    held, usual = weights(framed(session, found)), defaults()["weights"]
    return [
        GoalShape(term=term.id, unit=term.unit, weight=held[term.id], usual=usual[term.id])
        for term in TERMS
    ]
