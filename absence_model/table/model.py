"""What an import gives: the table, and what became of the rows that are not in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a row between the first and the last day of a unit's staff group."""

    unit: str
    group: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days are missing."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Report:
    """What was read and what was left out, in figures that name nobody.

    Parameters
    ----------
    form
        ``table``, ``shifts`` (a row a person's shift) or ``spells`` (a row a person's absence).
    rows
        Rows read.
    kept_out
        Planned shifts that known absence has emptied, by kind: neither planned nor absent here.
    unmatched
        Spells of which no day meets a planned shift.
    gaps
        Days without rows; stated, not filled.
    employees
        Different people in each unit, when the rows were about people: the suppression asks it.
    small
        Units that were left out, for too few people work there.
    """

    form: str
    rows: int
    kept_out: dict[str, float] = field(default_factory=dict)
    unmatched: int = 0
    gaps: tuple[Gap, ...] = ()
    employees: dict[str, int] = field(default_factory=dict)
    small: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The table (columns ``COLUMNS``, sorted) and its report."""

    table: pd.DataFrame
    report: Report
