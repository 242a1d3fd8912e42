"""``turnus absence evaluate``: how good are the forecasts, against naive baselines?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from turnus import exits
from turnus.absence.places import Influenza
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from absence_model.evaluate import Evaluation
    from absence_model.evaluate.metrics import HorizonScore
    from turnus.terminal.screen import Screen
    from turnus.texts import Words


def evaluate(  # noqa: PLR0913 - one parameter an option
    *,
    data: Annotated[
        Path,
        typer.Option(metavar="FILE", help="A table of absence (CSV, gzipped or not)."),
    ],
    test_from: Annotated[
        str, typer.Option(metavar="DATE", help="First day of the test; models learn before it.")
    ],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the report goes.")],
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
    """Forecast past days as if they lay ahead, and compare with what came.

    Each day from DATE on is forecast 1, 7, 14, 28 and 365 days ahead from what was known then.
    Writes a report with pictures, and metrics.json with skill against the best naive forecast.

    \b
    Example:
      turnus absence evaluate --data nhs.csv.gz --test-from 2024-10-01 --out report
    """
    from absence_model.evaluate import evaluate as run
    from absence_model.series import read_series
    from turnus.dates import read_day
    from turnus.files import make_folder
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    first = read_day(test_from, "--test-from")
    frame, info = read_series(data, series=series, country=country)
    make_folder(out)
    with _followed(screen) as progress:
        told = run(frame, info, first, influenza=influenza, progress=progress)
    told.write(out, language)
    _show(screen, told, out)
    screen.emit(told.metrics())
    return exits.OK


@contextmanager
def _followed(screen: Screen) -> Iterator[Callable[[int, int], None]]:
    """Show a bar in a terminal."""
    from rich.progress import Progress

    hidden = screen.as_json or not screen.err.is_terminal
    with Progress(console=screen.err, transient=True, disable=hidden) as bar:
        task = bar.add_task(screen.words.say("absence.evaluating"))
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _show(screen: Screen, told: Evaluation, out: Path) -> None:
    from absence_model.forecaster.card import method
    from turnus.terminal.tables import table

    words = screen.words
    grid = table(words.say("absence.skill"))
    for name in (
        words.say("absence.horizon"),
        words.say("absence.naive"),
        words.say("absence.naive_error"),
        words.say("absence.error"),
        words.say("absence.skill_interval"),
        words.say("absence.coverage"),
        words.say("absence.champion"),
    ):
        grid.add_column(name, justify="right")
    for row in told.horizons:
        grid.add_row(
            words.number(row.horizon),
            method(row.naive_name, screen.language),
            words.number(round(row.naive_mae, 2)),
            words.number(round(row.mae, 2)),
            f"{_percent(row.skill, words)} {_interval(row, words)}",
            _percent(row.coverage_80, words),
            method(row.champion, screen.language),
        )
    screen.show(grid)
    for horizon, why in told.skipped.items():
        screen.say(words.say("absence.skipped", horizon=horizon, why=why), "yellow")
    screen.say(words.say("absence.written", folder=str(out)))


def _interval(row: HorizonScore, words: Words) -> str:
    if row.skill_low is None or row.skill_high is None:
        return "[–]"
    low, high = (words.number(round(100 * part, 1)) for part in (row.skill_low, row.skill_high))
    return f"[{low}; {high}]"


def _percent(part: float, words: Words) -> str:
    return f"{words.number(round(100 * part, 1))} %"
