"""``turnus tasks scenario``: named changes to a ward, applied and told, ready to be rostered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Ward
from turnus.tasks.sources import Book

if TYPE_CHECKING:
    from tasksharing.report.blocks import Report
    from tasksharing.scenarios import Effects, Scenario

SHIPPED = "scenario:"


def scenario(
    ward: Ward,
    tasks: Book,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENARIO...",
            help="Scenario files (.toml, .json), or one that ships: scenario:service_hosts.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The changed ward goes here (.json, .xlsx)."),
    ] = None,
    report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A report: .html, .pdf, .md, .png, .svg or .json."),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Apply scenarios to a ward: who does what then, which whole shifts that frees.

    Several are stacked in the order given. An unlawful move is refused: a task that the unit's
    head has not approved, a competence that is missing, a delegation that ends. The changed ward
    is rostered with `turnus solve` like any other: its value is found by rostering it.

    \b
    Example:
      turnus tasks scenario ward.json tasks.json hosts.toml --out changed.json
      turnus tasks scenario ward:nursing_home tasks:nursing_home scenario:service_hosts
    """
    from tasksharing.scenarios import apply, stack
    from tasksharing.scenarios.report import scenario_report
    from turnus.tasks.showing import show_report
    from turnus.tasks.sources import read_book, warn_invented
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    _require_places(out, report or [])
    problem = read_ward(ward)
    book = read_book(tasks, problem)
    warn_invented(screen, book)
    asked = stack([read_scenario(name) for name in names])
    applied = apply(problem, book, asked)
    told = scenario_report(asked, applied, language)
    show_report(screen, told)
    for path in report or []:
        _write_report(told, applied.effects, path)
        what = screen.words.say("tasks.report")
        screen.say(screen.words.say("files.written", file=str(path), what=what))
    document = {"effects": applied.effects.model_dump(mode="json")}
    if out is None:
        screen.emit(document)
        return exits.OK
    from turnus.prepare.output import keep

    keep(screen, applied.problem, out, document)
    return exits.OK


def read_scenario(name: str) -> Scenario:
    """Return a scenario in a file, or one that ships."""
    from rostering.errors import BadInput, Fault
    from rostering.readers import guesses
    from tasksharing.scenarios import SHIPPED as NAMES
    from tasksharing.scenarios import read_scenario as read
    from tasksharing.scenarios import shipped

    if not name.startswith(SHIPPED):
        return read(Path(name))
    asked = name.removeprefix(SHIPPED)
    if asked not in NAMES:
        needed = f"one of: {', '.join(NAMES)}"
        guess = guesses.spelling(asked, NAMES)
        raise BadInput([Fault(name, f"no scenario {asked!r} ships", needed, guess)])
    return shipped(asked)


def _require_places(out: Path | None, reports: list[Path]) -> None:
    from rostering.errors import BadInput
    from tasksharing.report.write import ENDINGS
    from turnus.files import place_faults

    endings = (*ENDINGS, ".json")
    faults = [fault for path in reports for fault in place_faults(path, endings)]
    if out is not None:
        faults += list(place_faults(out, (".json", ".xlsx")))
    if faults:
        raise BadInput(faults)


def _write_report(told: Report, effects: Effects, path: Path) -> None:
    from rostering.writers.json_file import write_json
    from tasksharing.report.write import write_report

    if path.suffix.lower() == ".json":
        write_json(effects, path)
    else:
        write_report(told, path)
