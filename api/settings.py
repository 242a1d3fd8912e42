"""What the service is told by its environment; there is no default secret, for it needs none."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails
from sqlalchemy.engine import make_url

from rostering.errors import BadInput, Fault

PREFIX = "TURNUS_"


class OpenIdConnect(BaseModel):
    """An identity provider, found by discovery; ``claim`` names the person in its tokens."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: str
    client_id: str
    client_secret: str
    name: str = "OpenID Connect"
    claim: str = "sub"
    scope: str = "openid profile email"


class SmtpServer(BaseModel):
    """A mail server that takes what we send; a name is told only where it asks for one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str
    port: int = Field(default=587, ge=1, le=65_535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = Field(default="", repr=False)
    sender: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")

    @property
    def domain(self) -> str:
        """Where its messages come from."""
        return self.sender.rpartition("@")[2]


def _read_json(told: object) -> object:
    """Return what a variable tells as JSON; what comes from code is a value already."""
    return json.loads(told) if isinstance(told, str) else told


class SmsGateway(BaseModel):
    """An SMS gateway that is asked over HTTP; ``{to}`` and ``{text}`` in address or body."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    url: str = Field(pattern=r"^https?://")
    method: Literal["POST", "PUT", "GET"] = "POST"
    encoding: Literal["json", "form"] = "json"
    body: str = ""
    headers: Annotated[dict[str, str], BeforeValidator(_read_json)] = Field(default={}, repr=False)

    @field_validator("body")
    @classmethod
    def _whole(cls, body: str, info: ValidationInfo) -> str:
        form = info.data.get("encoding") == "form"
        whole = body or ("to={to}&text={text}" if form else '{"to": "{to}", "text": "{text}"}')
        asked = info.data.get("url", "")
        if info.data.get("method") != "GET":
            asked += whole
            if not form:
                _require_json(whole)
        if "{to}" not in asked or "{text}" not in asked:
            raise ValueError("address and body must hold {to} and {text}")
        return whole


def _require_json(body: str) -> None:
    try:
        json.loads(body)
    except ValueError:
        raise ValueError("this is no JSON; for a form set TURNUS_SMS_ENCODING=form") from None


class Settings(BaseModel):
    """Settings of one process.

    ``jobs_url`` is where the queue of long jobs lives: beside an SQLite file in a file of its own,
    in PostgreSQL in a schema of its own. Times are in minutes, hours or seconds as named.
    ``invented_log`` is the file of an invented time log that HR may load to try task sharing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str = "sqlite:///turnus.db"
    jobs_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    session_hours: int = Field(default=12, ge=1, le=24 * 14)
    idle_minutes: int = Field(default=120, ge=5, le=24 * 60)
    login_attempts: int = Field(default=8, ge=3, le=100)
    login_pause_s: int = Field(default=300, ge=1, le=86_400)
    workers: int = Field(default=2, ge=1, le=256)
    worker_id: str = ""
    silent_s: float = Field(default=20.0, ge=2, le=3600)
    demo: bool = False
    invented_log: str = ""
    log_json: bool = True
    notice_pause_s: float = Field(default=60.0, gt=0, le=3600)
    notice_tries: int = Field(default=6, ge=1, le=10)
    oidc: OpenIdConnect | None = None
    smtp: SmtpServer | None = None
    sms: SmsGateway | None = None

    @property
    def secure(self) -> bool:
        """Whether browsers reach the service over TLS, so that cookies may be told to need it."""
        return self.public_url.startswith("https://")

    @property
    def queue_url(self) -> str:
        """Where the queue of jobs lives."""
        if self.jobs_url:
            return self.jobs_url
        url = make_url(self.database_url)
        if url.get_backend_name() != "sqlite" or not url.database:
            return self.database_url
        path = Path(url.database)
        return f"sqlite:///{path.with_name(f'{path.stem}-jobs{path.suffix}')}"


_PARTS: dict[str, type[BaseModel]] = {"oidc": OpenIdConnect, "smtp": SmtpServer, "sms": SmsGateway}
_SECRET = frozenset({"client_secret", "password", "headers"})


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of ``TURNUS_...`` variables; a part's are such as ``TURNUS_OIDC_...``.

    Raises
    ------
    BadInput
        With one fault for each variable that cannot be used.
    """
    told = os.environ if environment is None else environment
    found: dict[str, Any] = {}
    for name in Settings.model_fields:
        value = told.get(PREFIX + name.upper())
        if value and name not in _PARTS:
            found[name] = value
    for part, model in _PARTS.items():
        given = {
            name: value
            for name in model.model_fields
            if (value := told.get(f"{PREFIX}{part.upper()}_{name.upper()}"))
        }
        if given:
            found[part] = given
    try:
        return Settings.model_validate(found)
    except ValidationError as error:
        raise BadInput([_fault(entry) for entry in error.errors()]) from None


def _fault(entry: ErrorDetails) -> Fault:
    where = PREFIX + "_".join(str(part).upper() for part in entry["loc"])
    missing = entry["type"] == "missing"
    secret = entry["loc"][-1] in _SECRET
    found = "nothing" if missing else "what is set" if secret else repr(entry["input"])
    needed = "a value, since others of its kind are set" if missing else entry["msg"]
    return Fault(where, found, needed)
