"""``turnus tasks optimise``: which tasks to move to whom and when, as ways that nothing beats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Seed, Ward
from turnus.tasks.sources import Book

if TYPE_CHECKING:
    from tasksharing.optimise import Frontier, Question
    from tasksharing.report.blocks import Report
    from turnus.terminal.screen import Screen

BUNDLED = "question:nursing_home"


def optimise(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    tasks: Book,
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION",
            help=f"What may be chosen, and the limits (.toml), or {BUNDLED}.",
            show_default=False,
        ),
    ],
    *,
    steps: Annotated[
        float, typer.Option(min=0.1, metavar="N", help="The solver's own steps for each search.")
    ] = 2.0,
    levels: Annotated[
        int, typer.Option(min=1, max=20, metavar="N", help="How many budgets of new hours.")
    ] = 4,
    seed: Seed = 1,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="A scenario file for each way.")
    ] = None,
    report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A report: .html, .pdf, .md, .png, .svg or .json."),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Find which tasks to move to whom, on which new shifts, within limits.

    Gives the ways that no other beats on freed hours of health staff, cost, and shifts that stand
    or fall with one head. Nothing unlawful is among them. Runs repeat exactly.

    \b
    Example:
      turnus tasks optimise ward.json tasks.json question.toml --out ways
      turnus tasks optimise ward:nursing_home tasks:nursing_home question:nursing_home
    """
    from tasksharing.optimise.report import frontier_report
    from tasksharing.optimise.search import optimise as search
    from turnus.tasks.showing import show_report
    from turnus.tasks.sources import read_book, warn_invented
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    _require_places(report or [])
    problem, asked = read_ward(ward), _question(question)
    book = read_book(tasks, problem)
    warn_invented(screen, book)
    screen.note(screen.words.say("tasks.searching"))
    found = search(problem, book, asked, steps=steps, levels=levels, seed=seed)
    told = frontier_report(book, found, language)
    show_report(screen, told)
    _write(screen, found, out)
    for path in report or []:
        _write_report(screen, found, told, path)
    screen.emit(found.model_dump(mode="json"))
    return exits.OK


def _question(name: str) -> Question:
    from tasksharing.optimise import read_question
    from tasksharing.optimise.question import bundled

    return bundled() if name == BUNDLED else read_question(Path(name))


def _require_places(reports: list[Path]) -> None:
    from rostering.errors import BadInput
    from tasksharing.report.write import ENDINGS
    from turnus.files import place_faults

    faults = [fault for path in reports for fault in place_faults(path, (*ENDINGS, ".json"))]
    if faults:
        raise BadInput(faults)


def _write(screen: Screen, found: Frontier, out: Path | None) -> None:
    from rostering.writers.json_file import write_json
    from turnus.files import make_folder

    if out is None:
        return
    make_folder(out)
    for number, point in enumerate(found.points, 1):
        path = out / f"way-{number}.json"
        write_json(point.scenario, path)
        what = screen.words.say("tasks.scenario_file")
        screen.say(screen.words.say("files.written", file=str(path), what=what))


def _write_report(screen: Screen, found: Frontier, told: Report, path: Path) -> None:
    from rostering.writers.json_file import write_json
    from tasksharing.report.write import write_report

    if path.suffix.lower() == ".json":
        write_json(found, path)
    else:
        write_report(told, path)
    what = screen.words.say("tasks.report")
    screen.say(screen.words.say("files.written", file=str(path), what=what))
