"""A name in the three languages."""

from __future__ import annotations

from pydantic import Field

from rostering.domain.fields import Code, Model


class Name(Model):
    """What something is called; a unit's own task may have one name for all."""

    nb: str = Field(min_length=1, max_length=200)
    nn: str = ""
    en: str = ""

    def told(self, language: str) -> str:
        """Return the name in a language, bokmål where it has none."""
        found = {"nn": self.nn, "en": self.en}.get(language, self.nb)
        return found or self.nb

    @property
    def all(self) -> tuple[str, ...]:
        """Every spelling that there is."""
        return tuple(dict.fromkeys(text for text in (self.nb, self.nn, self.en) if text))


class CatalogueCompetence(Model):
    """A competence that tasks may ask for, with its name."""

    code: Code
    name: Name
