"""The last version of a unit's ward, and how it comes to another."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.policy.roles import Caller
from api.units.documents import packed, problem_of
from api.units.tables import Unit, WardVersion
from rostering.domain.canonical import content_hash
from rostering.domain.consistency import require_consistent
from rostering.domain.problem import Horizon, Problem
from rostering.domain.wishes import Absence


def unit_of(session: Session, unit: str) -> Unit:
    """Return a unit, or refuse."""
    found = session.get(Unit, unit)
    if found is None:
        raise NotThere("thing.unknown")
    return found


def ward_of(session: Session, unit: Unit) -> Problem:
    """Return the last version of a unit's ward.

    Raises
    ------
    Conflict
        When the unit has no ward yet.
    """
    document = session.scalar(
        select(WardVersion.document).where(
            WardVersion.unit_id == unit.id, WardVersion.number == unit.ward_number
        )
    )
    if document is None:
        raise Conflict("ward.none")
    return problem_of(document)


def inside(absences: Iterable[Absence], horizon: Horizon) -> tuple[Absence, ...]:
    """Return what of known absence lies within some dates."""
    found = []
    for away in absences:
        first, last = max(away.first, horizon.start), min(away.end, horizon.end)
        if first <= last:
            found.append(away.model_copy(update={"first": first, "last": last}))
    return tuple(found)


def keep_ward(session: Session, unit: Unit, ward: Problem, asking: Caller, what: str) -> None:
    """Keep a new version of a ward; ``what`` names the part that was changed.

    Raises
    ------
    BadInput
        When the ward contradicts itself; nothing is kept then.
    """
    dated = inside(ward.absences, ward.horizon)  # a ward outlives its own dates
    require_consistent(ward.model_copy(update={"absences": dated}))
    unit.ward_number += 1
    version = WardVersion(
        unit_id=unit.id,
        number=unit.ward_number,
        document=packed(ward),
        hash=content_hash(ward).removeprefix("sha256:"),
        by=asking.account,
    )
    session.add(version)
    session.flush()
    told = {"part": what, "version": unit.ward_number, "hash": version.hash}
    note(session, Act("ward.change", asking.account, f"unit:{unit.id}", unit.id, payload=told))
