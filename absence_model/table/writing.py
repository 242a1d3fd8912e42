"""The table as a CSV file: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from absence_model.table.words import COLUMNS
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    import pandas as pd


def table_text(table: pd.DataFrame) -> str:
    """Return the table as CSV: commas, decimal points, dates as 2027-01-31."""
    written = table[list(COLUMNS)].to_csv(
        index=False, date_format="%Y-%m-%d", float_format="%.6g", lineterminator="\n"
    )
    return str(written)


def write_table(table: pd.DataFrame, path: str | Path) -> None:
    """Write the table in one step: beside the place first, then over what was there.

    Raises
    ------
    BadInput
        When it cannot be written; an old file is then still whole.
    """
    target = Path(path)
    part = ""
    try:
        handle, part = tempfile.mkstemp(prefix=".absence-", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(table_text(table))
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(target)
    except OSError as error:
        if part:
            Path(part).unlink(missing_ok=True)
        reason = error.strerror or "not possible"
        fault = Fault(str(path), f"a place that cannot be written to ({reason})", "another one")
        raise BadInput([fault]) from error
