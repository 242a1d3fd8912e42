"""Whether a workbook may be unpacked at all: its size, parts and rows, before openpyxl sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from rostering.errors import BadInput, Fault

MAX_UNPACKED = 200 * 1024 * 1024
MAX_PARTS = 2000
MAX_ROWS = 20_000
MAX_CELLS = 500_000
_CHUNK = 1 << 20
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_BROKEN = "the copying was cut short: fetch the file again, or save it anew in Excel"


def require_safe(data: bytes, name: str) -> bool:
    """Return whether a workbook, which is safe to unpack, holds formulas.

    Raises
    ------
    BadInput
        When the file is no whole .xlsx, or unpacks to more than ``MAX_UNPACKED`` bytes,
        ``MAX_PARTS`` parts, ``MAX_ROWS`` rows in a sheet or ``MAX_CELLS`` cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _require_small(archive.infolist(), name)
            _require_workbook(archive.namelist(), name)
            return _few_rows(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise broken(name, error) from error
    except (NotImplementedError, RuntimeError) as error:
        fault = Fault(name, "a locked archive", "an ordinary .xlsx workbook", "it has a password")
        raise BadInput([fault]) from error


def broken(name: str, error: Exception) -> BadInput:
    """Return the error for a workbook that cannot be unpacked or understood."""
    reason = str(error).split("\n", 1)[0][:80] or type(error).__name__
    found = f"a broken workbook ({reason})"
    return BadInput([Fault(name, found, "a whole Excel workbook (.xlsx)", _BROKEN)])


def _require_small(parts: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS:
        raise _bomb(name, f"a workbook of {len(parts)} parts", f"at most {MAX_PARTS} parts")
    if unpacked > MAX_UNPACKED:
        found = f"a workbook that unpacks to {unpacked // 1024**2} MB"
        raise _bomb(name, found, f"at most {MAX_UNPACKED // 1024**2} MB unpacked")


def _require_workbook(parts: list[str], name: str) -> None:
    if "xl/workbook.xml" not in parts or "[Content_Types].xml" not in parts:
        kind = "a Word file" if "word/document.xml" in parts else "an archive of another kind"
        kind = "an OpenDocument file (.ods)" if "content.xml" in parts else kind
        guess = "save it as Excel workbook (.xlsx)"
        raise BadInput([Fault(name, kind, "an Excel workbook (.xlsx)", guess)])


def _few_rows(archive: zipfile.ZipFile, name: str) -> bool:
    cells = formulas = 0
    for part in archive.namelist():
        if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
            continue
        rows, more, calculated = _counted(archive, part)
        cells += more
        formulas += calculated
        if rows > MAX_ROWS or cells > MAX_CELLS:
            found = f"a sheet of {rows} rows" if rows > MAX_ROWS else f"{cells} cells"
            raise _bomb(name, found, f"at most {MAX_ROWS} rows a sheet and {MAX_CELLS} cells")
    return formulas > 0


def _counted(archive: zipfile.ZipFile, part: str) -> tuple[int, int, int]:
    """Count rows and cells (nearly: some lie across two chunks), and formulas at least once."""
    rows = cells = formulas = 0
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            rows += len(_ROW.findall(chunk))
            cells += len(_CELL.findall(chunk))
            formulas += len(_FORMULA.findall(tail + chunk))
            tail = chunk[-16:]
            if rows > MAX_ROWS or cells > MAX_CELLS:
                break
    return rows, cells, formulas


def _bomb(name: str, found: str, needed: str) -> BadInput:
    guess = "empty rows or cells were formatted: delete them, or copy the data to a new template"
    return BadInput([Fault(name, found, needed, guess)])
