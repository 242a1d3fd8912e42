"""Older files lifted to today's version, one step at a time.

To release version n + 1 of a format: write a pure function from the data of version n to that of
version n + 1, enter it in ``UPGRADERS`` under ``(format, n)``, and put a file of version n into
``tests/readers/released/``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rostering.domain.card import CARD_FORMAT, CARD_VERSION
from rostering.domain.problem import PROBLEM_FORMAT, PROBLEM_VERSION
from rostering.domain.roster import ROSTER_FORMAT, ROSTER_VERSION

Upgrader = Callable[[dict[str, Any]], dict[str, Any]]

CURRENT: dict[str, int] = {
    PROBLEM_FORMAT: PROBLEM_VERSION,
    ROSTER_FORMAT: ROSTER_VERSION,
    CARD_FORMAT: CARD_VERSION,
}
UPGRADERS: dict[tuple[str, int], Upgrader] = {}


def upgraded(
    data: dict[str, Any],
    current: dict[str, int] = CURRENT,
    upgraders: dict[tuple[str, int], Upgrader] = UPGRADERS,
) -> dict[str, Any]:
    """Return the data in the newest version of its format; the given data stay as they are."""
    name = data["format"]
    while data["version"] < current[name]:
        version = data["version"]
        data = {**upgraders[name, version](data), "version": version + 1}
    return data
