"""Refusals as answers: every error leaves in one shape, in the caller's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException

from api.errors import ApiError, FaultShape, Refusal
from api.texts import LANGUAGES, say, sentences
from rostering.errors import BadInput, Fault, Unsupported

log = structlog.get_logger("api")
DOCUMENTED: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Refusal, "description": "Refused: who may not, what is wrong, or a conflict."},
    503: {"model": Refusal, "description": "The database is busy; again in a moment."},
}
"""What any route may answer besides its own: for the OpenAPI document."""
_HINT = ".hint"


def language_of(request: Request) -> str:
    """Return the caller's language, or the first that the browser asks for and we speak."""
    asking = getattr(request.state, "caller", None)
    if asking is not None and asking.account is not None:
        return str(asking.language)
    for part in request.headers.get("accept-language", "").split(","):
        name = part.split(";")[0].strip()[:2].lower()
        if name in LANGUAGES:
            return name
        if name == "no":
            return "nb"
    return "nb"


def answer(request: Request, status: int, code: str, where: str, **facts: object) -> JSONResponse:
    """Return a refusal in words."""
    language = language_of(request)
    known = sentences(language)
    hint = say(language, f"error.{code}{_HINT}", **facts) if f"error.{code}{_HINT}" in known else ""
    told = Refusal(
        code=code, message=say(language, f"error.{code}", **facts), hint=hint, where=where
    )
    return JSONResponse(told.model_dump(), status)


def _refused(request: Request, error: ApiError) -> JSONResponse:
    response = answer(request, error.status, error.code, error.where, **error.facts)
    if error.status == 429:
        response.headers["Retry-After"] = str(error.facts.get("seconds", 60))
    return response


def _faulty(_: Request, error: BadInput) -> JSONResponse:
    return _faults(error.faults)


def _unsupported(request: Request, error: Unsupported) -> JSONResponse:
    return answer(request, 422, "input.unsupported", "", found=str(error))


def _unreadable(request: Request, error: RequestValidationError) -> JSONResponse:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    return answer(request, 422, "input.wrong", where, found=str(first["msg"]))


def _unfit(request: Request, error: DataError) -> JSONResponse:
    """Refuse what no column can hold: a NUL in a text, a number beyond all numbers."""
    return answer(request, 422, "input.wrong", "", found=str(error.orig).partition("\n")[0])


def _plain(request: Request, error: HTTPException) -> JSONResponse:
    code = {404: "path.unknown", 405: "path.method"}.get(error.status_code, "path.refused")
    response = answer(request, error.status_code, code, "")
    response.headers.update(error.headers or {})
    return response


def _busy(request: Request, error: OperationalError) -> JSONResponse:
    log.error("database", error=str(error.orig))
    return answer(request, 503, "database.busy", "")


def _overtaken(request: Request, error: IntegrityError) -> JSONResponse:
    """Refuse what somebody else has done at the same moment, such as the next version of a ward."""
    log.warning("overtaken", error=str(error.orig).partition("\n")[0])
    return answer(request, 409, "etag.stale", "")


def _broken(request: Request, error: Exception) -> JSONResponse:
    log.error("unforeseen", path=request.url.path, exc_info=error)
    return answer(request, 500, "unforeseen", "")


HANDLERS: dict[type[Exception], Callable[[Request, Any], JSONResponse]] = {
    ApiError: _refused,
    BadInput: _faulty,
    Unsupported: _unsupported,
    RequestValidationError: _unreadable,
    HTTPException: _plain,
    DataError: _unfit,
    IntegrityError: _overtaken,
    OperationalError: _busy,
    Exception: _broken,
}


def install(app: FastAPI) -> None:
    """Make all errors of an application leave in the one shape."""
    for kind, handler in HANDLERS.items():
        app.add_exception_handler(kind, handler)


def _faults(faults: Sequence[Fault]) -> JSONResponse:
    """Return what is wrong with an input: the first fault in the one shape, all in ``faults``."""
    first = faults[0]
    told = Refusal(
        code="input.faulty",
        message=f"{first.found}; {first.needed}",
        hint=first.maybe,
        where=first.where,
        faults=[
            FaultShape(where=f.where, found=f.found, needed=f.needed, maybe=f.maybe) for f in faults
        ],
    )
    return JSONResponse(told.model_dump(), 422)
