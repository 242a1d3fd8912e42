"""The day codes of a roster after a change: laid anew for those whom it touches."""

from __future__ import annotations

from collections.abc import Collection

from rostering.check import Court
from rostering.day_codes import day_codes
from rostering.domain.roster import DayCode, Overlay, Roster

PRIVATE = frozenset({DayCode.SICK, DayCode.SICK_CHILD, DayCode.LEAVE})
"""Codes that tell why somebody is away: the ward's absences hold that, a published roster not."""


def recoded(court: Court, before: Roster, after: Roster, touched: Collection[str]) -> Roster:
    """Return a changed roster with the codes of those whom the change touches laid anew.

    Everybody else keeps theirs. A roster without codes gets none.
    """
    if not before.overlays:
        return after.model_copy(update={"overlays": ()})
    laid = day_codes(court, court.index.plan(after.effective))
    own = [one for one in before.overlays if one.person not in touched]
    new = [one for one in laid if one.person in touched]
    place = {person.id: number for number, person in enumerate(court.index.problem.people)}
    return after.model_copy(update={"overlays": _sorted([*own, *new], place)})


def _sorted(codes: list[Overlay], place: dict[str, int]) -> tuple[Overlay, ...]:
    shown = (code for code in codes if code.code not in PRIVATE)
    return tuple(sorted(shown, key=lambda code: (place.get(code.person, 0), code.date)))
