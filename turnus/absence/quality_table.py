"""How good a fitted model was at each distance ahead, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from absence_model.forecaster.told import CardFacts, Quality
    from turnus.terminal.screen import Screen
    from turnus.texts import Words


def quality_table(screen: Screen, facts: CardFacts) -> Table:
    """Return a row for each distance ahead: what is used, beside the best naive forecast."""
    from absence_model.forecaster.card import method
    from turnus.terminal.tables import table

    words = screen.words
    grid = table(words.say("absence.quality"))
    for name in (
        words.say("absence.horizon"),
        words.say("absence.champion"),
        words.say("absence.naive"),
        words.say("absence.skill_interval"),
        words.say("absence.coverage"),
    ):
        grid.add_column(name)
    for one in facts.quality:
        grid.add_row(
            words.number(one.horizon),
            method(one.champion, screen.language),
            method(one.naive, screen.language),
            _skill(one, words),
            _share(one.coverage_80, words),
        )
    return grid


def _skill(one: Quality, words: Words) -> str:
    if one.skill is None:
        return "–"
    if one.skill_low is None or one.skill_high is None:
        return _share(one.skill, words)
    low, high = (words.number(round(100 * part, 1)) for part in (one.skill_low, one.skill_high))
    return f"{_share(one.skill, words)} [{low}; {high}]"


def _share(part: float | None, words: Words) -> str:
    return "–" if part is None else f"{words.number(round(100 * part, 1))} %"
