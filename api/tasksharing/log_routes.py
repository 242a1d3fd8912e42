"""A unit's time log over HTTP: uploaded as a file, looked at, taken away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response
from sqlalchemy.orm import Session

from api.accounts.tables import Account
from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, NotThere
from api.http.context import Asking, Db, ServiceOf, may, within
from api.policy.roles import Caller
from api.service import Service
from api.tasksharing.book_of import book_in, ward_unit
from api.tasksharing.log_shapes import TaskBookPage
from api.tasksharing.tables import KeptTaskBook
from api.tasksharing.telling import FEW, told_of
from api.units.documents import packed
from api.units.tables import Unit
from api.units.wards import unit_of, ward_of
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from tasksharing.catalogue import draft
from tasksharing.domain.book import TaskBook

router = APIRouter(prefix="/api/units/{unit}/task-book", tags=["task sharing"])
MOST_BYTES = 20_000_000
FLOOR = 5  # employees: below that a unit's log could be somebody's
CSV = "text/csv"
NAME = "tidslogg"
EXAMPLE = """Dato;Skjema;Gruppe;Klokkeslett;Minutter;Oppgave
2026-01-05;D1;sykepleier;07:30;45;medication_round
2026-01-05;D1;sykepleier;08:15;30;care
2026-01-05;D2;helsefagarbeider;07:30;60;care
2026-01-05;D2;helsefagarbeider;08:30;30;kitchen
"""


@router.get("", dependencies=[Depends(may("sharing.read"))])
def read(unit: str, asking: Asking, session: Db, service: ServiceOf) -> TaskBookPage:
    """Tell what a unit's time log came to, by task, staff group and hour of the day."""
    within(asking, "sharing.read", unit)
    found = unit_of(session, unit)
    return _page(session, found, service)


@router.post("/file", status_code=201, dependencies=[Depends(may("tasklog.write"))])
def upload(
    unit: str,
    given: Annotated[bytes, Body(media_type="application/octet-stream", max_length=MOST_BYTES)],
    asking: Asking,
    session: Db,
    service: ServiceOf,
) -> TaskBookPage:
    """Take a time log (.csv or .xlsx) in the place of the one that is there.

    Each fault comes with its row, and a file with faults changes nothing. Minutes are added up by
    staff group while it is read; the numbers of forms are kept nowhere.
    """
    within(asking, "tasklog.write", unit)
    found = unit_of(session, unit)
    ward = ward_of(session, found)
    book = book_from(given, ward)
    if not book.invented and _employees(ward) < FLOOR:
        raise Conflict("tasklog.small", floor=FLOOR)
    keep_book(session, found, book, asking)
    return _page(session, found, service)


@router.post("/invented", status_code=201, dependencies=[Depends(may("tasklog.write"))])
def load_invented(unit: str, asking: Asking, session: Db, service: ServiceOf) -> TaskBookPage:
    """Take the invented time log, to try what the pages do; the demonstration alone has one."""
    within(asking, "tasklog.write", unit)
    found = unit_of(session, unit)
    if not service.settings.invented_log:
        raise NotThere("tasklog.none")
    book = book_from(Path(service.settings.invented_log).read_bytes(), ward_of(session, found))
    keep_book(session, found, book.model_copy(update={"invented": True}), asking)
    return _page(session, found, service)


@router.delete("", status_code=204, dependencies=[Depends(may("tasklog.write"))])
def delete(unit: str, asking: Asking, session: Db) -> None:
    """Take a unit's time log away."""
    within(asking, "tasklog.write", unit)
    unit_of(session, unit)
    kept = session.get(KeptTaskBook, unit)
    if kept is None:
        raise NotThere("tasklog.none")
    session.delete(kept)
    note(session, Act("tasklog.delete", asking.account, f"unit:{unit}", unit))


@router.get(
    "/example",
    dependencies=[Depends(may("sharing.read"))],
    response_class=Response,
    responses={200: {"content": {CSV: {}}}},
)
def example(unit: str, asking: Asking, session: Db) -> Response:
    """Return a file that shows how a time log is written."""
    within(asking, "sharing.read", unit)
    unit_of(session, unit)
    return Response(EXAMPLE, media_type=CSV)


def book_from(given: bytes, ward: Problem) -> TaskBook:
    """Return the task book that a file of a time log makes in a ward.

    Raises
    ------
    BadInput
        With every fault and its row.
    """
    from tasksharing.log import Lists, read_lists

    ending = "xlsx" if given.startswith(b"PK") else "csv"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{NAME}.{ending}"
        path.write_bytes(given)
        return read_lists(Lists(path, name=NAME), draft(), ward, ward_unit(ward))


def keep_book(session: Session, unit: Unit, book: TaskBook, asking: Caller) -> None:
    """Keep a book in the place of the one that is there; who logged is not in it."""
    kept = session.get(KeptTaskBook, unit.id, with_for_update=True)
    replaced = kept is not None
    if kept is None:
        kept = KeptTaskBook(unit_id=unit.id)
        session.add(kept)
    kept.document, kept.by, kept.at = packed(book), asking.account, now()
    kept.hash = content_hash(book).removeprefix("sha256:")
    session.flush()
    told = {"hash": kept.hash, "invented": book.invented, "replaced": replaced}
    told |= {"first": str(book.basis.first or ""), "last": str(book.basis.last or "")}
    note(session, Act("tasklog.upload", asking.account, f"unit:{unit.id}", unit.id, payload=told))


def _page(session: Session, unit: Unit, service: Service) -> TaskBookPage:
    ward, kept = ward_of(session, unit), session.get(KeptTaskBook, unit.id)
    told = None
    if kept is not None:
        account = session.get(Account, kept.by) if kept.by else None
        told = told_of(kept, book_in(kept.document), ward, account.name if account else "")
    return TaskBookPage(
        book=told,
        example=bool(service.settings.invented_log),
        employees=_employees(ward),
        floor=FLOOR,
        few=FEW,
    )


def _employees(ward: Problem) -> int:
    return sum(person.counts for person in ward.people)
