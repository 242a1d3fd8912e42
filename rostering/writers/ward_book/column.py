"""What a sheet of the ward workbook is: columns with help, and the rows of a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rostering.domain.problem import Problem

Value = str | int | float | bool | date | None
UNITS = "=Enheter!$A$2:$A$200"
PEOPLE = "=Ansatte!$A$2:$A$1000"
SHIFTS = "=Vakter!$A$2:$A$200"
COMPETENCES = "=Kompetanse!$A$2:$A$200"
ROWS = "=Bemanning!$A$2:$A$500"
AGREEMENTS = "=Avtaler!$A$2:$A$500"
LINES = "=Grunnturnus!$A$2:$A$500"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Parameters
    ----------
    heading
        Text in row 1.
    help
        Shown when the pointer rests on the heading.
    value
        Takes a row's object and gives what stands in the cell.
    choices
        Words of the drop-down list.
    source
        Cells that the drop-down list is taken from, instead of ``choices``.
    needed
        Whether every row must have a value.
    named
        Whether the value is a name, so that empty text differs from nothing and is refused.
    width
        In characters.
    style
        Excel's number format; ``@`` keeps what is typed as text.
    """

    heading: str
    help: str
    value: Callable[[Any], Value]
    choices: Iterable[str] = ()
    source: str = ""
    needed: bool = False
    named: bool = False
    width: int = 16
    style: str = "@"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, what it is for, its columns, and a problem's rows on it."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    rows: Callable[[Problem], Iterable[object]]
    needed: bool = False


def day(heading: str, text: str, value: Callable[[Any], Value], *, needed: bool = False) -> Column:
    """Return a column of dates."""
    return Column(heading, text, value, needed=needed, width=13, style="dd.mm.yyyy")


def number(
    heading: str, text: str, value: Callable[[Any], Value], *, needed: bool = False
) -> Column:
    """Return a column of numbers."""
    return Column(heading, text, value, needed=needed, width=12, style="General")
