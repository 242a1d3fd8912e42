"""Some weeks of a calendar problem as a problem of their own; what lies before is its past."""

from __future__ import annotations

from datetime import date

from rostering.domain.problem import Horizon, HorizonKind, Problem
from rostering.domain.wishes import Span
from rostering.errors import BadInput, Fault


def window(ward: Problem, first: date, last: date) -> Problem:
    """Return the part of a published calendar problem from a first to a last date.

    Published duties before the first date become history; wishes and absence outside the dates
    fall away, those across an edge are cut. Days off agreed for the whole period are left out:
    the published roster has them.

    Raises
    ------
    BadInput
        When the dates do not lie in the problem's period, or it is cyclic.
    """
    start, end = ward.horizon.start, ward.horizon.end
    if ward.horizon.kind is not HorizonKind.CALENDAR:
        raise BadInput([Fault("horizon.kind", "cyclic", "a calendar roster", "unroll it first")])
    if not start <= first <= last <= end:
        needed = f"dates from {start} to {end}"
        raise BadInput([Fault("window", f"{first} to {last}", needed, "the year is wrong")])
    earlier = [duty for duty in ward.published if duty.date < first]
    dates = [start, *(duty.date for duty in ward.history)]
    known = min([*dates, ward.history_from or start])
    return ward.model_copy(
        update={
            "horizon": Horizon(start=first, days=(last - first).days + 1),
            "history_from": known if known < first else None,
            "history": (*ward.history, *earlier),
            "published": tuple(d for d in ward.published if first <= d.date <= last),
            "wishes": tuple(w for wish in ward.wishes for w in _cut(wish, first, last)),
            "absences": tuple(a for a in ward.absences if a.first <= last and a.end >= known),
            "reserve": tuple(r for r in ward.reserve if first <= r.date <= last),
            "agreed_days": (),
            "locks": tuple(lock for lock in ward.locks if first <= lock.date <= last),
        }
    )


def _cut(span: Span, first: date, last: date) -> list[Span]:
    if span.first > last or span.end < first:
        return []
    dates = {"first": max(span.first, first), "last": min(span.end, last)}
    return [span.model_copy(update=dates)]
