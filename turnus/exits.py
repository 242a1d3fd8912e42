"""Exit codes, and which error leads to which."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Any

from rostering.errors import BadInput, EngineDrift, Fault, HelseturnusError, SolverDied, Unsupported

OK = 0
BREACHES = 1
BAD_INPUT = 2
IMPOSSIBLE = 3
NOTHING_FOUND = 4
ENGINE = 70
INTERRUPTED = 130
PIPE_CLOSED = 141


@dataclass(frozen=True, slots=True)
class Failure:
    """An error as the command line tells it: a kind, an exit code and its faults."""

    kind: str
    code: int
    faults: tuple[Fault, ...]

    def document(self) -> dict[str, Any]:
        """Return what ``--json`` prints instead of a result."""
        faults = [
            {"where": f.where, "found": f.found, "needed": f.needed, "maybe": f.maybe}
            for f in self.faults
        ]
        return {"error": {"kind": self.kind, "faults": faults}}


def failure(error: BaseException, command: str = "turnus") -> Failure | None:
    """Return how an error is told, or None when it is a bug that nobody foresaw."""
    if isinstance(error, KeyboardInterrupt):
        fault = Fault(command, "given up on request", "")
        return Failure("interrupted", INTERRUPTED, (fault,))
    if isinstance(error, OSError):
        return Failure("file", BAD_INPUT, (_file_fault(error),))
    if isinstance(error, HelseturnusError):
        return _engine_failure(error)
    if is_usage(error):
        return Failure("usage", BAD_INPUT, (_usage_fault(error, command),))
    return None


def bug(error: BaseException) -> Failure:
    """Return how an error is told that nobody foresaw."""
    found = f"{type(error).__name__}: {error}"
    guess = "this is a bug in helseturnus: please report it, with the command that was typed"
    return Failure("bug", ENGINE, (Fault("turnus", found, "", guess),))


def is_usage(error: BaseException) -> bool:
    """Return whether a command was typed wrongly (typer keeps the class to itself)."""
    return hasattr(error, "format_message") and getattr(error, "exit_code", None) == BAD_INPUT


def _engine_failure(error: HelseturnusError) -> Failure | None:
    if isinstance(error, BadInput):
        return Failure("bad_input", BAD_INPUT, error.faults)
    if isinstance(error, Unsupported):
        found, _, maybe = str(error).partition("\n  Maybe ")
        fault = Fault("problem", found.rstrip("."), "", maybe.rstrip("."))
        return Failure("unsupported", BAD_INPUT, (fault,))
    if isinstance(error, SolverDied):
        guess = "the machine ran out of memory: try --workers 1, or close other programs"
        fault = Fault("solver", str(error), "", guess)
        return Failure("solver_died", ENGINE, (fault,))
    if isinstance(error, EngineDrift):
        guess = "this is a bug in helseturnus: please report it, with the ward if you may share it"
        fault = Fault("engine", str(error), "", guess)
        return Failure("engine_drift", ENGINE, (fault,))
    return None


def _file_fault(error: OSError) -> Fault:
    where = str(error.filename or "standard output")
    reason = error.strerror or type(error).__name__
    guess = "the disk is full" if error.errno == errno.ENOSPC else "another program holds it"
    return Fault(where, f"a file that cannot be used ({reason})", "one that can", guess)


def _usage_fault(error: BaseException, command: str) -> Fault:
    message = str(error.format_message()).rstrip(".")  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    name = context.command_path if context is not None else command
    return Fault(name, message, "", f"`{name} --help` shows the way")
