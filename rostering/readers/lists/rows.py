"""A list's rows of named cells: where each stands, what it holds, and the faults found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from rostering.errors import BadInput, Fault
from rostering.readers.existing.table import Problematic, Raw, Table
from rostering.readers.validation import limited
from rostering.readers.workbook.cells import Cell, Unreadable
from rostering.readers.workbook.rows import told

T = TypeVar("T")


@dataclass
class Rows:
    """A list that is being read; faults gather until :meth:`require_whole`.

    ``head`` is the row of the headings, ``columns`` are column numbers by field.
    """

    table: Table
    head: int
    columns: dict[str, int]
    faults: list[Fault] = field(default_factory=list, kw_only=True)

    def value(self, row: int, column: int) -> Raw:
        """Return a cell's value."""
        return self.table.at(row, column)

    def require_whole(self) -> None:
        """Raise ``BadInput`` with the faults found so far, if there are any."""
        if self.faults:
            raise BadInput(limited(self.faults))


@dataclass(frozen=True)
class Row:
    """A row of a list."""

    page: Rows
    row: int

    def place(self, name: str = "") -> str:
        """Return the row, or one of its cells with the heading above it."""
        column = self.page.columns.get(name)
        if column is None:
            return self.page.table.place(self.row)
        heading = self.page.table.text(self.page.head, column)
        return f"{self.page.table.place(self.row, column)} ({heading})"

    def raw(self, name: str) -> Raw:
        """Return what stands in a field's cell."""
        column = self.page.columns.get(name)
        return None if column is None else self.page.value(self.row, column)

    def filled(self, *names: str) -> bool:
        """Return whether something stands in any of these fields."""
        return any(self.raw(name) is not None for name in names)

    def read(self, name: str, reader: Callable[[Cell], T], *, needed: bool = False) -> T | None:
        """Return a field's value; None when it is empty, or unreadable, which is a fault."""
        value = self.raw(name)
        if value is None:
            if needed:
                self.refuse(name, "an empty cell", f"a value ({name})", "it was forgotten")
            return None
        if isinstance(value, Problematic):
            self.refuse(name, value.found, "a value", value.maybe)
            return None
        percent = (self.row, self.page.columns[name]) in self.page.table.percents
        try:
            return reader(Cell(value, "0%" if percent else "General"))
        except Unreadable as error:
            self.refuse(name, told(value), error.needed, error.maybe)
        return None

    def refuse(self, name: str, found: str, needed: str, maybe: str = "") -> None:
        """Note a fault of a cell, or of the row when the name is empty."""
        self.page.faults.append(Fault(self.place(name), found, needed, maybe))
