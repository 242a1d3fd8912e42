"""``turnus import staff|wishes|plan``: lists of a unit merged into its ward file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language

if TYPE_CHECKING:
    from rostering.readers.lists import Mapping, Merged
    from turnus.terminal.screen import Screen

MOST_NAMES = 30
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The list: .xlsx or .csv.", show_default=False)
]
IntoWard = Annotated[str, typer.Option("--ward", metavar="WARD", help="The ward to merge it into.")]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="OUT", help="The ward with the list; may be the ward itself."),
]
MappingFile = Annotated[
    Path | None, typer.Option("--mapping", metavar="TOML", help="Saved columns and answers.")
]
Sheet = Annotated[
    str | None, typer.Option(metavar="NAME", help="The sheet, when several hold such a list.")
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="A column that is not read; may be given again."),
]
UnitOfRows = Annotated[
    str | None, typer.Option("--unit", metavar="ID", help="The unit of rows that name none.")
]


def staff(  # noqa: PLR0913 - one argument for each option of the command
    file: File,
    *,
    ward: IntoWard,
    out: Out,
    mapping: MappingFile = None,
    sheet: Sheet = None,
    ignore: Ignore = None,
    unit: UnitOfRows = None,
    shares: Annotated[
        bool, typer.Option("--shares", help="Percentages are written as 0.8 for 80.")
    ] = False,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Add or change people from a staff list.

    People are known by id or exact name; another spelling is asked for. What the list says
    nothing of stays, and so do people who are not on it. With a fault nothing is written.

    \b
    Example:
      turnus import staff ansatte.xlsx --ward ward.json --out ward.json
      turnus import staff ansatte.csv --ward ward.json --out new.json --ignore Hobby
    """
    from rostering.readers import lists
    from turnus.wards import read_ward

    screen = _screen(language, as_json=as_json)
    _require_fit(out, file, mapping)
    chosen = _chosen(mapping, sheet=sheet, ignore=ignore, unit=unit, shares=shares or None)
    return _kept(screen, lists.read_staff(file, read_ward(ward), chosen), out, everything)


def wishes(  # noqa: PLR0913 - one argument for each option of the command
    file: File,
    *,
    ward: IntoWard,
    out: Out,
    mapping: MappingFile = None,
    sheet: Sheet = None,
    ignore: Ignore = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Add the wishes of a list: person, dates, wanted or not, shift, strength.

    A wish that is there already is not added again. With a fault nothing is written.

    \b
    Example:
      turnus import wishes wishes.csv --ward ward.json --out ward.json
    """
    from rostering.readers import lists
    from turnus.wards import read_ward

    screen = _screen(language, as_json=as_json)
    _require_fit(out, file, mapping)
    chosen = _chosen(mapping, sheet=sheet, ignore=ignore)
    return _kept(screen, lists.read_wishes(file, read_ward(ward), chosen), out, everything)


def plan(  # noqa: PLR0913 - one argument for each option of the command
    file: File,
    *,
    ward: IntoWard,
    out: Out,
    mapping: MappingFile = None,
    sheet: Sheet = None,
    ignore: Ignore = None,
    unit: UnitOfRows = None,
    numbers: Annotated[
        Literal["target", "minimum", "both"] | None,
        typer.Option(help="What a plain number in a matrix is.", show_default="target"),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="It is the whole plan of its units.")
    ] = False,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Add the rows of a staffing plan: shifts by weekdays, or a row for each line.

    A row with an id of the ward's takes its place. Shifts that the ward asks for already are
    asked about; --replace puts the list in the place of the units' rows. With a fault nothing
    is written.

    \b
    Example:
      turnus import plan plan.xlsx --ward ward.json --out ward.json --replace
      turnus import plan plan.csv --ward ward.json --out ward.json --numbers minimum
    """
    from rostering.readers import lists
    from turnus.wards import read_ward

    screen = _screen(language, as_json=as_json)
    _require_fit(out, file, mapping)
    chosen = _chosen(mapping, sheet=sheet, ignore=ignore, unit=unit, numbers=numbers)
    merged = lists.read_plan(file, read_ward(ward), chosen, replace=replace)
    return _kept(screen, merged, out, everything)


def _screen(language: str, *, as_json: bool) -> Screen:
    from turnus.terminal.screen import Screen

    return Screen(language, as_json=as_json)


def _require_fit(out: Path, *inputs: Path | None) -> None:
    """Refuse an output that cannot be written, or that would hide the list or the mapping."""
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = list(place_faults(out, (".json", ".xlsx")))
    if any(path and path.exists() and path.resolve() == out.resolve() for path in inputs):
        faults.append(Fault(str(out), "an input", "the ward, or a new file"))
    if faults:
        raise BadInput(faults)


def _chosen(path: Path | None, **options: Any) -> Mapping:  # noqa: ANN401 - whatever they hold
    """Return the saved mapping with what the options say instead."""
    from rostering.readers.lists import Mapping, read_mapping

    saved = read_mapping(path) if path else Mapping()
    said = {name: value for name, value in options.items() if value is not None}
    if "ignore" in said:
        said["ignore"] = (*saved.ignore, *said["ignore"])
    return saved.model_copy(update=said)


def _kept(screen: Screen, merged: Merged, out: Path, everything: bool) -> int:
    """Write the ward and tell what became of each thing in the list and the ward."""
    from rostering import writers

    if out.suffix.lower() == ".xlsx":
        writers.write_ward_workbook(merged.problem, out)
    else:
        writers.write_json(merged.problem, out)
    words = screen.words
    told = {
        "lists.added": merged.added,
        "lists.changed": merged.changed,
        "lists.replaced": merged.replaced,
        "lists.unchanged": merged.unchanged,
        "lists.kept": merged.kept,
        "lists.left": merged.left,
    }
    for key, names in told.items():
        if names:
            screen.say(words.say(key, count=len(names)))
            _list(screen, names, everything=everything)
    screen.say(words.say("files.written", file=str(out), what=words.say("files.ward")))
    document = {key.removeprefix("lists."): list(names) for key, names in told.items()}
    screen.emit({"files": {"ward": str(out)}} | document)
    return exits.OK


def _list(screen: Screen, names: tuple[str, ...], *, everything: bool) -> None:
    shown = names if everything else names[:MOST_NAMES]
    for name in shown:
        screen.say(f"  {name}")
    if len(shown) < len(names):
        screen.say("  " + screen.words.say("word.and_more", count=len(names) - len(shown)), "dim")
