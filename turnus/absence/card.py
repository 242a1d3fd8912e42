"""``turnus absence card``: what a model is, what it has learnt from, and how good it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from turnus import exits
from turnus.absence.forecast import Model
from turnus.options import AsJson, Language


def card(
    model: Model,
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where the card goes (Markdown).", show_default=False),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Write a model's card: purpose, data, methods, how good each is, limits and digests.

    \b
    Example:
      turnus absence card absence.model --out model-card.md
    """
    from absence_model.forecaster.card import markdown
    from absence_model.forecaster.keeping import facts_in
    from rostering.writers.atomic import write_bytes
    from turnus.absence.places import require_place
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    if out is not None:
        require_place(out, [model])
    facts = facts_in(model)
    text = markdown(facts, language)
    if out is None:
        screen.say(text)
    else:
        write_bytes(out, text.encode())
        screen.say(screen.words.say("absence.card_written", file=str(out)))
    screen.emit(facts.model_dump(mode="json"))
    return exits.OK
