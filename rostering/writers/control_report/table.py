"""Tables that page and workbook share, so that both show the same figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rostering.report.model import ControlReport
from rostering.texts import Catalogue

Value = str | int | float | date | None
Row = tuple[Value, ...]


class Kind(Enum):
    """What a column holds: ``HOURS`` are whole minutes, told as hours with two decimals.

    A first column of ``NAME`` heads its rows. A ``SOURCE`` is a paragraph whose ``LINK`` stands in
    the table's last column, which only the workbook shows.
    """

    TEXT = "text"
    NAME = "name"
    SHORT = "short"
    NUMBER = "number"
    HOURS = "hours"
    DATE = "date"
    SOURCE = "source"
    LINK = "link"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, what it holds and its width in characters."""

    head: str
    kind: Kind = Kind.TEXT
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``name`` is its anchor and sheet, ``empty`` is told when there are no rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = ""


def shown(value: Value, kind: Kind, language: str) -> str:
    """Return a value as the page prints it: minutes as hours, dates as the language writes them."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat() if language == "en" else f"{value:%d.%m.%Y}"
    if kind is Kind.HOURS and isinstance(value, int | float):
        text = f"{value / 60:.2f}".replace("-", "\N{MINUS SIGN}")
        return text if language == "en" else text.replace(".", ",")
    if isinstance(value, float):
        text = f"{value:g}"
        return text if language == "en" else text.replace(".", ",")
    return str(value)


def _short_date(value: date, language: str) -> str:
    """Return a date without its year: ``04.01``, in English ``01-04``."""
    return f"{value:%m-%d}" if language == "en" else f"{value:%d.%m}"


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue with the shorthand that the tables use.

    ``base`` is the first day of a base roster of ``days`` days, which are told by week and weekday;
    a day before it lies in the round before.
    """

    texts: Catalogue
    base: date | None = None
    days: int = 0

    @classmethod
    def of(cls, report: ControlReport) -> Words:
        """Return the words in a report's language."""
        base = report.first if report.cyclic else None
        return cls(Catalogue(report.language), base, report.days)

    def __call__(self, key: str, **facts: object) -> str:
        """Return the sentence ``report.KEY``."""
        return self.texts.say(f"report.{key}", **facts)

    def column(self, key: str, kind: Kind = Kind.TEXT, width: int = 12) -> Column:
        """Return the column ``report.head.KEY``."""
        return Column(self(f"head.{key}"), kind, width)

    def day(self, when: date) -> Value:
        """Return a day for a column of dates; a base roster's by week and weekday."""
        return when if self.base is None else self.short(when)

    def short(self, when: date) -> str:
        """Return a date without its year, or a base roster's ``uke 2 ma``."""
        if self.base is None:
            return _short_date(when, self.texts.language)
        weekday = self("weekdays").split()[when.weekday()]
        number = (when - self.base).days % self.days // 7 + 1
        return self("cyclic_short", number=number, weekday=weekday)
