"""A file's series: the reader is chosen by the columns, never by the name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from absence_model.series import nhs, nursing_home, own
from absence_model.series.info import SeriesInfo
from absence_model.table.unpacking import ZIP, unpacked
from rostering.errors import BadInput, Fault

Found = tuple[pd.DataFrame, SeriesInfo]


def read_series(path: Path, *, series: str = "employee", country: str | None = None) -> Found:
    """Read a modelling series from a CSV file, gzipped or not, or from a workbook.

    Parameters
    ----------
    path
        The NHS table, the nursing-home table or our own table.
    series
        Of the nursing-home table: ``employee`` or ``contract``.
    country
        Whose holidays hold in our own table; Norway's when left out.

    Raises
    ------
    BadInput
        When the columns are no known table's, or rows are wrong; one fault for each.
    """
    name = path.name.removesuffix(".gz").removesuffix(".csv").removesuffix(".xlsx")
    shipped = _shipped(path, name, series)
    found = shipped() if shipped else own.read(path, name, country or "NO")
    if found[0].empty:
        needed = "rows of days on which somebody was planned"
        raise BadInput([Fault(path.name, "a table without a day to learn from", needed)])
    return found


def _shipped(path: Path, name: str, series: str) -> Callable[[], Found] | None:
    """Return what reads the file if its columns are those of a table that others publish."""
    data = unpacked(path)
    if data.startswith(ZIP):
        return None
    head = data[:20_000].decode("utf-8-sig", errors="replace").partition("\n")[0]
    has = {cell.strip() for cell in next(csv.reader([head]), [])}
    if has.issuperset(nhs.COLUMNS):
        return lambda: nhs.read(_table(path, data), name)
    if has.issuperset(nursing_home.COLUMNS):
        return lambda: nursing_home.read(_table(path, data), name, series)
    return None


def _table(path: Path, data: bytes) -> pd.DataFrame:
    try:
        return pd.read_csv(io.BytesIO(data), dtype=str, encoding="utf-8-sig")
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        fault = Fault(path.name, f"a table that cannot be read ({error})", "CSV in UTF-8")
        raise BadInput([fault]) from error
