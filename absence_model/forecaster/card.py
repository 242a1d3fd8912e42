"""The model card, made of what the fit measured: as sections for a screen, and as Markdown."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from absence_model.forecaster.drift import THRESHOLDS
from absence_model.forecaster.floor import floor
from absence_model.forecaster.told import CardFacts, Quality

LANGUAGES = ("nb", "nn", "en")
SHIFTS = (5, 12, 40)
"""Shifts a day for which the card tells how near any forecast can come."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the card: sentences, then rows of a table whose first are the heads."""

    title: str
    sentences: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=4)
def _words(language: str) -> dict[str, str]:
    name = f"{language if language in LANGUAGES else 'nb'}.toml"
    file = resources.files("absence_model.forecaster.texts") / name
    return tomllib.loads(file.read_text(encoding="utf-8"))


def title(language: str) -> str:
    """Return the card's title."""
    return _words(language)["title"]


def method(name: str, language: str) -> str:
    """Return a method's name in words."""
    return _words(language).get(f"method.{name}", name)


def said(key: str, language: str, **told: object) -> str:
    """Return one of the card's words."""
    return _words(language)[key].format(**told)


def dated(day: dt.date, language: str) -> str:
    """Return a date as it is written in a language."""
    return day.isoformat() if language == "en" else f"{day:%d.%m.%Y}"


def sections(facts: CardFacts, language: str = "en") -> tuple[Section, ...]:
    """Return the parts of the card in a language."""
    words = _Say(language)
    return (
        Section(words("purpose"), words.lines("purpose")),
        Section(words("not_for"), words.lines("not_for")),
        Section(words("data"), _data(facts, words), _cleaned(facts, words)),
        Section(words("method"), words.lines("method")),
        Section(words("quality"), _judged(facts, words), _quality(facts.quality, words)),
        Section(words("limits"), _limits(facts, words), _floors(facts, words)),
        Section(words("watch"), _watch(words)),
        Section(words("identity"), (), _identity(facts, words)),
    )


def markdown(facts: CardFacts, language: str = "en") -> str:
    """Return the card as Markdown."""
    parts = [f"# {title(language)}"]
    for section in sections(facts, language):
        parts.append(f"## {section.title}")
        parts += section.sentences
        if section.rows:
            head, *rows = section.rows
            lines = [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)]
            parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


class _Say:
    """Sentences and numbers of one language."""

    def __init__(self, language: str) -> None:
        self.words, self.language = _words(language), language

    def __call__(self, key: str, **told: object) -> str:
        return self.words[key].format(**told)

    def lines(self, key: str, **told: object) -> tuple[str, ...]:
        found: list[str] = []
        while f"{key}.{len(found) + 1}" in self.words:
            found.append(self(f"{key}.{len(found) + 1}", **told))
        return tuple(found)

    def number(self, value: float | None, decimals: int = 2) -> str:
        if value is None:
            return "–"
        text = f"{value:.{decimals}f}"
        return text if self.language == "en" else text.replace(".", ",")

    def percent(self, value: float | None, decimals: int = 0) -> str:
        return "–" if value is None else f"{self.number(100 * value, decimals)} %"

    def date(self, day: dt.date) -> str:
        return dated(day, self.language)

    def method(self, name: str) -> str:
        return self.words.get(f"method.{name}", name)


def _data(facts: CardFacts, say: _Say) -> tuple[str, ...]:
    lines = [
        say(
            "data.span",
            source=facts.source,
            units=facts.units,
            first=say.date(facts.first),
            last=say.date(facts.last),
            days=facts.days,
            missing=facts.missing,
        ),
        say("data.mean", absent=say.number(facts.absent), planned=say.number(facts.planned, 1)),
        say(f"data.measure.{facts.measure}"),
        say("data.persons"),
    ]
    if facts.influenza:
        lines.insert(3, say("data.influenza", file=facts.influenza))
    return tuple(lines)


def _cleaned(facts: CardFacts, say: _Say) -> tuple[tuple[str, ...], ...]:
    rows = [
        (say.words.get(f"cleaned.{why}", why), str(count))
        for why, count in sorted(facts.cleaned.items())
        if count
    ]
    return ((say("cleaned"), say("rows")), *rows) if rows else ()


def _judged(facts: CardFacts, say: _Say) -> tuple[str, ...]:
    if facts.short:
        return (say("quality.short", naive=say.method(facts.naive)),)
    return say.lines("quality")


def _quality(quality: Sequence[Quality], say: _Say) -> tuple[tuple[str, ...], ...]:
    heads = ("horizon", "champion", "naive", "skill", "error", "coverage", "days")
    return (
        tuple(say(f"head.{head}") for head in heads),
        *(
            (
                str(one.horizon),
                say.method(one.champion),
                say.method(one.naive),
                _skill(one, say),
                f"{say.number(one.mae)} / {say.number(one.naive_mae)}",
                f"{say.percent(one.coverage_80)} / {say.percent(one.coverage_90)}",
                str(one.days),
            )
            for one in quality
        ),
    )


def _skill(one: Quality, say: _Say) -> str:
    if one.skill is None:
        return "–"
    told = say.percent(one.skill, 1)
    if one.skill_low is None or one.skill_high is None:
        return told
    between = ", " if say.language == "en" else "; "  # a decimal comma needs another sign
    ends = between.join(say.percent(end, 1) for end in (one.skill_low, one.skill_high))
    return f"{told} [{ends}]"


def _limits(facts: CardFacts, say: _Say) -> tuple[str, ...]:
    own = floor(facts.absent, facts.dispersion)
    told = {
        "phi": say.number(facts.dispersion),
        "absent": say.number(facts.absent),
        "floor": say.percent(own),
    }
    return say.lines("limits", **told)


def _floors(facts: CardFacts, say: _Say) -> tuple[tuple[str, ...], ...]:
    share = facts.absent / facts.planned if facts.planned > 0 else 0.03
    rows = []
    for shifts in SHIFTS:
        for days in (1, 7, 30):
            mean = shifts * days * share
            rows.append(
                (
                    say("floor.day" if days == 1 else "floor.place", shifts=shifts, days=days),
                    say.number(mean, 1),
                    say.percent(floor(mean, facts.dispersion)),
                )
            )
    return ((say("head.place"), say("head.mean"), say("head.floor")), *rows)


def _watch(say: _Say) -> tuple[str, ...]:
    limits = THRESHOLDS
    return say.lines(
        "watch",
        window=limits.window,
        fewest=limits.fewest,
        low=say.number(limits.ratio_low, 1),
        high=say.number(limits.ratio_high, 1),
        coverage=say.percent(limits.coverage_low),
        skill=say.percent(-limits.skill_low),
        chance=say.number(limits.chance, 1),
    )


def _identity(facts: CardFacts, say: _Say) -> tuple[tuple[str, ...], ...]:
    rows = [
        (say("identity.model"), facts.model_hash or "–"),
        (say("identity.data"), facts.data_hash or "–"),
        (say("identity.format"), str(facts.format)),
        *((name, version) for name, version in sorted(facts.versions.items())),
    ]
    return ((say("head.what"), say("head.value")), *rows)
