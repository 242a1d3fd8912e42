"""Numbers of law and agreement that ship beside the code, each table with its first day."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache(maxsize=64)
def table(name: str, when: date) -> dict[str, Any]:
    """Return the newest table of a file that holds on a date; the oldest before all of them."""
    text = (resources.files("rostering.domain") / f"{name}.toml").read_text(encoding="utf-8")
    tables: list[dict[str, Any]] = tomllib.loads(text)["tables"]
    held = [one for one in tables if one["valid_from"] <= when] or tables[:1]
    return max(held, key=lambda one: one["valid_from"])
