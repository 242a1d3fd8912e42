"""Sentences in Norwegian bokmål, nynorsk and English, keyed by code: one file a language."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib import resources

from rostering.errors import BadInput, Fault

LANGUAGES = ("nb", "nn", "en")
_COUNTS = ("count", "length", "duties", "free", "worked")
_WORDY_FACTS = ("needed", "pattern")
_MINUTE_FACTS = ("rest", "least", "block", "total", "most", "planned", "wanted", "low", "high")


@lru_cache(maxsize=8)
def _sentences(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        raise BadInput([Fault("language", repr(language), f"one of: {', '.join(LANGUAGES)}")])
    file = resources.files("rostering.texts") / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


class Catalogue:
    """The sentences of one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._known = _sentences(language)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its facts filled in; minutes are written as hours.

        A sentence with a singular (``KEY.one``) takes it when the number that it counts is 1.

        Raises
        ------
        KeyError
            When the language lacks the key (a test keeps the languages complete).
        """
        if f"{key}.one" in self._known and any(facts.get(name) == 1 for name in _COUNTS):
            key = f"{key}.one"
        return self._known[key].format(**{name: self._shown(name, v) for name, v in facts.items()})

    def keys(self) -> frozenset[str]:
        """Return all keys."""
        return frozenset(self._known)

    def knows(self, key: str) -> bool:
        """Return whether there is a sentence for a key."""
        return key in self._known

    def _shown(self, name: str, value: object) -> str:
        if isinstance(value, date):
            return value.isoformat() if self.language == "en" else f"{value:%d.%m.%Y}"
        if name in _MINUTE_FACTS and isinstance(value, int):
            return hours(value, self.language)
        words = str(value).split(" ") if name in _WORDY_FACTS else [str(value)]
        return " ".join(self._known.get(f"word.{word}", word) for word in words)


def hours(minutes: int, language: str = "en") -> str:
    """Return minutes as hours: ``9.25 h`` or ``9,25 t``."""
    shown = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    return f"{shown} h" if language == "en" else f"{shown.replace('.', ',')} t"
