"""What the service is told by its environment; there is no default secret, for it needs none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
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


class Settings(BaseModel):
    """Settings of one process.

    ``jobs_url`` is where the queue of long jobs lives: beside an SQLite file in a file of its own,
    in PostgreSQL in a schema of its own. Times are in minutes, hours or seconds as named.
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
    log_json: bool = True
    oidc: OpenIdConnect | None = None

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


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of ``TURNUS_...`` variables; the provider's are ``TURNUS_OIDC_...``.

    Raises
    ------
    BadInput
        With one fault for each variable that cannot be used.
    """
    told = os.environ if environment is None else environment
    found: dict[str, Any] = {}
    for name in Settings.model_fields:
        value = told.get(PREFIX + name.upper())
        if value and name != "oidc":
            found[name] = value
    provider = {
        name: value
        for name in OpenIdConnect.model_fields
        if (value := told.get(f"{PREFIX}OIDC_{name.upper()}"))
    }
    if provider:
        found["oidc"] = provider
    try:
        return Settings.model_validate(found)
    except ValidationError as error:
        raise BadInput([_fault(entry) for entry in error.errors()]) from None


def _fault(entry: ErrorDetails) -> Fault:
    where = PREFIX + "_".join(str(part).upper() for part in entry["loc"])
    missing = entry["type"] == "missing"
    found = "nothing" if missing else repr(entry["input"])
    needed = "a value, since others of its kind are set" if missing else entry["msg"]
    return Fault(where, found, needed)
