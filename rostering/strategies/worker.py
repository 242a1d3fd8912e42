"""The child process of a solve: reads one job, sends news and the answer, obeys a stop.

Frames on both pipes are a length of eight bytes and a pickle; both ends are this program.
"""

from __future__ import annotations

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
from rostering.strategies.base import Answer, Budget, Progress


@dataclass(frozen=True, slots=True)
class Job:
    """What a child is asked to do."""

    strategy: str
    problem: str
    budget: Budget
    warm: tuple[Assignment, ...] | None


@dataclass(frozen=True, slots=True)
class Done:
    """A child's last word: the answer or the error, and its peak memory in MB."""

    answer: Answer | None
    error: BaseException | None
    peak_mb: float


def send(pipe: BinaryIO, message: object) -> None:
    """Write one frame."""
    data = pickle.dumps(message)
    pipe.write(struct.pack(">Q", len(data)) + data)
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


def main() -> None:
    """Run one job from standard input."""
    news, inbox = os.fdopen(os.dup(1), "wb"), sys.stdin.buffer
    os.dup2(2, 1)  # whatever a library prints must not break the frames
    job = receive(inbox)
    assert isinstance(job, Job)
    stopper, lock = _Stopper(), threading.Lock()

    def tell(progress: Progress) -> None:
        with lock:
            send(news, progress)

    def watch() -> None:
        inbox.read(1)  # a byte, or the end of the pipe when the parent is gone
        stopper.ask()

    threading.Thread(target=watch, daemon=True).start()
    done = _run(job, tell, stopper)
    with lock:
        send(news, done)
        news.close()
    os._exit(0)


def _run(job: Job, tell: Callable[[Progress], None], stopper: _Stopper) -> Done:
    from rostering.strategies.registry import strategy

    answer, error = None, None
    try:
        problem = Problem.model_validate_json(job.problem)
        chosen = strategy(job.strategy)
        answer = chosen.run(problem, job.budget, job.warm, tell, stopper.register)
    except Exception as caught:  # noqa: BLE001 - sent to the parent, which raises it there
        error = caught
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Done(answer, error, peak)
