"""Documents as they lie in the database: packed JSON, read once and kept for the next request."""

from __future__ import annotations

import zlib
from functools import lru_cache

from rostering.domain.canonical import canonical_json
from rostering.domain.fields import Model
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster


def packed(document: Model) -> bytes:
    """Return a document's canonical JSON, packed."""
    return zlib.compress(canonical_json(document).encode(), level=6)


def unpacked(document: bytes) -> bytes:
    """Return a packed document's JSON."""
    return zlib.decompress(document)


@lru_cache(maxsize=64)
def problem_of(document: bytes) -> Problem:
    """Return the problem in a packed document; it is frozen, so all requests share it."""
    return Problem.model_validate_json(zlib.decompress(document))


@lru_cache(maxsize=64)
def roster_of(document: bytes) -> Roster:
    """Return the roster in a packed document; it is frozen, so all requests share it."""
    return Roster.model_validate_json(zlib.decompress(document))
