"""Faults of a file in reading order; a person's row is named, what stands in it never is."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rostering.errors import BadInput, Fault

MOST = 500
"""Faults that are told; one more says how many are left."""
_HARMLESS = re.compile(r"[-+]?\d{1,8}([.,]\d{1,6})?|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")


class Faults:
    """Faults gathered while a file is read.

    With ``secret`` no value is ever told: the file has rows about people. Without it numbers and
    dates are, and words are not, for a file may be another one than it is taken for.
    """

    def __init__(self, *, secret: bool = False) -> None:
        self.secret = secret
        self._found: list[tuple[int, int, Fault]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, where: str, found: str, needed: str, maybe: str = "", row: int = 0) -> None:
        """Note a fault; those of lower rows are told first."""
        self._found.append((row, len(self._found), Fault(where, found, needed, maybe)))

    def shown(self, value: str) -> str:
        """Return how a cell's value is told."""
        if not value:
            return "nothing"
        if not self.secret and _HARMLESS.fullmatch(value):
            return repr(value)
        return "a value that is not shown" if self.secret else "text"

    def require_none(self) -> None:
        """Raise ``BadInput`` with the faults, if there are any."""
        if not self._found:
            return
        told = [fault for *_, fault in sorted(self._found, key=lambda found: found[:2])]
        if len(told) > MOST:
            guess = "the first ones explain the rest"
            more = Fault("the rest", f"{len(told) - MOST} faults more", "none", guess)
            told = [*told[:MOST], more]
        raise BadInput(told) from None


def rows_of(mask: np.ndarray) -> Sequence[int]:
    """Return the numbers of the rows that are wrong."""
    found: list[int] = np.flatnonzero(np.asarray(mask, dtype=bool)).tolist()
    return found
