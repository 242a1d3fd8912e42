"""The port to durable jobs: what the service needs of a queue, whoever keeps it."""

from __future__ import annotations

from typing import Protocol


class Jobs(Protocol):
    """A durable queue of searches; the job's row says what to do, the queue that it is done."""

    def begin(self, job: str) -> None:
        """Queue a job that is committed in the database; again is the same as once."""
        ...

    def close(self) -> None:
        """Stop taking jobs; those that run are left for the next start."""
        ...
