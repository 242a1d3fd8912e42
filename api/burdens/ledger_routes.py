"""The fairness ledger over HTTP: whole, one's own, and as a spread without names."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.burdens.agreement import agreed
from api.burdens.carrying import corrections, predecessor
from api.burdens.seeing import Of, Weighed, require_published, weighed, weighed_draft
from api.burdens.shapes import (
    Correct,
    CorrectionShape,
    LedgerSpread,
    MyLedger,
    NamedLedger,
    PersonLedger,
    WholeLedger,
)
from api.burdens.tables import LedgerCorrection
from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, may
from api.periods.finding import period_for
from api.periods.tables import Period
from api.rosters.drafts import draft_for
from api.units.wards import unit_of, ward_of
from api.wishes.persons import person_of
from rostering.burden import FEWEST, sight, spreads
from rostering.burden.models import Burden

router = APIRouter(prefix="/api", tags=["burdens"])


@router.get("/drafts/{draft}/ledger", dependencies=[Depends(may("ledger.read"))])
def of_draft(draft: str, asking: Asking, session: Db) -> WholeLedger:
    """Return everybody's burdens with a draft, for the unit's manager."""
    found, _ = draft_for(session, draft, asking, "ledger.read")
    return _whole(weighed_draft(session, found), [])


@router.get("/periods/{period}/ledger", dependencies=[Depends(may("ledger.read"))])
def whole(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> WholeLedger:
    """Return everybody's burdens with what is published or shown, for the unit's manager."""
    found = period_for(session, period, asking, "ledger.read")
    return _whole(weighed(session, found, of), corrections(session, found.id))


@router.get("/periods/{period}/ledger/mine", dependencies=[Depends(may("ledger.own"))])
def mine(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> MyLedger:
    """Return one's own burdens beside the ward's; colleagues' where the unit agreed to it."""
    found = period_for(session, period, asking, "ledger.own")
    person = person_of(asking, found)
    told = weighed(session, found, of)
    seen = sight(told.ledger, person, names=agreed(session, found.unit_id))
    if seen is None:
        raise Conflict("person.none")
    named = (
        NamedLedger(person=one.person, name=told.names[one.person], figures=list(one.figures))
        for one in seen.named
    )
    return MyLedger(
        person=person,
        own=list(seen.own),
        ward=list(seen.ward),
        named=sorted(named, key=lambda one: one.name),
        corrections=_brought(session, found, person),
        fewest=FEWEST,
    )


@router.get("/periods/{period}/ledger/spread", dependencies=[Depends(may("ledger.spread"))])
def spread(period: str, asking: Asking, session: Db, of: Of = Of.PUBLISHED) -> LedgerSpread:
    """Return how evenly burdens lie, without names, where enough people share them."""
    found = period_for(session, period, asking, "ledger.spread")
    told = weighed(session, found, of).ledger
    ward = list(spreads(told))
    return LedgerSpread(
        people=len(told.people),
        fewest=FEWEST,
        ward=ward,
        spread={one.burden: told.spread[one.burden] for one in ward},
    )


@router.put(
    "/periods/{period}/ledger/corrections/{person}/{burden}",
    dependencies=[Depends(may("ledger.correct"))],
)
def correct(
    period: str, person: str, burden: Burden, given: Correct, asking: Asking, session: Db
) -> list[CorrectionShape]:
    """Correct what somebody carries on from a published period; 0 points take it back."""
    found = period_for(session, period, asking, "ledger.correct")
    require_published(session, found)
    ward = ward_of(session, unit_of(session, found.unit_id))
    if all(one.id != person for one in ward.people):
        raise NotThere("thing.unknown", "person")
    _put(session, found, (person, burden), given, asking.account)
    told = {"burden": burden, "points": given.points, "reason": given.reason}
    subject = f"{found.unit_id}/{person}"
    act = Act("ledger.correct", asking.account, f"period:{found.id}", found.unit_id, subject, told)
    note(session, act)
    return [_correction(one) for one in corrections(session, found.id)]


def _put(
    session: Session, period: Period, key: tuple[str, str], given: Correct, by: str | None
) -> None:
    person, burden = key
    query = select(LedgerCorrection).where(
        LedgerCorrection.period_id == period.id,
        LedgerCorrection.person == person,
        LedgerCorrection.burden == burden,
    )
    row = session.scalar(query)
    if given.points == 0:
        if row is not None:
            session.delete(row)
    else:
        if row is None:
            row = LedgerCorrection(period_id=period.id, person=person, burden=burden)
            session.add(row)
        row.points, row.reason, row.by, row.at = given.points, given.reason, by, now()
    session.flush()


def _whole(told: Weighed, right: list[LedgerCorrection]) -> WholeLedger:
    return WholeLedger(
        people=[
            PersonLedger(
                person=one.person,
                name=told.names[one.person],
                size=one.size,
                new=one.new,
                entries=list(one.entries),
            )
            for one in told.ledger.people
        ],
        ward=list(spreads(told.ledger)),
        spread=told.ledger.spread,
        corrections=[_correction(one) for one in right],
    )


def _brought(session: Session, period: Period, person: str) -> list[CorrectionShape]:
    before = predecessor(session, period)
    if before is None:
        return []
    return [_correction(one) for one in corrections(session, before.id) if one.person == person]


def _correction(row: LedgerCorrection) -> CorrectionShape:
    return CorrectionShape.model_validate(row, from_attributes=True)
