"""A strategy that runs for `auto`: its process, the end of its turn and what became of it."""

from __future__ import annotations

import queue
from dataclasses import dataclass, replace

from rostering.errors import SolverDied
from rostering.strategies.auto.crew import Seat, Turn
from rostering.strategies.base import Budget, Offer
from rostering.strategies.child import Child
from rostering.strategies.worker import Done, Job

PATIENCE = 2.0  # seconds that a member may take longer than its turn
GRACE = 2.0  # seconds until a member that is asked for its answer is ended


@dataclass(slots=True)
class Table:
    """A seat in use: the turns to come, the nominal steps left and the peak memory so far."""

    seat: Seat
    turns: list[Turn]
    steps: float | None
    peak_mb: float = 0.0

    @property
    def empty(self) -> bool:
        """Whether no turn can begin any more."""
        return not self.turns or (self.steps is not None and self.steps <= 0)

    def budget(self, turn: Turn, whole: Budget, now: float) -> Budget:
        """Return a turn's share of what is left; ``now`` in seconds since the start."""
        seconds, steps = whole.seconds, self.steps
        if seconds is not None:
            seconds = now + max(0.0, seconds - now) * turn.share
        if steps is not None:
            steps *= turn.share
            self.steps = (self.steps or 0.0) - steps
        return replace(whole, seconds=seconds, steps=steps, workers=self.seat.workers)


class Member:
    """One turn that runs; its news come to the inbox together with itself."""

    def __init__(self, turn: Turn, table: Table, job: Job, inbox: Inbox) -> None:
        self.name, self.turn, self.table = turn.name, turn, table
        self.seconds, self.steps = job.budget.seconds, job.budget.steps
        self.asked_at: float | None = None
        self.child = Child(job, lambda message: inbox.put((self, message)))

    def offer(self, offer: Offer) -> None:
        """Pass on what others have found."""
        self.child.offer(offer)

    def stop(self, now: float) -> None:
        """Ask for the answer, once; ``now`` in seconds since the start."""
        if self.asked_at is None:
            self.asked_at = now
            self.child.stop()

    def urge(self, now: float) -> None:
        """Stop a member that goes on after its turn, and end one that does not answer."""
        if self.seconds is not None and now > self.seconds + PATIENCE:
            self.stop(now)
        if self.asked_at is not None and now > self.asked_at + GRACE:
            self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._weigh(self.child.peak_mb)
        self.child.close()

    def ended(self, done: Done | None) -> BaseException | None:
        """Take the last word, None for a process that has gone without; return what went wrong."""
        self._weigh(0.0 if done is None else done.peak_mb)
        self.child.close()
        if done is not None:
            self._give_back(None if done.answer is None else done.answer.steps)
            return done.error
        if self.asked_at is not None:
            return None
        return SolverDied(f"{self.name}: the process ended without an answer (out of memory?)")

    def _give_back(self, used: float | None) -> None:
        """Leave the steps that the turn has not used to those after it."""
        if used is not None and self.steps is not None and self.table.steps is not None:
            self.table.steps += max(0.0, self.steps - used)

    def _weigh(self, peak_mb: float) -> None:
        self.table.peak_mb = max(self.table.peak_mb, peak_mb)


Inbox = queue.SimpleQueue[tuple[Member, object | None]]
