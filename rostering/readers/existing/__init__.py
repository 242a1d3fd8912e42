"""Rosters as units have them today: read with a mapping of the unit, or with one proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.readers.existing.assemble import Source, assemble
from rostering.readers.existing.codes import Codes
from rostering.readers.existing.contents import contents
from rostering.readers.existing.detect import Proposal, propose
from rostering.readers.existing.files import decoded, encoding_of, likely_delimiter, tables
from rostering.readers.existing.layouts import Layout
from rostering.readers.existing.mapping import Mapping, read_mapping
from rostering.readers.existing.mapping_text import mapping_text
from rostering.readers.existing.matrix import with_demand
from rostering.readers.existing.paid_as import not_paid_as
from rostering.readers.existing.people import staff
from rostering.readers.existing.percents import settle_percents, without_percent
from rostering.readers.existing.read import read_table
from rostering.readers.existing.table import Table
from rostering.readers.source import SourceKind, kind, load

__all__ = [
    "Imported",
    "Layout",
    "Mapping",
    "Proposal",
    "import_roster",
    "import_staffing",
    "mapping_text",
    "propose_mapping",
    "read_mapping",
]


@dataclass(frozen=True, slots=True)
class Imported:
    """A ward, its roster, and what a reader of the file should know.

    ``notes`` tell of every row and column that was not read and of vacant lines; ``same_ward``
    is true when the ward that was given needed no change.
    """

    problem: Problem
    roster: Roster
    notes: tuple[str, ...]
    same_ward: bool


def propose_mapping(
    path: str | Path, ward: Problem | None = None, *, staffing: bool = False
) -> Proposal:
    """Return a mapping for a file that has none, and the questions that it leaves.

    With ``staffing`` a staffing plan is looked for, and no roster.

    Raises
    ------
    BadInput
        When the file cannot be read or has none of the four layouts.
    """
    file = Path(path)
    data = load(file)
    text = ("", "")
    if kind(file, data) is not SourceKind.WORKBOOK:
        encoding = encoding_of(data)
        text = (encoding, likely_delimiter(decoded(data, file.name, encoding)))
    return propose(tables(file, *text), file, text, ward, staffing=staffing)


def import_roster(path: str | Path, mapping: Mapping, ward: Problem | None = None) -> Imported:
    """Return the roster in a file, and its ward.

    Parameters
    ----------
    path
        An .xlsx or .csv file of the layouts *dates*, *weeks* or *list*.
    mapping
        How the file is to be read.
    ward
        The ward that people and codes are matched to; None makes one of the roster.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong or must be asked about.
    """
    file = Path(path)
    table = _table(tables(file, mapping.encoding, mapping.delimiter), mapping, file)
    if mapping.layout is Layout.MATRIX:
        guess = "give the ward with --ward, or the roster as FILE and this as --demand"
        plan = "a staffing plan, in which nobody's roster stands"
        raise BadInput([Fault(file.name, plan, "a roster", guess)])
    said = read_table(table, mapping)
    codes = Codes(mapping.codes, ward.shifts if ward else ())
    settle_percents(said)
    who = staff(said, mapping, ward)
    if ward is None:
        said.faults += without_percent(said, mapping, who)
        said.notes += not_paid_as(said, mapping, who)
    cells = contents(said, mapping, codes)
    problem, roster = assemble(Source(said, mapping, who, codes, cells), ward)
    notes = (*said.notes, *who.notes, *cells.notes)
    return Imported(problem, roster, notes, problem == ward)


def import_staffing(path: str | Path, mapping: Mapping, ward: Problem) -> Problem:
    """Return a ward with the demand of a staffing plan (layout *matrix*) in it.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    file = Path(path)
    table = _table(tables(file, mapping.encoding, mapping.delimiter), mapping, file)
    return with_demand(table, mapping, ward)


def _table(found: Sequence[Table], mapping: Mapping, file: Path) -> Table:
    """Return the sheet that the mapping names, or the first one."""
    for table in found:
        if not mapping.sheet or table.sheet in {"", mapping.sheet}:
            return table
    listed = ", ".join(table.sheet for table in found)
    fault = Fault(file.name, f"no sheet {mapping.sheet!r}", f"one of: {listed}")
    raise BadInput([fault])
