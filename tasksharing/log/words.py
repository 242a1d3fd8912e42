"""Names as people write them in lists: ids, or a name in any of the three languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rostering.readers import guesses
from rostering.readers.workbook.cells import Cell, Unreadable, text
from tasksharing.domain.groups import StaffGroup
from tasksharing.domain.tasks import Task
from tasksharing.log.page import bare

INVENTED = ("oppdiktet", "oppdikta", "invented")


def named(kind: str, known: Iterable[Task] | Iterable[StaffGroup]) -> Callable[[Cell], str]:
    """Return a reader of the id or the name of a task or group."""
    meant: dict[str, str] = {}
    for one in known:
        for spelling in (one.id, *one.name.all):
            meant.setdefault(bare(spelling), one.id)

    def read(cell: Cell) -> str:
        written = text(cell)
        if bare(written) not in meant:
            listed = ", ".join(dict.fromkeys(meant.values()))
            close = guesses.close(bare(written), meant)
            guess = f"{meant[close]!r} is meant" if close else f"the {kind} is new: add it first"
            raise Unreadable(f"a known {kind}, one of: {listed}", guess)
        return meant[bare(written)]

    return read


def is_invented(title: str) -> bool:
    """Return whether a title says that what stands below it was made up."""
    return any(word in title.casefold() for word in INVENTED)
