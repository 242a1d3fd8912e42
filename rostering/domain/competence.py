"""What people can do, and what a shift or a demand row asks for."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import Field

from rostering.domain.fields import Code, Model


class Competence(Model):
    """A profession, course or delegation that demand may ask for."""

    code: Code
    name: str = ""


class CompetenceNeed(Model):
    """All of the first and, unless empty, at least one of the second."""

    all_of: tuple[Code, ...] = ()
    any_of: tuple[Code, ...] = ()

    def met_by(self, held: Collection[str]) -> bool:
        """Return whether the held competence codes are enough."""
        if any(code not in held for code in self.all_of):
            return False
        return not self.any_of or any(code in held for code in self.any_of)

    @property
    def codes(self) -> tuple[str, ...]:
        """Every competence code that is named."""
        return self.all_of + self.any_of

    def __str__(self) -> str:
        """Return the need in words."""
        parts = list(self.all_of)
        if self.any_of:
            parts.append(" or ".join(self.any_of))
        return " and ".join(parts) or "anyone"


ANYONE = CompetenceNeed()
NEED = Field(default=ANYONE)
