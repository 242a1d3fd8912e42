"""Until when before a duty a unit lets people ask for a swap."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.http.context import Asking, Db, may, within
from api.swaps.asking import hours_before
from api.swaps.shapes import SwapRulesShape
from api.swaps.tables import SwapRules
from api.units.wards import unit_of

router = APIRouter(prefix="/api/units/{unit}/swap-rules", tags=["swaps"])


@router.get("", dependencies=[Depends(may("swap.read"))])
def rules(unit: str, asking: Asking, session: Db) -> SwapRulesShape:
    """Return what a unit has decided."""
    within(asking, "swap.read", unit)
    return SwapRulesShape(hours=hours_before(session, unit))


@router.put("", dependencies=[Depends(may("swap.set"))])
def decide(unit: str, given: SwapRulesShape, asking: Asking, session: Db) -> SwapRulesShape:
    """Decide it anew; what has been asked for already stays."""
    within(asking, "swap.set", unit)
    unit_of(session, unit)
    _keep(session, unit, given.hours)
    told = {"hours": given.hours}
    note(session, Act("swap.rules", asking.account, f"unit:{unit}", unit, payload=told))
    return given


def _keep(session: Session, unit: str, hours: int) -> None:
    kept = session.get(SwapRules, unit)
    if kept is None:
        session.add(SwapRules(unit_id=unit, hours=hours))
    else:
        kept.hours = hours
    session.flush()
