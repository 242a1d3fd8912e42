"""Sentences of reports in bokmål, nynorsk and English, keyed by code: by language."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

from rostering.errors import BadInput, Fault

LANGUAGES = ("nb", "nn", "en")
PARTS = ("", "comparison.", "worth.")
"""What the names of a language's files begin with."""


@lru_cache(maxsize=4)
def sentences(language: str) -> dict[str, str]:
    """Return all sentences of a language by key.

    Raises
    ------
    BadInput
        When there is no such language.
    """
    if language not in LANGUAGES:
        raise BadInput([Fault("language", repr(language), f"one of: {', '.join(LANGUAGES)}")])
    found: dict[str, str] = {}
    for part in PARTS:
        file = resources.files("tasksharing.texts") / f"{part}{language}.toml"
        found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return found


class TaskWords:
    """One language: sentences, numbers and shares."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._known = sentences(language)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its facts filled in, numbers as people write them."""
        return self._known[key].format(**{name: self._shown(v) for name, v in facts.items()})

    def number(self, value: float, decimals: int = 2) -> str:
        """Return ``1,234.5`` or ``1 234,5``, with at most so many decimals."""
        text = f"{value:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = "0" if text == "-0" else text.replace("-", "−")
        if self.language == "en":
            return text
        return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")

    def fte(self, value: float) -> str:
        """Return full-time years with one decimal: ``25.0`` or ``25,0``."""
        text = f"{value:,.1f}"
        if self.language == "en":
            return text
        return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")

    def _shown(self, value: object) -> str:
        return self.number(value) if isinstance(value, (int, float)) else str(value)
