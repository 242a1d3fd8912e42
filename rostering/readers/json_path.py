"""Paths into JSON as people write them: ``people[3].positions[0].percent``."""

from __future__ import annotations

import re
from collections.abc import Sequence

TOP = "the top level"
_PLAIN = re.compile(r"^[^\W\d][\w-]{0,63}$")
_LAST = re.compile(r"(\.[^.\[\]\"]+|\[[^\[\]]*\]|^[^.\[\]]+)$")


def extend(path: str, step: str | int) -> str:
    """Return the path one step further down: a list index or a field name."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    if not _PLAIN.match(step):
        shown = step.encode("unicode_escape").decode("ascii").replace("[", "(").replace("]", ")")
        return f'{path}["{shown[:40]}"]'
    return f"{path}.{step}" if path else step


def json_path(steps: Sequence[str | int]) -> str:
    """Return the path of a chain of steps; ``the top level`` for none."""
    path = ""
    for step in steps:
        path = extend(path, step)
    return path or TOP


def parent(path: str) -> str:
    """Return the path one step further up, empty at the top."""
    return _LAST.sub("", path) if _LAST.search(path) else ""


def inside(path: str, outer: str) -> bool:
    """Return whether a path is ``outer`` or lies somewhere under it."""
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))
