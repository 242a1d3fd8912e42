"""Run the command: in a process of its own where that matters, else in this one."""

import contextlib
import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from turnus.app import run

ROOT = Path(__file__).resolve().parents[2]
OWN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TURNUS_LANGUAGE", "TTY_COMPATIBLE")


@dataclass(frozen=True)
class Done:
    """What a command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - whatever the command prints
        """Standard output as JSON; fails when there is anything else on it."""
        return json.loads(self.out)


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OWN}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def turnus(folder: Path, *arguments: object, **more: str) -> Done:
    """Run a command in this process, in a folder and with more environment."""
    out, err, known = io.StringIO(), io.StringIO(), dict(os.environ)
    try:
        os.environ.clear()
        os.environ.update(environment(**more))
        with (
            contextlib.chdir(folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = run([str(argument) for argument in arguments])
    finally:
        os.environ.clear()
        os.environ.update(known)
    assert "Traceback" not in err.getvalue(), err.getvalue()
    return Done(code, out.getvalue(), err.getvalue())


def process(folder: Path, *arguments: object) -> Done:
    """Run a command in a process of its own."""
    with started(folder, *arguments) as running:
        return running.end()


class Running:
    """A command that still runs; its talk on standard error can be waited for."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.err = ""

    def wait_for(self, text: str) -> None:
        assert self.process.stderr is not None
        while text not in self.err:
            line = self.process.stderr.readline()
            assert line, f"ended without saying {text!r}:\n{self.err}"
            self.err += line

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def child(self) -> int:
        """Return the process id of the solving process."""
        while True:
            for entry in Path("/proc").iterdir():
                if entry.name.isdigit() and _parent(entry) == self.process.pid:
                    return int(entry.name)
            assert self.process.poll() is None, "ended before it started to solve"

    def end(self) -> Done:
        out, err = self.process.communicate()
        assert "Traceback" not in self.err + err, self.err + err
        return Done(self.process.returncode, out, self.err + err)


def _parent(entry: Path) -> int:
    try:
        after_name = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return int(after_name[1])


@contextmanager
def started(folder: Path, *arguments: object) -> Iterator[Running]:
    with subprocess.Popen(
        [sys.executable, "-m", "turnus", *map(str, arguments)],
        cwd=folder,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Running(process)
        finally:
            process.kill()


def in_terminal(folder: Path, *arguments: object, **more: str) -> str:
    """Return what a command shows in a terminal of a hundred columns."""
    here, there = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "turnus", *map(str, arguments)],
        cwd=folder,
        env=environment(TERM="xterm-256color", COLUMNS="100", **more),
        stdin=subprocess.DEVNULL,
        stdout=there,
        stderr=there,
    ) as process:
        os.close(there)
        shown = b""
        while select.select([here], [], [], 60)[0]:
            try:
                piece = os.read(here, 4096)
            except OSError:  # the terminal's end
                break
            shown += piece
        os.close(here)
        assert process.wait() == 0
    return shown.decode()
