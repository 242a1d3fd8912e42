"""The unit's agreement on names: the manager proposes, a representative confirms, either withdraws.

It is the unit's and stands until it is withdrawn; who joins later sees that it does.
"""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.burdens.shapes import AgreementShape
from api.burdens.tables import NamesAgreement
from api.db.base import now
from api.errors import Conflict
from api.http.context import Asking, Db, may, within
from api.notices.telling import Told, tell_role
from api.policy.roles import Caller, Role
from api.units.tables import Unit

router = APIRouter(prefix="/api/units/{unit}/names-agreement", tags=["burdens"])

_PAGES = {
    Role.EMPLOYEE: "/staff/burdens",
    Role.MANAGER: "/manager/unit/agreements",
    Role.REPRESENTATIVE: "/representative",
}


@router.get("", dependencies=[Depends(may("names.read"))])
def read(unit: str, asking: Asking, session: Db) -> AgreementShape:
    """Tell whether colleagues see each other's burdens by name."""
    within(asking, "names.read", unit)
    return _shape(session.get(NamesAgreement, unit))


@router.put("/proposal", dependencies=[Depends(may("names.propose"))])
def propose(unit: str, asking: Asking, session: Db) -> AgreementShape:
    """Propose names; nothing changes before a representative has confirmed it."""
    within(asking, "names.propose", unit)
    found = _held(session, unit)
    if found is None:
        found = NamesAgreement(unit_id=unit, proposed_by=asking.account, proposed_at=now())
        session.add(found)
        session.flush()
        _note(session, "names.propose", unit, asking)
        _tell(session, unit, "names.proposed", Role.REPRESENTATIVE)
    return _shape(found)


@router.put("/confirmation", dependencies=[Depends(may("names.confirm"))])
def confirm(unit: str, asking: Asking, session: Db) -> AgreementShape:
    """Confirm what the manager has proposed; from then on colleagues see names."""
    within(asking, "names.confirm", unit)
    found = _held(session, unit)
    if found is None:
        raise Conflict("names.unproposed")
    if found.proposed_by == asking.account:
        raise Conflict("names.oneself")
    if found.agreed_at is None:
        found.agreed_at = now()
        _note(session, "names.confirm", unit, asking)
        _tell(session, unit, "names.agreed", Role.MANAGER, Role.EMPLOYEE)
    return _shape(found)


@router.delete("", dependencies=[Depends(may("names.withdraw"))])
def withdraw(unit: str, asking: Asking, session: Db) -> AgreementShape:
    """Withdraw the proposal or the agreement; names are gone at once."""
    within(asking, "names.withdraw", unit)
    found = _held(session, unit)
    if found is not None:
        stood = found.agreed_at is not None
        session.delete(found)
        session.flush()
        _note(session, "names.withdraw", unit, asking)
        concerned = [Role.EMPLOYEE] if stood else []
        _tell(session, unit, "names.withdrawn", Role.MANAGER, Role.REPRESENTATIVE, *concerned)
    return _shape(None)


def agreed(session: Session, unit: str) -> bool:
    """Return whether a unit has agreed to names."""
    found = session.get(NamesAgreement, unit)
    return found is not None and found.agreed_at is not None


def _held(session: Session, unit: str) -> NamesAgreement | None:
    """Return the agreement, and let nobody else change it meanwhile."""
    session.get_one(Unit, unit, with_for_update=True)
    return session.get(NamesAgreement, unit)


def _shape(found: NamesAgreement | None) -> AgreementShape:
    if found is None:
        return AgreementShape(state="none")
    state = "proposed" if found.agreed_at is None else "agreed"
    return AgreementShape(state=state, proposed_at=found.proposed_at, agreed_at=found.agreed_at)


def _note(session: Session, action: str, unit: str, asking: Caller) -> None:
    note(session, Act(action, asking.account, f"unit:{unit}", unit))


def _tell(session: Session, unit: str, kind: str, *roles: Role) -> None:
    for role in roles:
        tell_role(session, unit, role, Told(kind, _PAGES[role]))
