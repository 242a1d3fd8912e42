"""Which row holds the headings of a list, and which column is which field."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.errors import Fault
from rostering.readers import guesses
from rostering.readers.existing.table import Table
from rostering.readers.lists import vocabulary
from rostering.readers.lists.mapping import Mapping
from rostering.readers.lists.vocabulary import ListKind

SEARCHED_ROWS = 30
WEEKDAY_FIELDS = tuple(f"weekday {number}" for number in range(1, 8))


@dataclass(frozen=True)
class Found:
    """The likeliest heading row of a table; ``missing`` tells what no column was found for."""

    table: Table
    row: int
    known: dict[int, str]
    missing: str


def field_faults(kind: ListKind, mapping: Mapping) -> list[Fault]:
    """Return a fault for each column of the mapping that no list of the kind has."""
    known = (*vocabulary.fields(kind), *(WEEKDAY_FIELDS if kind == "plan" else ()))
    needed = f"one of: {', '.join(known)}"
    return [
        Fault(f"the mapping, columns.{n}", "an unknown field", needed, guesses.spelling(n, known))
        for n in mapping.columns
        if n not in known
    ]


def find_headings(table: Table, kind: ListKind, mapping: Mapping) -> Found:
    """Return the row with the most known headings among the first thirty, or the mapping's."""
    if mapping.heading_row is not None:
        rows = [mapping.heading_row]
    else:
        rows = [n for n in table.numbers() if n <= SEARCHED_ROWS] or [1]
    best = max(rows, key=lambda row: len(_known(table, row, kind, mapping)))
    known = _known(table, best, kind, mapping)
    return Found(table, best, known, _missing(kind, set(known.values())))


def columns_of(
    found: Found, kind: ListKind, mapping: Mapping
) -> tuple[dict[str, int], list[str], list[Fault]]:
    """Return column numbers by field, headings that are not read, and faults."""
    columns: dict[str, int] = {}
    left: list[str] = []
    faults = _absent(found, mapping)
    for column in range(1, found.table.width + 1):
        text, where = found.table.text(found.row, column), found.table.place(found.row, column)
        name = found.known.get(column, "")
        if name in columns:
            first = found.table.text(found.row, columns[name])
            guess = "one of the two is another thing: name it under ignore in a mapping"
            faults.append(Fault(where, f"{text!r} beside {first!r}", f"one column: {name}", guess))
        elif name:
            columns[name] = column
        elif _ignored(text, kind, mapping):
            left.append(text)
        elif text:
            faults.append(_unknown(where, text, kind))
        elif value := _stray(found, column):
            guess = "the heading was deleted, or the value is a note"
            faults.append(Fault(where, f"no heading above {value!r}", "a heading", guess))
    return columns, left, faults


def _known(table: Table, row: int, kind: ListKind, mapping: Mapping) -> dict[int, str]:
    own = {vocabulary.bare(heading): name for name, heading in mapping.columns.items()}
    ignored = {vocabulary.bare(heading) for heading in mapping.ignore}
    known: dict[int, str] = {}
    for column, text in enumerate(table.texts(row), 1):
        plain = vocabulary.bare(text)
        if plain in own:
            known[column] = own[plain]
        elif plain and plain not in ignored:
            known[column] = _field(kind, text, mapping)
    return {column: name for column, name in known.items() if name}


def _field(kind: ListKind, text: str, mapping: Mapping) -> str:
    """Return the field of a heading, unless the mapping has named another column for it."""
    name = vocabulary.field(kind, text)
    if not name and kind == "plan" and (weekday := vocabulary.weekday(text)):
        name = WEEKDAY_FIELDS[weekday - 1]
    return "" if name in mapping.columns else name


def _missing(kind: ListKind, known: set[str]) -> str:
    """Return in words what a list must have and has not."""
    parts = []
    if kind != "plan" and not known & {"id", "name"} and not known >= {"first_name", "last_name"}:
        parts.append("the person (Id or Navn)")
    if kind == "staff" and not known - {"id", "name", "first_name", "last_name", "first", "last"}:
        parts.append("something about the person, such as Stillingsprosent")
    if kind == "wishes" and "dates" not in known:
        parts.append("the date (Dato)")
    if kind == "wishes" and not known & {"wish", "shifts", "kinds"}:
        parts.append("the wish (Ønske or Vakt)")
    if kind == "plan" and "shifts" not in known:
        parts.append("the shift code (Vakt)")
    if kind == "plan" and not known & {"target", "minimum", *WEEKDAY_FIELDS}:
        parts.append("the numbers (Mål, Minimum, or Mandag to Søndag)")
    return " and ".join(parts)


def _absent(found: Found, mapping: Mapping) -> list[Fault]:
    """Return a fault for each column of the mapping that is not in the list."""
    faults = []
    texts = {vocabulary.bare(text) for text in found.table.texts(found.row)}
    where = found.table.place(found.row)
    for name, heading in mapping.columns.items():
        if vocabulary.bare(heading) not in texts:
            needed = f"the heading {heading!r}, which the mapping names for {name}"
            faults.append(Fault(where, "no such heading", needed, "the list has a new heading"))
    return faults


def _ignored(text: str, kind: ListKind, mapping: Mapping) -> bool:
    plain = vocabulary.bare(text)
    named = {vocabulary.bare(heading) for heading in mapping.ignore}
    return bool(plain) and (plain in named or vocabulary.is_unread(kind, text))


def _unknown(where: str, text: str, kind: ListKind) -> Fault:
    usual = ", ".join(vocabulary.headings(kind, name)[0] for name in vocabulary.fields(kind))
    meant = guesses.spelling(text, vocabulary.all_headings(kind))
    guess = "it is not needed: name it under ignore in a mapping, or give --ignore"
    guess = f"{meant}, or {guess}" if meant else guess
    return Fault(where, f"an unknown heading {text!r}", f"one of: {usual}", guess)


def _stray(found: Found, column: int) -> str:
    rows = (n for n in found.table.numbers() if n > found.row)
    return next((text for n in rows if (text := found.table.text(n, column))), "")
