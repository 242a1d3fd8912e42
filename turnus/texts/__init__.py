"""What the command line itself says, in Norwegian bokmål, nynorsk and English."""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from functools import lru_cache
from importlib import resources

LANGUAGES = ("nb", "nn", "en")


@lru_cache(maxsize=4)
def sentences(language: str) -> dict[str, str]:
    """Return all sentences of a language by key."""
    file = resources.files("turnus.texts") / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


class Words:
    """One language: sentences, numbers, dates and shares."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._known = sentences(language)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence with its facts filled in: numbers and dates as people write them.

        A sentence with a singular (``KEY.one``) takes it when its ``count`` is 1.
        """
        if facts.get("count") == 1 and self.knows(f"{key}.one"):
            key = f"{key}.one"
        return self._known[key].format(**{name: self.shown(v) for name, v in facts.items()})

    def knows(self, key: str) -> bool:
        """Return whether there is a sentence for a key."""
        return key in self._known

    def shown(self, value: object) -> str:
        """Return a value as text."""
        if isinstance(value, dt.date):
            return self.date(value)
        return self.number(value) if isinstance(value, (int, float)) else str(value)

    def number(self, value: float) -> str:
        """Return ``157,335`` or ``157 335``, with at most two decimals."""
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        if self.language == "en":
            return text
        return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")

    def share(self, part: float) -> str:
        """Return a share in percent, never a whole 100 or 0 that is not quite that."""
        percent = min(99.9, math.ceil(part * 1000) / 10) if 0 < part < 1 else part * 100
        return f"{self.number(float(percent))} %"

    def date(self, day: dt.date) -> str:
        """Return ``2027-02-15`` or ``15.02.2027``."""
        return day.isoformat() if self.language == "en" else f"{day:%d.%m.%Y}"

    def short_date(self, day: dt.date) -> str:
        """Return weekday, day and month: ``Mo 15 Feb`` or ``ma. 15.2.``."""
        if self.language == "en":
            return f"{self.weekday(day)} {day.day} {self.month(day)}"
        return f"{self.weekday(day)} {day.day}.{day.month}."

    def weekday(self, day: dt.date) -> str:
        """Return two letters for a weekday."""
        return self._known["calendar.weekdays"].split()[day.weekday()]

    def month(self, day: dt.date) -> str:
        """Return a month's short name."""
        return self._known["calendar.months"].split()[day.month - 1]
