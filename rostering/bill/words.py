"""Bills in words: money, hours and names in one language."""

from __future__ import annotations

import re
from datetime import date

from rostering.texts import Catalogue

_SPACE = "\N{NO-BREAK SPACE}"
_NAMED = ("zone", "calendar")
_WORD = re.compile(r"[a-z_]+")


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

    def value(self, name: str, value: str) -> str:
        """Return a value of the wage table as people say it: numbers, kinds, groups, yes or no."""
        if name == "fallback_group":
            return self.group(value)
        if name in _NAMED or name.endswith(("_window", "_days")):
            return value
        if value[:1].isdigit():
            return self.percent(value)
        return _WORD.sub(lambda found: self._word(found[0]), value.replace("+", " + "))

    def group(self, group: str) -> str:
        """Return a staff group's name; one that the shipped table does not know as it is."""
        return self.say(f"group.{group}") if self._knows(f"group.{group}") else group

    def _word(self, word: str) -> str:
        if self._knows(f"set.{word}"):
            return self.say(f"set.{word}")
        told = self.say(f"kind.{word}") if self._knows(f"kind.{word}") else word
        return told[:1].lower() + told[1:]

    def _knows(self, key: str) -> bool:
        return self._texts.knows(f"bill.{key}")

    def key(self, key: str) -> str:
        """Return the name of a kind of hours, an on-cost, or of ``kind.part``."""
        kind, _, part = key.partition(".")
        if part:
            return f"{self.say(f'kind.{kind}')}: {self.say(f'part.{part}')}"
        return self.say(f"{'kind' if self._knows(f'kind.{kind}') else 'part'}.{kind}")
