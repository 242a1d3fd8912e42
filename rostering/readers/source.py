"""A file's bytes, once its size and kind are known to be bearable."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from rostering.errors import BadInput, Fault

MAX_BYTES = 50 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class SourceKind(Enum):
    """What a file turned out to be, told from its first bytes."""

    JSON = "json"
    WORKBOOK = "workbook"


def load(path: Path) -> bytes:
    """Return the content of a file of at most ``MAX_BYTES`` bytes.

    Raises
    ------
    BadInput
        When there is no such file, it cannot be read or it is too large; nothing of a file that
        is too large is read.
    """
    try:
        if not path.is_file():
            raise BadInput([_no_file(path)])
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInput([_too_large(path, size)])
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BadInput([_unreadable(path, error)]) from error
    if len(data) > MAX_BYTES:
        raise BadInput([_too_large(path, len(data))])
    return data


def kind(path: Path, data: bytes) -> SourceKind:
    """Return whether the bytes are an Excel workbook or text to be read as JSON.

    Raises
    ------
    BadInput
        When it is an old or encrypted Excel file, or is called .xlsx without being one.
    """
    if data.startswith(_ZIP):
        return SourceKind.WORKBOOK
    if data.startswith(_OLE):
        locked = _ENCRYPTED in data
        found = "an Excel file with a password" if locked else "an Excel file of the old kind, .xls"
        advice = "open it in Excel and save it without a password" if locked else _SAVE_AS
        raise BadInput([Fault(path.name, found, "an open workbook of the kind .xlsx", advice)])
    if path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}:
        raise BadInput([Fault(path.name, _looks(data), "an Excel workbook (.xlsx)", _SAVE_AS)])
    return SourceKind.JSON


_SAVE_AS = "open it in Excel and choose Save as, Excel workbook (.xlsx)"


def _looks(data: bytes) -> str:
    if not data:
        return "an empty file"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "JSON text in a file called .xlsx"
    if b"\x00" in data[:4096]:
        return "a broken file: it does not begin as a workbook does"
    return "plain text in a file called .xlsx, such as a renamed .csv"


def _shown(path: Path) -> str:
    return str(path).replace("\x00", "?")


def _no_file(path: Path) -> Fault:
    if path.is_dir():
        return Fault(str(path), "a folder", "a file", "the file's name is missing at the end")
    if path.exists():
        return Fault(str(path), "something that is no file", "a file", "copy it to a file first")
    return Fault(_shown(path), "no such file", "a file that exists", "its name is spelt otherwise")


def _too_large(path: Path, size: int) -> Fault:
    megabytes = -(-size // (1024 * 1024))
    return Fault(
        path.name,
        f"a file of {megabytes} MB",
        f"at most {MAX_BYTES // (1024 * 1024)} MB",
        "this is another file than the ward, or several wards in one: give each a file",
    )


def _unreadable(path: Path, error: Exception) -> Fault:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Fault(
        _shown(path),
        f"a file that cannot be read ({reason})",
        "a file that this user may read",
        "another program holds it, or its permissions keep you out",
    )
