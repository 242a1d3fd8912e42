"""API and worker as two processes, killed by SIGKILL and started again as a service manager would.

Only processes that this module started are ever killed, each by its id.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import httpx2

from tests.api.processes import Running, children_of

VICTIMS = ("api", "worker", "both")
SILENT_S = 3.0  # a worker that has been silent for so long is taken for dead
PATIENCE = 240.0  # seconds for anything to come about after a fall
AFTERLIFE = 20.0  # seconds within which the children of a killed process must notice and end


@dataclass(frozen=True)
class Orphan:
    """A process below a killed one; ``born`` tells it from a later one of the same id."""

    pid: int
    born: str

    def alive(self) -> bool:
        """Return whether it still runs."""
        return _born(self.pid) == self.born


class Fleet:
    """The service in two processes on one database."""

    def __init__(self, folder: Path, url: str) -> None:
        settings = {"TURNUS_SILENT_S": str(SILENT_S)}
        self.api = Running(folder, url, ("serve", "--no-worker"), "api", settings=settings)
        self.worker = Running(folder, url, ("work",), "worker", settings=settings)
        self.orphans: list[Orphan] = []

    def __enter__(self) -> Fleet:
        self.api.start()
        self.worker.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in (self.worker, self.api):
            one.__exit__(kind, error, trace)
        for orphan in self.left_behind():
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan.pid, signal.SIGKILL)

    def strike(self, victim: str, after: float) -> Strike:
        """Kill somebody a moment later, and start it again; does not wait."""
        fallen = [one for name, one in self._named().items() if victim in {name, "both"}]
        return Strike(lambda: self._fell(fallen), lambda: self._rise(fallen), after)

    def _named(self) -> dict[str, Running]:
        return {"api": self.api, "worker": self.worker}

    def _fell(self, fallen: list[Running]) -> None:
        for one in fallen:
            assert one.process is not None
            below = [Orphan(pid, _born(pid)) for pid in children_of(one.process.pid)]
            one.kill_alone()
            self.orphans += [orphan for orphan in below if orphan.born]

    def _rise(self, fallen: list[Running]) -> None:
        for one in fallen:
            one.start()

    def left_behind(self) -> list[Orphan]:
        """Return children of killed processes that have not ended."""
        return [orphan for orphan in self.orphans if orphan.alive()]

    def settled(self) -> bool:
        """Wait until no child of a killed process is left; return whether that came about."""
        end = time.monotonic() + AFTERLIFE
        while self.left_behind() and time.monotonic() < end:
            time.sleep(0.1)
        return not self.left_behind()


class Strike:
    """A fall that comes in its own time; ``fallen`` is set once it has, or cannot come any more."""

    def __init__(self, fall: Callable[[], None], rise: Callable[[], None], after: float) -> None:
        self.fallen = threading.Event()
        self._fall, self._rise, self._after = fall, rise, after
        self._thread = ThreadPoolExecutor(1)
        self._done = self._thread.submit(self._run)

    def _run(self) -> None:
        try:
            time.sleep(self._after)
            self._fall()
        finally:
            self.fallen.set()
        self._rise()

    def over(self) -> None:
        """Wait until everybody is up again; what went wrong meanwhile is raised here."""
        self._thread.shutdown()
        self._done.result()


def insist(do: Callable[[], httpx2.Response]) -> httpx2.Response:
    """Ask until there is an answer, as a browser that has lost its connection does."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return do()
        except httpx2.TransportError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _born(pid: int) -> str:
    """Return when a process began, empty when there is none or it is only waited for."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if told[0] in {"Z", "X"} else told[19]
