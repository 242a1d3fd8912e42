"""The child process of a solve: reads one job, sends news and the answer, obeys a stop.

Frames on both pipes are a length of eight bytes and a pickle; both ends are this program.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.strategies.base import Answer, Budget, Offer, Progress, Report, Strategy


@dataclass(frozen=True, slots=True)
class Job:
    """What a child is asked to do; the strategy by name, or itself."""

    strategy: str | Strategy
    problem: str
    budget: Budget
    warm: tuple[Assignment, ...] | None


@dataclass(frozen=True, slots=True)
class Done:
    """A child's last word: the answer or the error, and the peak memory in MB.

    The memory is its own and that of the processes that it started.
    """

    answer: Answer | None
    error: BaseException | None
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Stop:
    """The order to stop and to answer; the other order is an ``Offer``."""


def framed(message: object) -> bytes:
    """Return a message as one frame."""
    data = pickle.dumps(message)
    return struct.pack(">Q", len(data)) + data


def send(pipe: BinaryIO, message: object) -> None:
    """Write one frame."""
    pipe.write(framed(message))
    pipe.flush()


def receive(pipe: BinaryIO) -> object | None:
    """Read one frame; None at the end of the pipe."""
    head = pipe.read(8)
    if len(head) < 8:
        return None
    size = struct.unpack(">Q", head)[0]
    data = pipe.read(size)
    return pickle.loads(data) if len(data) == size else None


class _Stopper:
    """Calls the newest stop function once a stop has been asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None
        self._asked = False

    def register(self, stop: Callable[[], None]) -> None:
        with self._lock:
            self._stop = stop
            if self._asked:
                stop()

    def ask(self) -> None:
        """Stop, and go on asking: a solver that is about to start does not hear it."""
        while True:
            with self._lock:
                self._asked = True
                if self._stop is not None:
                    self._stop()
            time.sleep(0.1)


class _Mailbox:
    """Holds what has been offered since it was last asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._offer: Offer | None = None

    def put(self, offer: Offer) -> None:
        with self._lock:
            self._offer = offer.after(self._offer)

    def take(self) -> Offer | None:
        """Return what has been offered since the last call, as one offer."""
        with self._lock:
            offer, self._offer = self._offer, None
            return offer


def main() -> None:
    """Run one job from standard input; end at once when the parent is gone."""
    news, inbox = os.fdopen(os.dup(1), "wb"), sys.stdin.buffer
    os.dup2(2, 1)  # whatever a library prints must not break the frames
    job = receive(inbox)
    assert isinstance(job, Job)
    stopper, mailbox, lock = _Stopper(), _Mailbox(), threading.Lock()

    def tell(progress: Progress) -> None:
        with lock:
            send(news, progress)

    def listen() -> None:
        while (order := receive(inbox)) is not None:
            if isinstance(order, Offer):
                mailbox.put(order)
            else:
                threading.Thread(target=stopper.ask, daemon=True).start()
        os._exit(1)  # nobody is left who wants an answer

    threading.Thread(target=listen, daemon=True).start()
    done = _run(job, tell, stopper, mailbox)
    with lock, contextlib.suppress(BrokenPipeError):  # nobody may be left who wants an answer
        send(news, done)
        news.close()
    os._exit(0)


def _run(job: Job, tell: Report, stopper: _Stopper, mailbox: _Mailbox) -> Done:
    from rostering.strategies.registry import strategy

    answer, error, others_mb = None, None, 0.0
    try:
        problem = Problem.model_validate_json(job.problem)
        chosen = strategy(job.strategy) if isinstance(job.strategy, str) else job.strategy
        asked = (tell, stopper.register, mailbox.take)
        answer = chosen.run(problem, job.budget, job.warm, *asked)
        others_mb = answer.others_mb
    except Exception as caught:  # noqa: BLE001 - sent to the parent, which raises it there
        error = caught
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Done(answer, error, peak + others_mb)
