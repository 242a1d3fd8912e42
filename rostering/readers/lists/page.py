"""One list as rows of named cells: its sheet, its heading row, what each column is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rostering.errors import BadInput, Fault
from rostering.readers.existing.files import tables
from rostering.readers.existing.table import Problematic, Raw, Table
from rostering.readers.lists import vocabulary
from rostering.readers.lists.headings import Found, columns_of, field_faults, find_headings
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.vocabulary import ListKind
from rostering.readers.validation import limited
from rostering.readers.workbook.cells import Cell, Unreadable
from rostering.readers.workbook.rows import told

T = TypeVar("T")


@dataclass
class Page:
    """A list that is being read; faults gather until :meth:`require_whole`.

    ``columns`` are column numbers by field, ``left`` the headings and rows that are not read.
    """

    kind: ListKind
    table: Table
    head: int
    columns: dict[str, int]
    left: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def entries(self) -> Iterator[Entry]:
        """Yield the rows below the headings; sums and repeated headings are left and told."""
        heads = self.table.texts(self.head)
        for number in self.table.numbers():
            if number <= self.head:
                continue
            texts = self.table.texts(number)
            first = next(text for text in (*texts, "?") if text)
            if vocabulary.is_sum(first) or texts == heads:
                self.left.append(self.table.place(number))
            else:
                yield Entry(self, number)

    def value(self, row: int, column: int) -> Raw:
        """Return a cell's value; cells merged downwards all hold the first one's."""
        found = self.table.at(row, column)
        if found is None:
            for top, left, bottom, right in self.table.merged:
                if left == column == right and top < row <= bottom:
                    return self.table.at(top, column)
        return found

    def require_whole(self) -> None:
        """Raise ``BadInput`` with the faults found so far, if there are any."""
        if self.faults:
            raise BadInput(limited(self.faults))


@dataclass(frozen=True)
class Entry:
    """A row of a list."""

    page: Page
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

    def read(self, name: str, reader: Callable[[Cell], T]) -> T | None:
        """Return a field's value; None when it is empty, or unreadable, which is a fault."""
        value = self.raw(name)
        if value is None:
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


def open_page(path: str | Path, kind: ListKind, mapping: Mapping) -> Page:
    """Return the list in a workbook or CSV file.

    Raises
    ------
    BadInput
        When the file cannot be read, no sheet or more than one holds such a list, or a heading is
        unknown.
    """
    file = Path(path)
    if wrong := field_faults(kind, mapping):
        raise BadInput(wrong)
    found = _chosen(tables(file, mapping.encoding, mapping.delimiter), kind, mapping, file.name)
    columns, left, faults = columns_of(found, kind, mapping)
    if faults:
        raise BadInput(faults)
    return Page(kind, found.table, found.row, columns, left)


def _chosen(listed: tuple[Table, ...], kind: ListKind, mapping: Mapping, name: str) -> Found:
    wanted = [t for t in listed if mapping.sheet in {"", t.sheet}]
    if not wanted:
        sheets = ", ".join(t.sheet for t in listed) or "no sheets"
        fault = Fault(name, sheets, f"the sheet {mapping.sheet!r}", "the sheet has a new name")
        raise BadInput([fault])
    found = [find_headings(table, kind, mapping) for table in wanted]
    fitting = [one for one in found if not one.missing]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        sheets = ", ".join(one.table.sheet for one in fitting)
        guess = 'write sheet = "..." in a mapping, or give --sheet'
        raise BadInput([Fault(name, f"such a list on several sheets: {sheets}", "one", guess)])
    best = max(found, key=lambda one: len(one.known))
    where = best.table.place(best.row) if best.known else name
    heads = ", ".join(text for text in best.table.texts(best.row) if text)[:200]
    guess = "a heading has another name: say which in a mapping, under [columns]"
    words = heads or "nothing that looks like headings"
    raise BadInput([Fault(where, words, f"a heading for {best.missing}", guess)])
