"""A file is either the old one or the whole new one, whatever happens while it is written."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from rostering.errors import BadInput, Fault

_SUFFIX = ".part"


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file in one step: unseen beside it, to the disk, then over the old one.

    Raises
    ------
    BadInput
        When the folder is missing or may not be written to, or the disk is full; a file that was
        there before is then still whole.
    """
    target = Path(path)
    try:
        target = target.resolve()
        _sweep(target)
        _replace(target, data)
    except (OSError, ValueError, RuntimeError) as error:
        raise BadInput([_unwritable(Path(path), error)]) from error


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():  # replacing a device would break the machine
        raise OSError(f"{target.name} is a folder or a device")
    part = target.with_name(f".{target.name[:80]}.{os.getpid()}.{secrets.token_hex(4)}{_SUFFIX}")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(target)
    except BaseException:  # Ctrl-C too must leave nothing behind
        part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where the system can do that for folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(target: Path) -> None:
    """Remove what a killed process left behind when it wrote the same file.

    Only where asking for a process does it no harm: not on Windows.
    """
    if os.name != "posix":
        return
    for part in target.parent.glob(f".*{_SUFFIX}"):
        name, _, rest = part.name[1 : -len(_SUFFIX)].rpartition(".")[0].rpartition(".")
        if name == target.name[:80] and rest.isdecimal() and not _alive(int(rest)):
            part.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _unwritable(path: Path, error: Exception) -> Fault:
    where = str(path).replace("\x00", "?")
    if path.is_dir():
        return Fault(where, "a folder", "a file name", "the name is missing at the end")
    if isinstance(error, FileNotFoundError):
        return Fault(where, "no such folder", "a folder that exists", "make the folder first")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    guess = "another program holds the file, or the disk is full or not yours to write to"
    return Fault(where, f"a file that cannot be written ({reason})", "a place to write to", guess)
