"""How good a fitted model was at each distance ahead, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from absence_model.forecaster.told import CardFacts, Quality
    from turnus.terminal.screen import Screen


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
            _skill(one),
            _share(one.coverage_80),
        )
    return grid


def _skill(one: Quality) -> str:
    if one.skill is None:
        return "–"
    if one.skill_low is None or one.skill_high is None:
        return _share(one.skill)
    return f"{_share(one.skill)} [{_share(one.skill_low)}, {_share(one.skill_high)}]"


def _share(part: float | None) -> str:
    return "–" if part is None else f"{100 * part:.1f} %"
