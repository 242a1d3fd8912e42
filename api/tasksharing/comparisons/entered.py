"""What HR has entered for a comparison's gain plans, put into what was found."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.jobs.tables import Job
from api.tasksharing.comparisons.tables import EnteredGains
from tasksharing.evaluate.models import Alternative, Comparison
from tasksharing.gains.entered import EnteredPlan
from tasksharing.gains.models import GainPlan


def rows_of(session: Session, job: Job) -> dict[str, EnteredGains]:
    """Return what was entered, by alternative."""
    query = select(EnteredGains).where(EnteredGains.job_id == job.id)
    return {row.alternative: row for row in session.scalars(query)}


def with_entered(found: Comparison, rows: dict[str, EnteredGains]) -> Comparison:
    """Return a comparison with owners, dates and records where they were entered."""
    filled = (_filled(one, rows[one.id]) if one.id in rows else one for one in found.alternatives)
    return found.model_copy(update={"alternatives": tuple(filled)})


def _filled(one: Alternative, row: EnteredGains) -> Alternative:
    if one.gains is None:
        return one
    entered = EnteredPlan.model_validate(row.document)
    return one.model_copy(update={"gains": _plan(one.gains, entered)})


def _plan(plan: GainPlan, entered: EnteredPlan) -> GainPlan:
    gains = {gain.line: gain for gain in entered.gains}
    records = {record.kind: record for record in entered.records}
    lines = tuple(
        line.model_copy(update={"owner": gains[line.id].owner, "date": gains[line.id].date})
        if line.id in gains
        else line
        for line in plan.lines
    )
    kept = tuple(records.get(record.kind, record) for record in plan.records)
    return plan.model_copy(update={"lines": lines, "records": kept})
