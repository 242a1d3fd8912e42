"""Fit in a process of its own: it can be stopped at once, and its memory is gone afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from absence_model.forecaster.told import Learnt
from rostering.errors import BadInput, Fault, HelseturnusError

Days = list[tuple[str, float, float]]
"""Date, planned and absent shifts of each day."""
LONGEST_S = 0.1  # seconds between looks at whether to stop


class Stopped(Exception):
    """Somebody stopped the fit: there is nothing new."""


class FitDied(HelseturnusError):
    """The fitting process ended without a model: killed, or out of memory."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose forecast is wanted, and the days of all units from which the calendar is learnt."""

    unit: str
    days: dict[str, Days]
    country: str = "NO"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The SHA-256 of the fitted model, and what the fit tells of the unit.

    The model holds every unit's days, so it ends with the process.
    """

    digest: str
    learnt: Learnt


def learn_apart(
    asked: Asked, report: Callable[[float, str], None], stop: Callable[[], bool]
) -> Outcome:
    """Fit and forecast in a child process; a child ends by itself when its parent is gone.

    Raises
    ------
    Stopped
        When ``stop`` returned True before the end.
    BadInput
        When the days cannot be used.
    FitDied
        When the process ended without an answer.
    """
    told = _Child(asked).end(report, stop)
    return Outcome(str(told["digest"]), Learnt.model_validate(told["learnt"]))


class _Child:
    """The process and the thread that reads what it says."""

    def __init__(self, asked: Asked) -> None:
        path = os.pathsep.join(entry for entry in sys.path if entry)
        threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # more are slower here
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from absence_model.forecaster.child import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **threads, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
            start_new_session=True,
            text=True,
            encoding="utf-8",
        )
        self.said: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        order = {"unit": asked.unit, "country": asked.country, "days": asked.days}
        self._threads = [
            threading.Thread(target=self._ask, args=(json.dumps(order),), daemon=True),
            threading.Thread(target=self._hear, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def end(self, report: Callable[[float, str], None], stop: Callable[[], bool]) -> dict[str, Any]:
        """Follow the child to its end; return what it told."""
        try:
            return self._followed(report, stop)
        finally:
            self.process.kill()
            self.process.wait()
            for thread in self._threads:
                thread.join()
            for pipe in (self.process.stdin, self.process.stdout):
                with contextlib.suppress(OSError):
                    _open(pipe).close()

    def _followed(
        self, report: Callable[[float, str], None], stop: Callable[[], bool]
    ) -> dict[str, Any]:
        while True:
            if stop():
                raise Stopped
            try:
                word = self.said.get(timeout=LONGEST_S)
            except queue.Empty:
                continue
            if word is None:
                raise FitDied("the fitting process ended without an answer")
            if "faults" in word:
                raise BadInput([Fault(**fault) for fault in word["faults"]])
            if "learnt" in word:
                return word
            report(float(word["share"]), str(word["phase"]))

    def _ask(self, order: str) -> None:
        with contextlib.suppress(OSError):  # the child is gone
            into = _open(self.process.stdin)
            into.write(order + "\n")
            into.flush()  # and left open: its end tells the child that the parent is gone

    def _hear(self) -> None:
        for line in _open(self.process.stdout):
            with contextlib.suppress(json.JSONDecodeError):
                self.said.put(json.loads(line))
        self.said.put(None)


def _open(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
