"""A file's bytes, unpacked no further than a table may be large: a bomb ends in one clear fault."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from rostering.errors import BadInput, Fault

MB = 1024 * 1024
MOST_MB = 256
"""Of a file on disk, unpacked: ten years of days of 300 units with two staff groups."""
MOST_SENT_MB = 64
"""The same of a file that was sent to a service: others are served at the same time."""
MOST_BOOK_MB = 96
"""The same of a workbook: cells as XML take many times the room, and long to read."""
MOST_PARTS = 2000
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
_SPLIT = "split it: by unit or by year"


@dataclass(frozen=True, slots=True)
class Held:
    """A file that is held in memory alone, such as one that was sent to a service."""

    name: str
    data: bytes


def unpacked(path: Path | Held) -> bytes:
    """Return a file's bytes, out of its gzip if it is in one.

    Raises
    ------
    BadInput
        When it cannot be read, or is larger than a table may be.
    """
    most = MOST_MB if isinstance(path, Path) else MOST_SENT_MB
    try:
        if isinstance(path, Path) and path.stat().st_size > most * MB:
            raise BadInput([_large(path.name, "a very large file", most)])
        data = path.read_bytes() if isinstance(path, Path) else path.data
        if data.startswith(GZIP):
            with gzip.open(io.BytesIO(data)) as stream:
                data = stream.read(most * MB + 1)
    except OSError as error:
        if error.strerror is None:
            raise BadInput([_damaged(path.name)]) from None
        found = f"a file that cannot be read ({error.strerror})"
        raise BadInput([Fault(str(path), found, "a table")]) from None
    except (EOFError, zlib.error):
        raise BadInput([_damaged(path.name)]) from None
    if len(data) > most * MB:
        raise BadInput([_large(path.name, "too much once unpacked", most)])
    return data


def require_small_book(data: bytes, path: Path | Held) -> None:
    """Refuse a workbook that unpacks to more than one may.

    Raises
    ------
    BadInput
        The same, with the limit.
    zipfile.BadZipFile
        When it is no whole zip.
    """
    most = MOST_BOOK_MB if isinstance(path, Path) else min(MOST_SENT_MB, MOST_BOOK_MB)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > most * MB:
        raise BadInput([_large(path.name, "a workbook that unpacks to too much", most)])


def _large(name: str, found: str, most: int) -> Fault:
    return Fault(name, found, f"at most {most} MB unpacked", _SPLIT)


def _damaged(name: str) -> Fault:
    return Fault(name, "a damaged gzip file", "a whole one", "it was cut off on its way")
