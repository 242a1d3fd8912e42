"""The rostering engine: read a problem, solve it, check it, score it - no web, no database.

>>> from rostering import read_problem, solve, check, score
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.errors import BadInput, HelseturnusError

if TYPE_CHECKING:
    from rostering.check import check
    from rostering.readers import read_problem, read_roster
    from rostering.score import score
    from rostering.solve import solve

__all__ = ["BadInput", "HelseturnusError", "check", "read_problem", "read_roster", "score", "solve"]

_HOMES = {
    "check": "rostering.check",
    "read_problem": "rostering.readers",
    "read_roster": "rostering.readers",
    "score": "rostering.score",
    "solve": "rostering.solve",
}


def __getattr__(name: str) -> object:
    """Import a verb when it is first used, so that reading a file never loads the solver."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rostering' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
