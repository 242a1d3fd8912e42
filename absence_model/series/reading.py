"""A file's series: the reader is chosen by the columns, never by the name."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pandas as pd

from absence_model.series import nhs, nursing_home, own
from absence_model.series.info import SeriesInfo
from rostering.errors import BadInput, Fault

GZIP = b"\x1f\x8b"


def read_series(
    path: Path, *, series: str = "employee", country: str | None = None
) -> tuple[pd.DataFrame, SeriesInfo]:
    """Read a modelling series from a CSV file, gzipped or not.

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
    table = _table(path)
    name = path.name.removesuffix(".gz").removesuffix(".csv")
    has = set(table.columns)
    if has.issuperset(nhs.COLUMNS):
        found = nhs.read(table, name)
    elif has.issuperset(nursing_home.COLUMNS):
        found = nursing_home.read(table, name, series)
    elif has.issuperset(own.COLUMNS):
        found = own.read(table, name, country=country or "NO")
    else:
        raise BadInput([_unknown(path, table)])
    if found[0].empty:
        raise BadInput([Fault(path.name, "a table without a row to learn from", "days")])
    return found


def _table(path: Path) -> pd.DataFrame:
    data = path.read_bytes()
    try:
        text = (gzip.decompress(data) if data.startswith(GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput([Fault(path.name, "a damaged gzip file", "a whole one")]) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            [Fault(path.name, "text that is not UTF-8", "a CSV file in UTF-8")]
        ) from error
    return _parsed(path, text)


def _parsed(path: Path, text: str) -> pd.DataFrame:
    from io import StringIO

    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    try:
        return pd.read_csv(StringIO(text), sep=separator, dtype=str)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise BadInput([Fault(path.name, f"no table ({error})", "a CSV file")]) from error


def _unknown(path: Path, table: pd.DataFrame) -> Fault:
    shown = ", ".join(map(str, table.columns[:8])) or "none"
    needed = f"the columns {', '.join(own.COLUMNS)}"
    return Fault(path.name, f"the columns {shown}", needed, "docs/absence/data.md shows a table")
