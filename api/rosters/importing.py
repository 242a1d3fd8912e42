"""An existing roster as a draft: our own JSON, or the file that a unit has today."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query
from sqlalchemy.orm import Session

from api.http.context import Asking, Db, may
from api.periods.composing import composed
from api.periods.finding import period_for
from api.periods.tables import Period
from api.policy.roles import Caller
from api.rosters.drafts import keep_draft, shape
from api.rosters.shapes import DraftShape
from rostering.check import require_fit
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Evidence, Roster

router = APIRouter(prefix="/api/periods/{period}/drafts", tags=["drafts"])
MOST_BYTES = 20_000_000
ENDINGS = {b"PK": ".xlsx", b"{": ".json"}


@router.post("/file", status_code=201, dependencies=[Depends(may("draft.write"))])
def from_file(
    period: str,
    given: Annotated[bytes, Body(media_type="application/octet-stream", max_length=MOST_BYTES)],
    asking: Asking,
    session: Db,
    name: Annotated[str, Query(min_length=1, max_length=120)] = "Importert",
) -> DraftShape:
    """Make a draft of a roster file: .xlsx or .csv in one of the known layouts, or our own JSON.

    Each fault comes with sheet and row; a file with faults makes no draft.
    """
    found = period_for(session, period, asking, "draft.write")
    problem = composed(session, found)
    with tempfile.TemporaryDirectory() as folder:
        roster = _read(given, Path(folder), problem)
    return _keep(session, found, problem, roster, name, asking)


def _read(given: bytes, folder: Path, problem: Problem) -> Roster:
    """Read a file by what it begins with."""
    ending = next((end for head, end in ENDINGS.items() if given.startswith(head)), ".csv")
    path = folder / f"roster{ending}"
    path.write_bytes(given)
    if ending == ".json":
        from rostering.readers import read_roster

        return read_roster(path)
    from rostering.readers.existing import import_roster, propose_mapping

    return import_roster(path, propose_mapping(path, problem).mapping, problem).roster


def _keep(
    session: Session, period: Period, problem: Problem, roster: Roster, name: str, asking: Caller
) -> DraftShape:
    require_fit(problem, roster)
    changed = {"problem_name": problem.name, "problem_hash": content_hash(problem)}
    kept = roster.model_copy(
        update={**changed, "start": period.start, "days": period.days, "evidence": Evidence()}
    )
    draft = keep_draft(
        session, period, problem, kept, name=name, source="imported", by=asking.account
    )
    return shape(draft, period)
