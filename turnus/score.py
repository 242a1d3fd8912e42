"""``turnus score``: what is this roster worth, goal by goal?"""

from __future__ import annotations

from typing import Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Roster, Ward


def score(
    ward: Ward,
    roster: Roster,
    *,
    causes: Annotated[bool, typer.Option(help="Show several causes of each goal.")] = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Measure a roster by every goal.

    Shows value, weight, points and the biggest cause. Any roster will do, also an unlawful one;
    the exit code is 0 then too.

    \b
    Example:
      turnus score ward.xlsx roster.json --causes
    """
    from rostering.score import score as measure
    from turnus.terminal.screen import Screen
    from turnus.terminal.tables import show_card
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    card = measure(problem, found, language)
    show_card(screen, card, causes=causes)
    screen.emit(card.model_dump(mode="json"))
    return exits.OK
