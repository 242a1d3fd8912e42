"""What the service and its screens say, in Norwegian bokmål, nynorsk and English."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

LANGUAGES = ("nb", "nn", "en")


@lru_cache(maxsize=4)
def sentences(language: str) -> dict[str, str]:
    """Return all sentences of a language by key: the engine's and the service's own."""
    found: dict[str, str] = {}
    engine = resources.files("rostering.texts") / f"{language}.toml"
    own = (resources.files("api.texts") / language).iterdir()
    for file in (engine, *sorted(own, key=lambda file: file.name)):
        found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def say(language: str, key: str, **facts: object) -> str:
    """Return a sentence with its facts filled in; the singular where ``count`` is 1.

    Raises
    ------
    KeyError
        When the language lacks the key (a test keeps the languages complete).
    """
    known = sentences(language if language in LANGUAGES else "nb")
    if facts.get("count") == 1 and f"{key}.one" in known:
        key = f"{key}.one"
    return known[key].format(**facts)
