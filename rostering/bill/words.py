"""Bills in words: money, hours and names in one language."""

from __future__ import annotations

from datetime import date

from rostering.texts import Catalogue

_SPACE = "\N{NO-BREAK SPACE}"


class BillWords:
    """One language of the bill's tables."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._texts = Catalogue(language)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of the bill."""
        return self._texts.say(f"bill.{key}", **facts)

    def nok(self, ore: int) -> str:
        """Return øre as NOK: ``1,234.50`` or ``1 234,50``; a true minus before what is less."""
        text = f"{abs(ore) // 100:,}.{abs(ore) % 100:02d}"
        if self.language != "en":
            text = text.replace(",", _SPACE).replace(".", ",")
        return f"−{text}" if ore < 0 else text

    def more(self, ore: int) -> str:
        """Return a change in NOK with its sign."""
        return f"+{self.nok(ore)}" if ore > 0 else self.nok(ore)

    def hours(self, minutes: int) -> str:
        """Return minutes as hours with two decimals."""
        text = f"{minutes / 60:.2f}"
        return text if self.language == "en" else text.replace(".", ",")

    def date(self, day: date) -> str:
        """Return ``2027-02-15`` or ``15.02.2027``."""
        return day.isoformat() if self.language == "en" else f"{day:%d.%m.%Y}"

    def percent(self, written: str) -> str:
        """Return a percentage as the language writes it."""
        return written if self.language == "en" else written.replace(".", ",")

    def key(self, key: str) -> str:
        """Return the name of a kind of hours, an on-cost, or of ``kind.part``."""
        kind, _, part = key.partition(".")
        if part:
            return f"{self.say(f'kind.{kind}')}: {self.say(f'part.{part}')}"
        known = f"bill.kind.{kind}" in self._texts.keys()  # noqa: SIM118 - a method, no dict
        return self.say(f"{'kind' if known else 'part'}.{kind}")
