"""The port to durable jobs: what the service needs of a queue, whoever keeps it."""

from __future__ import annotations

from typing import Protocol


class Jobs(Protocol):
    """A durable queue of jobs; the job's row says what to do, the queue that it is done."""

    def begin(self, job: str, *, question: bool = False) -> None:
        """Queue a job that is committed in the database; again is the same as once.

        Questions have a queue of their own: they take a minute, and must not wait for an hour's
        search.
        """
        ...

    def close(self) -> None:
        """Stop taking jobs; those that run are left for the next start."""
        ...
