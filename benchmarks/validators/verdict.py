"""What a validator says: cost by part and hard rules broken, or why a file cannot be judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class Unusable(Exception):
    """A file that cannot be judged: where, what was found, what was needed."""

    def __init__(self, where: str | Path, found: str, needed: str) -> None:
        self.where, self.found, self.needed = str(where), found, needed
        super().__init__(f"{where}: found {found}; needed {needed}.")


@dataclass(frozen=True, slots=True)
class Breach:
    """One hard rule broken once; ``text`` says by whom and when."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Cost of each part (those of cost zero too) and every breach of a hard rule."""

    parts: dict[str, int]
    breaches: tuple[Breach, ...] = ()

    @property
    def total(self) -> int:
        """Sum of the parts."""
        return sum(self.parts.values())

    @property
    def broken(self) -> dict[str, int]:
        """How often each hard rule is broken, those that are kept left out."""
        return dict(Counter(breach.rule for breach in self.breaches))


def read_text(path: Path) -> str:
    """Return a file's text, or say plainly that there is none."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise Unusable(path, f"no readable file ({reason})", "a text file") from error


def known(where: str, what: str, name: str, names: Iterable[str]) -> str:
    """Return a name that is in use, or say what the names are."""
    names = tuple(names)
    if name not in names:
        shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
        raise Unusable(where, f"unknown {what} {name!r}", f"one of {shown}")
    return name


def parsed(where: str, kind: Callable[[str], T], text: str, needed: str) -> T:
    """Return a text as a number or date, or say what should stand there."""
    try:
        return kind(text.strip())
    except ValueError as error:
        raise Unusable(where, repr(text), needed) from error
