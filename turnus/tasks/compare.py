"""``turnus tasks compare``: every scenario rostered beside the unit as it is today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language

if TYPE_CHECKING:
    from tasksharing.evaluate.models import Comparison
    from tasksharing.evaluate.question import CompareQuestion
    from turnus.tasks.compare_inputs import Asked
    from turnus.terminal.screen import Screen

WARD, TASKS, NEIGHBOUR = "ward:nursing_home", "tasks:nursing_home", "ward:solbakken_3"


def compare(  # noqa: PLR0913 - one parameter an option
    ward: Annotated[str, typer.Argument(metavar="[WARD]", help="The ward.")] = WARD,
    tasks: Annotated[str, typer.Argument(metavar="[TASKS]", help="Its task book.")] = TASKS,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO...]", help="Scenario files; the four that ship.", show_default=False
        ),
    ] = None,
    *,
    neighbour: Annotated[
        str | None,
        typer.Option(metavar="WARD", help="The other unit, where staff are shared."),
    ] = None,
    share: Annotated[
        float | None,
        typer.Option(metavar="PER_CENT", help="Absent of 100 planned: 8 unless the ward knows."),
    ] = None,
    seeds: Annotated[
        str, typer.Option(metavar="N,N", help="The same for all; five or more.")
    ] = "1,2,3,4,5",
    seconds: Annotated[
        float | None,
        typer.Option(metavar="N", help="Limit of each search by the clock.", show_default=False),
    ] = None,
    steps: Annotated[
        float | None,
        typer.Option(metavar="N", help="Limit by work: repeats exactly.", show_default=False),
    ] = None,
    days: Annotated[
        int, typer.Option(min=7, metavar="N", help="Days rostered, from the first on.")
    ] = 28,
    plan: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Owners, dates and records entered (.toml, .json)."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The comparison goes here (.json).")
    ] = None,
    report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A report: .html, .pdf, .xlsx, .md, .png or .svg."),
    ] = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Roster every scenario beside today, and tell what truly differs.

    All begin from the same roster and are searched with the same seeds. What lies within the
    searches' own gaps is told as no measurable difference. Takes some minutes; Ctrl-C gives the
    best so far.

    \b
    Example:
      turnus tasks compare
      turnus tasks compare ward.json tasks.json hosts.toml --out comparison.json
    """
    from turnus.tasks.compare_inputs import Asked, require_places
    from turnus.tasks.compare_table import show
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    require_places(out, report or [])
    limits = (seconds, steps, days)
    asked = Asked(ward, tasks, tuple(names or ()), neighbour, share, seeds, limits, plan)
    found = _compared(screen, asked)
    show(screen, found, everything=everything)
    _write(screen, found, out, report or [])
    screen.emit(found.model_dump(mode="json"))
    return _code(found)


def _compared(screen: Screen, asked: Asked) -> Comparison:
    from tasksharing.evaluate.run import evaluate
    from turnus.tasks.compare_inputs import question_of
    from turnus.tasks.compare_live import followed
    from turnus.tasks.sources import warn_invented

    question = question_of(asked)
    warn_invented(screen, question.book)
    _announce(screen, question)
    with followed(screen) as (told, stop):
        return evaluate(question, told, stop)


def _announce(screen: Screen, question: CompareQuestion) -> None:
    say = screen.words.say
    count, seeds = len(question.scenarios), len(question.seeds)
    screen.note(say("compare.plan", scenarios=count, seeds=seeds), "bold")
    if question.reserve_share:
        share = screen.words.share(question.reserve_share)
        screen.note(say("compare.reserve", share=share))


def _write(screen: Screen, found: Comparison, out: Path | None, reports: list[Path]) -> None:
    from rostering.writers.json_file import write_json

    say = screen.words.say
    if out is not None:
        write_json(found, out)
        screen.say(say("files.written", file=str(out), what=say("compare.file")))
    for path in reports:
        from tasksharing.report.comparison.write import write_comparison

        write_comparison(found, path, screen.language)
        screen.say(say("files.written", file=str(path), what=say("tasks.report")))


def _code(found: Comparison) -> int:
    runs = [run for one in found.alternatives for run in one.runs]
    if any(run.points is not None for run in runs):
        return exits.OK
    return exits.NOTHING_FOUND
