"""A comparison as a report: Excel and PDF for a case file, JSON for whoever reckons on."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Depends, Response

from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.tasksharing.comparisons.routes import comparison_for, filled_of
from rostering.writers.json_file import json_text
from tasksharing.evaluate.models import Comparison

router = APIRouter(prefix="/api", tags=["comparisons"])
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "json": "application/json",
}


@router.get(
    "/comparisons/{comparison}/file",
    dependencies=[Depends(may("comparison.read"))],
    response_class=Response,
    responses={200: {"content": {one: {} for one in TYPES.values()}}},
)
def report(
    comparison: str, asking: Asking, session: Db, form: Literal["xlsx", "pdf", "json"] = "xlsx"
) -> Response:
    """Return a comparison's report in the reader's language, with what was entered."""
    job, _ = comparison_for(session, comparison, asking, "comparison.read")
    found = filled_of(session, job)
    if found is None:
        raise Conflict("question.unanswered")
    return Response(_written(found, form, asking.language), media_type=TYPES[form])


def _written(found: Comparison, form: str, language: str) -> bytes:
    if form == "json":
        return json_text(found).encode()
    from tasksharing.report.comparison.write import comparison_bytes

    return comparison_bytes(found, f".{form}", language)
