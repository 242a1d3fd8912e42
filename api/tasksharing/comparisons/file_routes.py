"""A comparison as a report: Excel and PDF for a case file, JSON for whoever reckons on."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Depends, Response

from api.errors import Conflict
from api.http.context import Asking, Db, may
from api.tasksharing.comparisons.routes import comparison_for, filled_of

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
    from tasksharing.report.comparison.write import comparison_bytes

    job, _ = comparison_for(session, comparison, asking, "comparison.read")
    found = filled_of(session, job)
    if found is None:
        raise Conflict("question.unanswered")
    content = comparison_bytes(found, f".{form}", asking.language)
    return Response(content, media_type=TYPES[form])
