"""Which group of the wage table a person is paid as, by the profession in the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rostering.domain.problem import Problem
from rostering.readers.existing.found import Found, LineText
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.people import Staff
from rostering.readers.existing.table import joined
from rostering.wages.load import shipped

_TABLE: str = Problem.model_fields["wages"].default


def paid_as(lines: list[LineText], mapping: Mapping) -> str:
    """Return the first profession on a person's lines that the wage table has a group for.

    ``groups`` of the mapping goes first; empty when the table knows none of the words.
    """
    for word in (word for line in lines for word in line.competences):
        wanted = mapping.groups.get(word) or mapping.competences.get(word, "")
        for name in (wanted, word):
            if name.casefold() in _names():
                return name.casefold()
        if word in mapping.groups:
            return mapping.groups[word]
    return ""


def not_paid_as(found: Found, mapping: Mapping, staff: Staff) -> Iterator[str]:
    """Yield one note of those whom a bill will pay as the wage table's lowest group."""
    without = [lines for lines in staff.lines.values() if not paid_as(lines, mapping)]
    if not without:
        return
    names = joined(lines[0].name for lines in without)
    words = dict.fromkeys(word for lines in without for n in lines for word in n.competences)
    some = next(iter(words), "Spl.")
    seen = f" ({joined(words)})" if words else ""
    yield (
        f"{found.table.place(mapping.header_row)}: no group of the wage table for {names}{seen}:"
        f" a bill pays them as the table's lowest group. Groups: {joined(sorted(_names()))};"
        f' write under [groups] in the mapping, such as "{some}" = "sykepleier".'
    )


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Return every name of a group, as wards write it."""
    return frozenset(name for table in shipped(_TABLE).chain for name in table.groups)
