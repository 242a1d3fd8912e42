"""The service as its users have it: real processes on a loopback port, killed when asked."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import httpx2

from api.accounts.sessions import Begun

ROOT = Path(__file__).parents[2]
PATIENCE = 180.0  # seconds for a process to be ready: it may be the first to import everything


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Running:
    """One process of the service in a folder of its own."""

    folder: Path
    url: str
    command: tuple[str, ...]
    worker_id: str = "w1"
    port: int = field(default_factory=free_port)
    settings: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Running:
        """Start it; an API is waited for."""
        serving = self.command[0] == "serve"
        port = ("--port", str(self.port)) if serving else ()
        environment = {
            **os.environ,
            "TURNUS_DATABASE_URL": self.url,
            "TURNUS_WORKER_ID": self.worker_id,
            "TURNUS_WORKERS": "1",
            **self.settings,
        }
        with (self.folder / f"{self.worker_id}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "turnus", *self.command, *port],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
            )
        if serving:
            self._await()
        return self

    def _await(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process is not None
            assert self.process.poll() is None, self.log
            try:
                if httpx2.get(f"{self.address}/health", timeout=2).status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.1)
        self.kill()
        raise AssertionError(f"not ready after {PATIENCE} s: {self.log}")

    @property
    def log(self) -> str:
        return (self.folder / f"{self.worker_id}.log").read_text("utf-8", "replace")[-3000:]

    def kill(self) -> None:
        """End it as a power cut would, its children too: none may go on with its work."""
        assert self.process is not None
        for pid in (self.process.pid, *children_of(self.process.pid)):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()

    def kill_alone(self) -> None:
        """Kill the process itself; its children must notice and end."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """End it as a service manager would; return its exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE)

    def __enter__(self) -> Running:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()


def children_of(pid: int) -> list[int]:
    """Return all processes below one, by the kernel's table."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            found = re.match(r"(\d+) \(.*\) \S (\d+)", entry.read_text(errors="replace"), re.DOTALL)
        except OSError:
            continue
        if found:
            parents.setdefault(int(found[2]), []).append(int(found[1]))
    below, wave = [], [pid]
    while wave:
        wave = [child for one in wave for child in parents.get(one, [])]
        below += wave
    return below


@contextmanager
def browser(running: Running, begun: Begun) -> Iterator[httpx2.Client]:
    """Give a signed-in client."""
    with httpx2.Client(
        base_url=running.address,
        headers={"X-CSRF-Token": begun.csrf},
        cookies={"turnus": begun.secret},
        timeout=30,
    ) as client:
        yield client
