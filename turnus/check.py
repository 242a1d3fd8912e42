"""``turnus check``: is this roster lawful?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster as RosterModel
    from turnus.terminal.screen import Screen

_FILES = {"page": "kontroll.html", "workbook": "kontroll.xlsx", "data": "kontroll.json"}


def check(
    context: typer.Context,
    ward: Ward,
    roster: Roster,
    *,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Write the control report there: kontroll.html to print and sign, kontroll.xlsx"
            " and kontroll.json. In bokmål unless --language is given.",
            show_default=False,
        ),
    ] = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Judge a roster by every rule, without the solver.

    Any roster will do, also one made by hand. Exit code 1 when a hard rule is broken.

    \b
    Example:
      turnus check ward.xlsx roster.json
      turnus check ward.xlsx roster.json --report build/kontroll
    """
    from rostering.check import Court
    from rostering.check import check as judge
    from rostering.rulings.notices import notice_entries
    from turnus.terminal.screen import Screen
    from turnus.terminal.tables import show_breaches, show_notices
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    places = {} if report is None else _places(report)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    breaches = judge(problem, found, language)
    lawful = not any(breach.hard for breach in breaches)
    show_breaches(screen, problem, breaches, everything=everything)
    notices = notice_entries(Court.of(problem, found).rulings, language)
    show_notices(screen, notices)
    if places:
        chosen = context.get_parameter_source("language")
        default = chosen is not None and chosen.name == "DEFAULT"
        _write(screen, problem, found, places, "nb" if default else language)
    screen.emit(
        {
            "lawful": lawful,
            "same_ward": same,
            "breaches": [breach.model_dump(mode="json") for breach in breaches],
            "notices": [notice.model_dump(mode="json") for notice in notices],
            **({"files": {what: str(path) for what, path in places.items()}} if places else {}),
        }
    )
    return exits.OK if lawful else exits.BREACHES


def _places(folder: Path) -> dict[str, Path]:
    """Return where the report's files go; the folder is made, and tried before the work."""
    from rostering.errors import BadInput
    from turnus.files import make_folder, place_faults

    make_folder(folder)
    places = {what: folder / name for what, name in _FILES.items()}
    faults = [fault for path in places.values() for fault in place_faults(path)]
    if faults:
        raise BadInput(faults)
    return places


def _write(
    screen: Screen,
    problem: Problem,
    roster: RosterModel,
    places: dict[str, Path],
    language: Literal["nb", "nn", "en"],
) -> None:
    from rostering.report import control_report
    from rostering.writers import write_control_page, write_control_workbook, write_json

    made = control_report(problem, roster, language)
    write_control_page(made, places["page"])
    write_control_workbook(made, places["workbook"])
    write_json(made, places["data"])
    for what, path in places.items():
        label = screen.words.say(f"files.control_{what}")
        screen.say(screen.words.say("files.written", file=str(path), what=label))
