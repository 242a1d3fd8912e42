"""``turnus import roster``: an existing roster, with the unit's mapping or a proposed one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster
    from rostering.readers.existing import Mapping
    from turnus.imports.places import Places
    from turnus.terminal.screen import Screen


def roster(  # noqa: PLR0913 - one argument for each option of the command
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The roster: .xlsx or .csv.", show_default=False),
    ],
    *,
    mapping: Annotated[
        Path | None,
        typer.Option(metavar="TOML", help="The unit's mapping; one is proposed without."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="The roster as .json.")] = None,
    ward: Annotated[
        str | None,
        typer.Option(metavar="WARD", help="The ward whose people and codes are meant."),
    ] = None,
    out_ward: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The ward as .json or .xlsx.")
    ] = None,
    demand: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A staffing plan for the ward.")
    ] = None,
    demand_mapping: Annotated[
        Path | None, typer.Option(metavar="TOML", help="The mapping of --demand.")
    ] = None,
    save_mapping: Annotated[
        Path | None, typer.Option(metavar="TOML", help="Write the proposed mapping.")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Read a roster as the unit has it today.

    Four layouts: a row a person and a column a date; a block a person and a row a week; a row a
    duty; a staffing plan. Without --mapping one is proposed, with questions. What is unclear is
    asked, nothing is guessed, and a faulty file writes no roster. docs/importing.md has the rest.

    \b
    Example:
      turnus import roster roster.xlsx --save-mapping unit.toml
      turnus import roster roster.xlsx --mapping unit.toml --out roster.json --out-ward ward.json
      turnus check ward.json roster.json
    """
    from turnus.imports.places import Places
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    places = Places(out, out_ward, save_mapping)
    places.require_fit((file, mapping, demand, demand_mapping, Path(ward) if ward else None))
    known = read_ward(ward) if ward else None
    chosen = _mapping(screen, file, mapping, known, places)
    problem, made, notes = _read(file, chosen, known)
    if demand is not None:
        problem = _staffed(screen, demand, demand_mapping, problem)
        made = _rehashed(made, problem)
    if out_ward is None and made is not None and problem != known:
        screen.warn(screen.words.say("import.ward_changed"))
    for note in notes:
        screen.note(screen.words.say("import.note", note=note))
    written = places.write(screen, problem, made)
    _tell(screen, problem, made)
    screen.emit(_document(written, problem, made, notes))
    return exits.OK


def _mapping(
    screen: Screen, file: Path, path: Path | None, ward: Problem | None, places: Places
) -> Mapping:
    """Return the unit's mapping; a proposed one is told, and saved when that is wanted."""
    from rostering.readers.existing import propose_mapping, read_mapping

    if path is not None:
        found = read_mapping(path)
        places.save(screen, found, ())
        return found
    proposal = propose_mapping(file, ward)
    found = proposal.mapping
    where = found.sheet or file.name
    words = screen.words
    screen.note(
        words.say("import.proposed", layout=found.layout.value, where=where, row=found.header_row)
    )
    for question in proposal.questions:
        if question not in proposal.refused:  # which is told as a fault in a moment
            screen.warn(words.say("import.question", question=question))
    places.save(screen, found, proposal.questions)
    return found


def _read(
    file: Path, mapping: Mapping, ward: Problem | None
) -> tuple[Problem, Roster | None, tuple[str, ...]]:
    """Return ward, roster and notes; a staffing plan holds no roster."""
    from rostering.readers.existing import Layout, import_roster, import_staffing

    if mapping.layout is Layout.MATRIX and ward is not None:
        return import_staffing(file, mapping, ward), None, ()
    done = import_roster(file, mapping, ward)
    return done.problem, done.roster, done.notes


def _staffed(screen: Screen, demand: Path, mapping: Path | None, ward: Problem) -> Problem:
    from rostering.readers.existing import import_staffing, propose_mapping, read_mapping

    chosen = (
        read_mapping(mapping) if mapping else propose_mapping(demand, ward, staffing=True).mapping
    )
    staffed = import_staffing(demand, chosen, ward)
    rows = len(staffed.demand)
    screen.note(screen.words.say("import.demand", file=str(demand), count=rows))
    return staffed


def _tell(screen: Screen, problem: Problem, made: Roster | None) -> None:
    """Tell what was read in one sentence, so that a wrong period or a lost line is seen."""
    if made is None:
        return
    facts = {"people": len(problem.people), "duties": len(made.assignments)}
    span = {"days": made.days, "start": made.start, "codes": len(made.overlays)}
    screen.say(screen.words.say("import.read", **facts, **span))


def _rehashed(made: Roster | None, problem: Problem) -> Roster | None:
    from rostering.domain.canonical import content_hash

    return made and made.model_copy(update={"problem_hash": content_hash(problem)})


def _document(
    written: dict[str, Path], problem: Problem, made: Roster | None, notes: tuple[str, ...]
) -> dict[str, object]:
    return {
        "files": {what: str(path) for what, path in written.items()},
        "ward": problem.name,
        "start": problem.horizon.start.isoformat(),
        "days": problem.horizon.days,
        "people": len(problem.people),
        "duties": len(made.assignments) if made else 0,
        "overlays": len(made.overlays) if made else 0,
        "demand_rows": len(problem.demand),
        "assumed": list(problem.assumed),
        "notes": list(notes),
    }
