"""The book that is being read: data so far, the place of every field, the faults so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rostering.errors import Fault
from rostering.readers.json_path import extend, parent

REFUSED: dict[str, Any] = {}
"""Put where a cell could not be read; no field takes an object there, so nothing slips by."""


class Book:
    """Raw data of a problem, and where in the workbook each part of it stands.

    ``faults`` holds pairs of JSON path and fault; what is missing or wrong under a ``silent``
    path follows from a fault that is told elsewhere.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.data: dict[str, Any] = {}
        self.faults: list[tuple[str, Fault]] = []
        self.silent: list[str] = []
        self._places: dict[str, str] = {}

    def mark(self, path: str, place: str) -> None:
        """Remember where the field at a path stands; the first place told stays."""
        self._places.setdefault(path, place)

    def locate(self, path: str) -> str:
        """Return the sheet, row and column of a path, or of what it lies in."""
        while path:
            if path in self._places:
                return self._places[path]
            path = parent(path)
        return f"the workbook {self.name}"

    def refuse(self, path: str, where: str, words: Iterable[str]) -> None:
        """Note a fault: found, needed and, if there is one, the guess."""
        self.faults.append((path, Fault(where, *words)))


def put(entry: dict[str, Any], key: str, value: object) -> None:
    """Set a field of an entry; ``a.b`` is the field ``b`` of the object ``a``."""
    *above, last = key.split(".")
    for name in above:
        entry = entry.setdefault(name, {})
    entry[last] = value


def field_path(path: str, key: str) -> str:
    """Return the JSON path of a field of an entry."""
    for step in key.split("."):
        path = extend(path, step)
    return path
