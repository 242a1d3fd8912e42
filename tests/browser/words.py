"""What the screens say, from the same catalogues, so that a better sentence breaks no test."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all texts of a language."""
    found: dict[str, str] = {}
    own = sorted((ROOT / "api/texts" / language).glob("*.toml"))
    for file in (ROOT / f"rostering/texts/{language}.toml", *own):
        found |= tomllib.loads(file.read_text("utf-8"))
    return found


class Words:
    """The texts of one language."""

    def __init__(self, language: str = "nb") -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its gaps filled; one of something has a text of its own."""
        texts = catalogue(self.language)
        singular = f"{key}.one"
        text = texts[singular if values.get("count") == 1 and singular in texts else key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def like(self, key: str, **values: object) -> re.Pattern[str]:
        """Return what a text looks like, whatever its unfilled gaps hold."""
        parts = re.split(r"\{\w+\}", self(key, **values))
        return re.compile(".*".join(re.escape(part) for part in parts))
