"""``turnus absence forecast``: what a fitted model expects, as a table or a picture."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rostering.errors import BadInput, Fault
from turnus import exits
from turnus.absence.places import Influenza
from turnus.options import AsJson, Everything, Language

if TYPE_CHECKING:
    from absence_model.forecaster.model import Forecaster
    from absence_model.intervals import Predictive
    from turnus.terminal.screen import Screen

ENDINGS = (".csv", ".png")
SAID = 5
Model = Annotated[
    Path,
    typer.Argument(metavar="MODEL", help="A model of turnus absence fit.", show_default=False),
]


def forecast(  # noqa: PLR0913 - one parameter an option
    model: Model,
    *,
    first: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="First day; the day after the data.", show_default=False
        ),
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=365, metavar="N", help="How many days.")] = 28,
    out: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A .csv or .png; may be given twice."),
    ] = None,
    unit: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A unit; all without it.")
    ] = None,
    naive: Annotated[
        bool, typer.Option("--naive", help="The best naive forecast, whatever the gate chose.")
    ] = False,
    influenza: Influenza = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Tell how many are expected to be away on each day, with 50, 80 and 95 % bands.

    Days up to a year after the last known one can be forecast. A .csv file has the mean and
    eleven quantiles of each unit and day; a .png file is a picture with the bands. A unit that
    has told nothing lately is forecast from its own last day; the column horizon counts from it.
    A newer table of influenza takes the place of the one that the model was fitted with.

    \b
    Example:
      turnus absence forecast absence.model --from 2027-01-04 --days 28 --out forecast.csv
    """
    from absence_model.forecaster.keeping import load
    from turnus.absence.places import require_place
    from turnus.dates import read_day
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    places = out or []
    for path in places:
        require_place(path, [model, *([influenza] if influenza else [])], ENDINGS)
    fitted = load(model) if influenza is None else load(model).with_influenza(influenza)
    start = None if first is None else read_day(first, "--from")
    told = fitted.forecast(start, days, use_naive=naive)
    told = _of(told, fitted, unit or [])
    for path in places:
        _write(fitted, told, path, language)
    if fitted.facts.short:
        screen.warn(screen.words.say("absence.short", days=fitted.facts.span))
    silent = _silent(screen, fitted, told)
    _show(screen, told, everything=everything)
    for path in places:
        screen.say(screen.words.say("absence.forecast_written", file=str(path)))
    screen.emit({"short": fitted.facts.short, "silent": silent, "days": _document(told)})
    return exits.OK


def _silent(screen: Screen, fitted: Forecaster, told: Predictive) -> dict[str, str]:
    """Say which units have told nothing for a week or more: their forecasts start from there."""
    asked = set(told.frame["unit"])
    silent = {unit: last for unit, last in fitted.silent.items() if unit in asked}
    words = screen.words
    for unit, last in list(silent.items())[:SAID]:
        screen.warn(words.say("absence.silent", unit=unit, last=words.date(last)))
    if len(silent) > SAID:
        screen.warn(words.say("absence.silent_more", count=len(silent) - SAID))
    return {unit: str(last) for unit, last in silent.items()}


def _of(told: Predictive, fitted: Forecaster, units: list[str]) -> Predictive:
    from dataclasses import replace

    unknown = [name for name in units if name not in fitted.panel.units]
    if unknown:
        names = ", ".join(fitted.panel.units[:8])
        raise BadInput([Fault("--unit", name, f"one of: {names} ...") for name in unknown])
    if not units:
        return told
    frame = told.frame[told.frame["unit"].isin(units)].reset_index(drop=True)
    return replace(told, frame=frame)


def _write(fitted: Forecaster, told: Predictive, path: Path, language: str) -> None:
    if path.suffix.lower() == ".png":
        from absence_model.forecaster.picture import draw

        draw(fitted, told, path, list(dict.fromkeys(told.frame["unit"])), language)
        return
    from rostering.writers.atomic import write_bytes

    text = told.frame.to_csv(
        index=False, date_format="%Y-%m-%d", float_format="%.4f", lineterminator="\n"
    )
    write_bytes(path, text.encode())


def _show(screen: Screen, told: Predictive, *, everything: bool) -> None:
    from turnus.terminal.tables import FIRST, more_to_come, table

    words = screen.words
    grid = table(words.say("absence.expected"))
    grid.add_column(words.say("absence.unit"))
    for name in (
        words.say("absence.date"),
        words.say("absence.mean"),
        words.say("absence.half"),
        words.say("absence.eight"),
    ):
        grid.add_column(name, justify="right")
    rows = _document(told)
    for row in rows if everything else rows[:FIRST]:
        grid.add_row(
            row["unit"],
            words.date(dt.date.fromisoformat(row["date"])),
            words.number(round(row["mean"], 1)),
            "–".join(words.number(round(row[name], 1)) for name in ("q0.25", "q0.75")),
            "–".join(words.number(round(row[name], 1)) for name in ("q0.1", "q0.9")),
        )
    screen.show(grid)
    more_to_come(screen, len(rows), everything=everything)


def _document(told: Predictive) -> list[dict[str, Any]]:
    frame = told.frame.assign(date=told.frame["date"].dt.strftime("%Y-%m-%d"))
    return [
        {name: round(v, 4) if isinstance(v, float) else v for name, v in row.items()}
        for row in frame.to_dict("records")
    ]
