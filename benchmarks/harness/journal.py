"""A file with a line of JSON a run: read, mended where a line was cut off, and added to."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from benchmarks.harness.record import DIED, Key, Record
from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes


class Journal:
    """The runs of a file, in its order; what is appended is on the disk at once.

    Parameters
    ----------
    path
        The file; it need not exist yet.

    Raises
    ------
    BadInput
        When a line, other than a last one that was cut off, is no run.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cut_off = _mend(path)
        self.records = read_runs(path) if path.exists() else []

    def __contains__(self, key: Key) -> bool:
        """Return whether a run need not be made again: it is there, and gave an answer."""
        return any(record.key == key and record.status != DIED for record in self.records)

    def append(self, record: Record) -> None:
        """Add a run; one of the same key that died goes away."""
        self.replace(other for other in self.records if other.key != record.key)
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(_line(record))
            stream.flush()
            os.fsync(stream.fileno())
        self.records.append(record)

    def replace(self, records: Iterable[Record]) -> None:
        """Write all runs anew in one step, if anything in them has changed."""
        new = list(records)
        if new != self.records:
            write_bytes(self.path, "".join(map(_line, new)).encode())
            self.records = new


def read_runs(path: Path) -> list[Record]:
    """Return the runs of a file.

    Raises
    ------
    BadInput
        When a line is no run, or the file is missing.
    """
    if not path.exists():
        raise BadInput([Fault(str(path), "no such file", "a file that turnus bench has written")])
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            found.append(Record.of(json.loads(line)))
        except (ValueError, TypeError, AttributeError) as error:
            where, shown = f"{path}, line {number}", repr(line[:40])
            needed = "a run as turnus bench writes it"
            raise BadInput([Fault(where, shown, needed)]) from error
    return found


def _line(record: Record) -> str:
    return json.dumps(record.as_dict(), ensure_ascii=False) + "\n"


def _mend(path: Path) -> bool:
    """Cut off a last line that is not whole; return whether there was one."""
    if not path.exists():
        return False
    data = path.read_bytes()
    whole, _, rest = data.rpartition(b"\n")
    if not rest:
        return False
    try:
        json.loads(rest)
    except ValueError:
        write_bytes(path, whole + b"\n" if whole else b"")
        return True
    write_bytes(path, data + b"\n")  # whole but for its end
    return False
