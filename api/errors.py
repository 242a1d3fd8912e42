"""Every refusal of the service, in one tree and one shape.

ApiError            {code, message, hint, where}
|- NotSignedIn      401
|- Forbidden        403
|- NotThere         404, also for what the caller may not know of
|- Conflict         409, a business rule, or somebody else's change since
|- Missing          428, If-Match is needed
|- Wrong            422, the request itself
`- TooMany          429
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, Field


class FaultShape(BaseModel):
    """One fault of a file or ward that was sent: where, what was found, what is needed."""

    where: str = Field(examples=["Ansatte, rad 7"])
    found: str
    needed: str
    maybe: str = ""


class Refusal(BaseModel):
    """What every refusal looks like; ``where`` is a JSON path, a header or a sheet and row."""

    code: str = Field(examples=["wish.quota"])
    message: str = Field(examples=["Du har brukt alle de sterke ønskene dine."])
    hint: str = Field(default="", examples=["Gjør et annet ønske svakere først."])
    where: str = Field(default="", examples=["strength"])
    faults: list[FaultShape] = Field(
        default_factory=list, description="Every fault of what was sent, where there are several."
    )


class ApiError(Exception):
    """A refusal: its code is a key of the catalogue, its facts are filled in there."""

    status: ClassVar[int] = 500

    def __init__(self, code: str, where: str = "", **facts: object) -> None:
        super().__init__(code)
        self.code, self.where, self.facts = code, where, facts


class NotSignedIn(ApiError):
    """Nobody has come in, or the session has ended."""

    status = 401


class Forbidden(ApiError):
    """The caller's roles do not allow it."""

    status = 403


class NotThere(ApiError):
    """There is no such thing, or the caller may not know of it."""

    status = 404


class Conflict(ApiError):
    """It would break a rule of the process, or another has changed it since."""

    status = 409


class Missing(ApiError):
    """The caller must say which state it has seen."""

    status = 428


class Wrong(ApiError):
    """The request cannot be used."""

    status = 422


class TooMany(ApiError):
    """Too often in too short a time."""

    status = 429
