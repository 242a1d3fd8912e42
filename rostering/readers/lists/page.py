"""One list as rows of named cells: its sheet, its heading row, what each column is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rostering.errors import BadInput, Fault
from rostering.readers.existing.files import tables
from rostering.readers.existing.table import Raw, Table
from rostering.readers.lists import vocabulary
from rostering.readers.lists.headings import Found, columns_of, field_faults, find_headings
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.rows import Row, Rows
from rostering.readers.lists.vocabulary import ListKind


@dataclass
class Page(Rows):
    """A list that is being read. ``left`` are the headings and rows that are not read."""

    kind: ListKind
    left: list[str] = field(default_factory=list)

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


@dataclass(frozen=True)
class Entry(Row):
    """A row of a list."""

    page: Page


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
    return Page(found.table, found.row, columns, kind, left)


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
