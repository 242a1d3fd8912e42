"""The service's parts, made once for a process."""

from __future__ import annotations

from dataclasses import dataclass

from api.accounts.oidc import Provider
from api.db.engine import Database
from api.jobs.port import Jobs
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Service:
    """Settings, database and the queue of long jobs."""

    settings: Settings
    database: Database
    jobs: Jobs
    provider: Provider | None = None

    def close(self) -> None:
        """Stop and close everything."""
        self.jobs.close()
        self.database.close()
