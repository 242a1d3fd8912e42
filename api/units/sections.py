"""The parts of a ward that a manager edits one at a time, each a field of the planning problem."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Response

from api.http.context import Asking, Db, may, within
from api.http.entity_tags import Seen, require, tagged
from api.units.sight import Away, manages, spans_away, ward_for_others
from api.units.wards import keep_ward, unit_of, ward_of
from rostering.domain.problem import Problem

SECTIONS = (
    "people",
    "competences",
    "shifts",
    "demand",
    "absences",
    "agreements",
    "pairs",
    "rules",
    "weights",
    "ledger",
    "accounts",
    "agreed_days",
    "call_choices",
)
"""Fields of ``Problem`` that belong to a ward for good, not to one period."""

FOR_MANAGERS = frozenset({"call_choices", "ledger"})
"""Parts that nobody but the unit's managers reads: they are all about people by name."""

router = APIRouter(prefix="/api/units/{unit}/ward", tags=["ward"])


def _add(section: str) -> None:
    """Add reading and writing of one section, with the type that the problem gives it."""
    shape: Any = Problem.model_fields[section].annotation
    reads = "ward.manage" if section in FOR_MANAGERS else "ward.read"
    told: Any = shape | tuple[Away, ...] if section == "absences" else shape

    def read(unit: str, asking: Asking, session: Db, response: Response) -> object:
        within(asking, reads, unit)
        found = unit_of(session, unit)
        tagged(response, found.ward_number)
        ward = ward_of(session, found)
        if manages(asking, unit):
            return getattr(ward, section)
        if section == "absences":
            return tuple(spans_away(ward.absences))
        return getattr(ward_for_others(ward), section)

    def write(
        unit: str, given: object, asking: Asking, session: Db, seen: Seen, response: Response
    ) -> object:
        within(asking, "ward.write", unit)
        found = unit_of(session, unit)
        require(seen, found.ward_number)
        ward = ward_of(session, found).model_copy(update={section: given})
        keep_ward(session, found, ward, asking, section)
        tagged(response, found.ward_number)
        return given

    write.__annotations__["given"] = shape
    routes = (("GET", read, reads, told), ("PUT", write, "ward.write", shape))
    for method, endpoint, action, answer in routes:
        router.add_api_route(
            f"/{section}",
            endpoint,
            methods=[method],
            name=f"{endpoint.__name__}_{section}",
            operation_id=f"{endpoint.__name__}_{section}",
            summary=f"{endpoint.__name__.capitalize()} the ward's {section.replace('_', ' ')}",
            response_model=answer,
            dependencies=[Depends(may(action))],
        )


for _section in SECTIONS:
    _add(_section)
