"""Sentences that are kept with data, in the three languages at once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources

from pydantic import Field

from tasksharing.domain.names import Name

LANGUAGES = ("nb", "nn", "en")
_FILE = "sentences.toml"


class Told(Name):
    """Something told in the three languages, as long as it needs to be."""

    nb: str = Field(min_length=1)


@lru_cache(maxsize=8)
def sentences(package: str) -> dict[str, dict[str, str]]:
    """Return the sentences of a package: by key, then by language."""
    return tomllib.loads((resources.files(package) / _FILE).read_text("utf-8"))


def told(package: str, key: str, **facts: object) -> Told:
    """Return a sentence of a package with its facts filled in, names in each language."""
    known = sentences(package)[key]
    said = {
        language: known[language].format(**{n: _shown(f, language) for n, f in facts.items()})
        for language in LANGUAGES
    }
    return Told(**said)


def _shown(fact: object, language: str) -> str:
    if isinstance(fact, Name):
        return fact.told(language)
    if isinstance(fact, (int, float)):
        return _number(float(fact), language)
    return str(fact)


def _number(value: float, language: str) -> str:
    """Return ``1,234.5`` or ``1 234,5``, with two decimals at most."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".").replace("-", "−")
    if language == "en":
        return text
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
