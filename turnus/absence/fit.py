"""``turnus absence fit``: a model learnt from a table, kept in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from turnus import exits
from turnus.absence.places import Influenza
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from absence_model.forecaster.told import CardFacts
    from turnus.terminal.screen import Screen


def fit(
    *,
    data: Annotated[
        Path,
        typer.Option(metavar="FILE", help="A table of absence (CSV, gzipped or not)."),
    ],
    out: Annotated[Path, typer.Option(metavar="MODEL", help="Where the model goes.")],
    series: Annotated[
        Literal["employee", "contract"],
        typer.Option(help="Of the nursing-home table: whose hours."),
    ] = "employee",
    influenza: Influenza = None,
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help="Whose holidays hold: NO unless the data say.", show_default=False
        ),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Learn a forecast of absence, and keep it in a file that turnus absence forecast reads.

    For each distance ahead a model is used only where it beat the best naive forecast on days that
    it had not seen; with little history the naive forecast is kept, and that is told. Days may be
    missing. The file holds counts by unit and day, never people. A weekly table of influenza
    (ECDC), where it is given, is seen by models up to 28 days ahead.

    \b
    Example:
      turnus absence fit --data absence.csv --out absence.model
    """
    from absence_model.forecaster.fit import fit as learn
    from absence_model.forecaster.keeping import save
    from absence_model.series import read_series
    from turnus.absence.following import followed
    from turnus.absence.places import require_place
    from turnus.terminal.screen import Screen

    require_place(out, [data, *([influenza] if influenza else [])])
    screen = Screen(language, as_json=as_json)
    frame, info = read_series(data, series=series, country=country)
    with followed(screen, screen.words.say("absence.fitting")) as report:
        fitted = learn(frame, info, influenza=influenza, report=report)
    digest = save(fitted, out)
    facts = fitted.facts.model_copy(update={"model_hash": digest})
    _show(screen, facts)
    screen.say(screen.words.say("absence.model_written", file=str(out)))
    screen.emit(facts.model_dump(mode="json"))
    return exits.OK


def _show(screen: Screen, facts: CardFacts) -> None:
    from turnus.absence.quality_table import quality_table

    words = screen.words
    if facts.short:
        screen.warn(words.say("absence.short", days=facts.span))
    screen.say(
        words.say(
            "absence.fitted",
            units=words.number(facts.units),
            days=words.number(facts.days),
            missing=words.number(facts.missing),
            first=words.date(facts.first),
            last=words.date(facts.last),
        )
    )
    screen.show(quality_table(screen, facts))
