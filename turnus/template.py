"""``turnus template``: a ward file to fill in, or the schema of a file format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from turnus.terminal.screen import Screen

DEFAULT_OUT = "ward.xlsx"


def template(
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to, .xlsx or .json.", show_default="ward.xlsx"),
    ] = None,
    ward: Annotated[
        str | None, typer.Option(metavar="NAME", help="A bundled ward as the example.")
    ] = None,
    schema: Annotated[
        Literal["problem", "roster", "card"] | None,
        typer.Option(help="Not a ward but the JSON Schema of a file format."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Write a ward file to fill in: an Excel workbook, or JSON.

    Without --ward the workbook is empty but for its headings, and JSON is the ward tiny. A file
    that exists is left alone unless --force is given. A schema without --out is printed.

    \b
    Example:
      turnus template --out ward.xlsx
      turnus template --ward small --out ward.json
      turnus template --schema problem --out ward.schema.json
    """
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    if schema is not None:
        return _schema(screen, schema, out, force=force)
    example = _example(ward)
    if out is None and as_json:
        screen.emit((example or _tiny()).model_dump(mode="json", exclude_defaults=False))
        return exits.OK
    return _ward(screen, example, out or Path(DEFAULT_OUT), force=force)


def _example(ward: str | None) -> Problem | None:
    if ward is None:
        return None
    from fixtures import ward as bundled
    from turnus.wards import PREFIX, bundled_name

    return bundled(bundled_name(ward.removeprefix(PREFIX), "--ward"))


def _tiny() -> Problem:
    from fixtures import ward

    return ward("tiny")


def _ward(screen: Screen, example: Problem | None, out: Path, *, force: bool) -> int:
    from rostering import writers
    from turnus.terminal.screen import typed

    _require_free(out, (".xlsx", ".json"), force=force)
    words, excel = screen.words, out.suffix.lower() == ".xlsx"
    if excel:
        writers.write_ward_workbook(example, out)
    else:
        writers.write_json(example or _tiny(), out)
    screen.say(words.say("files.written", file=str(out), what=words.say("files.ward")))
    key = "template.next" if excel and example is None else "template.next_json"
    screen.say(words.say(key, command=typed("solve", out)), "dim")
    screen.emit({"files": {"ward": str(out)}})
    return exits.OK


def _schema(screen: Screen, name: str, out: Path | None, *, force: bool) -> int:
    from rostering.writers.atomic import write_bytes
    from rostering.writers.schema import schema_text, schemas
    from turnus.terminal.screen import emit

    schema: dict[str, Any] = schemas()[name]
    if out is None:
        emit(schema)
        return exits.OK
    _require_free(out, (".json",), force=force)
    write_bytes(out, schema_text(schema).encode())
    words = screen.words
    screen.say(words.say("files.written", file=str(out), what=words.say("files.schema")))
    screen.say(words.say("template.next_schema"), "dim")
    screen.emit({"files": {"schema": str(out)}})
    return exits.OK


def _require_free(out: Path, endings: tuple[str, ...], *, force: bool) -> None:
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = list(place_faults(out, endings))
    if not faults and out.exists() and not force:
        guess = "another --out is meant, or --force to replace it"
        faults.append(Fault(str(out), "a file that exists", "a new file name", guess))
    if faults:
        raise BadInput(faults)
