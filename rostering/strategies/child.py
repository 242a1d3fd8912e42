"""A solving process as its parent sees it: orders go in and news come out, neither waits."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from rostering.strategies.base import Offer
from rostering.strategies.worker import Job, Stop, framed, receive

Deliver = Callable[[object | None], None]
"""Takes each message of a child, from a thread; None when it has ended."""


class Child:
    """The process, a thread that writes its orders and one that delivers its news.

    A child ends by itself when its parent is gone.

    Parameters
    ----------
    job
        What it is to do.
    deliver
        Called with each ``Progress``, with ``Done`` at the end, and with None when no more comes.
    """

    def __init__(self, job: Job, deliver: Deliver) -> None:
        self._orders: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._orders.put(framed(job))
        self._deliver = deliver
        path = os.pathsep.join(entry for entry in sys.path if entry)
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from rostering.strategies.worker import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
            start_new_session=True,
        )
        self._threads = [threading.Thread(target=t, daemon=True) for t in (self._read, self._write)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        self._orders.put(None)
        for thread in self._threads:
            thread.join()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # the child is gone with bytes unsent
                cast("BinaryIO", pipe).close()

    def stop(self) -> None:
        """Ask for the answer."""
        self._orders.put(framed(Stop()))

    def offer(self, offer: Offer) -> None:
        """Tell what others have found."""
        self._orders.put(framed(offer))

    @property
    def peak_mb(self) -> float:
        """Peak memory of the process while it lives, where the system tells it; else 0."""
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def _read(self) -> None:
        pipe = cast("BinaryIO", self.process.stdout)
        while (message := receive(pipe)) is not None:
            self._deliver(message)
        self._deliver(None)

    def _write(self) -> None:
        pipe = cast("BinaryIO", self.process.stdin)
        with contextlib.suppress(OSError):  # already gone; its end is noticed by the reader
            while (order := self._orders.get()) is not None:
                pipe.write(order)
                pipe.flush()
