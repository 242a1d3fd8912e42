"""The bridge over HTTP: computed anew for every set of assumptions, and kept nowhere."""

from __future__ import annotations

import dataclasses
import tempfile
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel, Field

from api.accounts.shapes import Asked
from api.http.context import Asking, may, only_reads
from rostering.errors import BadInput, Fault
from tasksharing.bridge import Assumptions, Bridge, changed, shipped
from tasksharing.bridge import bridge as build
from tasksharing.bridge.models import Bottom
from tasksharing.bridge.municipality import SEED, UnitHours, invented_bottom, read_units, with_units

router = APIRouter(prefix="/api/bridge", tags=["task sharing"])
MOST_BYTES = 5_000_000
MOST_UNITS = 2_000
MEDIA = {"pdf": "application/pdf", "json": "application/json"}
Amount = Annotated[float, Field(ge=0, lt=1e9, allow_inf_nan=False)]


class UnitHoursShape(Asked):
    """A unit's hours of roster planning a year."""

    unit: str = Field(min_length=1, max_length=200)
    people: int = Field(ge=0, le=100_000)
    hours: Amount


class BridgeAsked(Asked):
    """Assumptions that are to be others than shipped, and where the hours come from.

    ``units`` are a municipality's own; ``invented`` draws one from a seed.
    """

    settings: dict[str, Amount] = Field(
        default_factory=dict, max_length=20, examples=[{"split": 0.3}]
    )
    units: list[UnitHoursShape] = Field(default_factory=list, max_length=MOST_UNITS)
    invented: int | None = Field(default=None, ge=0, le=2**31 - 1, examples=[SEED])


class UnitsRead(BaseModel):
    """The units in a list of planning hours."""

    units: list[UnitHoursShape]


@router.post("", dependencies=[Depends(may("bridge.read"))])
@only_reads
def compute(given: BridgeAsked) -> Bridge:
    """Return the bridge under some assumptions; every figure says what it rests on."""
    return _built(given)


@router.post(
    "/report/{ending}",
    dependencies=[Depends(may("bridge.read"))],
    response_class=Response,
    responses={200: {"content": {media: {} for media in MEDIA.values()}}},
)
@only_reads
def report(ending: Literal["pdf", "json"], given: BridgeAsked, asking: Asking) -> Response:
    """Return the same as a file: to print, or for another program."""
    from rostering.domain.canonical import canonical_json
    from tasksharing.bridge import bridge_report
    from tasksharing.report.pdf import pdf

    made = _built(given)
    if ending == "json":
        return Response(canonical_json(made), media_type=MEDIA[ending])
    return Response(pdf(bridge_report(made, asking.language)), media_type=MEDIA[ending])


@router.post("/units", dependencies=[Depends(may("bridge.read"))])
@only_reads
def units(
    given: Annotated[bytes, Body(media_type="application/octet-stream", max_length=MOST_BYTES)],
) -> UnitsRead:
    """Read a list of units and their planning hours (.csv or .xlsx); nothing of it is kept."""
    ending = "xlsx" if given.startswith(b"PK") else "csv"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"timer.{ending}"
        path.write_bytes(given)
        found = read_units(path)
    return UnitsRead(
        units=[
            UnitHoursShape(unit=one.unit, people=one.people, hours=float(one.hours))
            for one in found
        ]
    )


def _built(given: BridgeAsked) -> Bridge:
    known, bottom = _ground(given)
    settings = [f"{key}={Decimal(repr(value)):f}" for key, value in given.settings.items()]
    try:
        return build(changed(known, settings), bottom)
    except BadInput as error:
        raise BadInput([_without_option(fault) for fault in error.faults]) from error


def _without_option(fault: Fault) -> Fault:
    """Return a fault as the screens tell it: an assumption is a field there, no option."""
    return dataclasses.replace(fault, where=fault.where.removeprefix("--set").strip())


def _ground(given: BridgeAsked) -> tuple[Assumptions, Bottom | None]:
    """Return assumptions with the hours that are asked for: Trondheim's, own ones or drawn."""
    if given.units:
        return with_units(
            UnitHours(unit=one.unit, people=one.people, hours=one.hours) for one in given.units
        )
    if given.invented is not None:
        return _drawn(given.invented)
    return shipped(), None


@lru_cache(maxsize=16)
def _drawn(seed: int) -> tuple[Assumptions, Bottom]:
    return invented_bottom(seed)
