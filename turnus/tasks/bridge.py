"""``turnus tasks bridge``: roster planning automated and pooled, from 33 to 8 and your own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language

if TYPE_CHECKING:
    from tasksharing.bridge import Bridge
    from turnus.terminal.screen import Screen


def bridge(
    *,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change an assumption; may be repeated."),
    ] = None,
    units: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your planning hours, unit by unit (.csv, .xlsx)."),
    ] = None,
    invented: Annotated[
        bool, typer.Option("--invented", help="An invented municipality: 200 units, 5,000 staff.")
    ] = False,
    seed: Annotated[
        int, typer.Option(min=0, max=2**31 - 1, metavar="N", help="Seed of the invented one.")
    ] = 311,
    out: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A report: .html, .pdf, .md, .png, .svg or .json."),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Build the bridge from 33 full-time years of roster planning to 8, or your own.

    33 and 25 are published, 8 is our subtraction, and the split between automation and
    coordination is an assumption that you can change. Own hours: --set hours=..., or --units with
    the columns Enhet, Ansatte, Timer i året.

    \b
    Example:
      turnus tasks bridge --out bridge.pdf
      turnus tasks bridge --set before=66 --set split=0.3
      turnus tasks bridge --units hours.csv --set transfer=0.7
    """
    from tasksharing.bridge import bridge as build
    from tasksharing.bridge import changed, shipped
    from tasksharing.bridge.municipality import invented_bottom, read_units, with_units
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    _require(units, out or [], invented=invented)
    known, bottom = shipped(), None
    if units is not None:
        known, bottom = with_units(read_units(units))
    elif invented:
        known, bottom = invented_bottom(seed)
    made = build(changed(known, settings or []), bottom)
    _show(screen, made)
    _write(screen, made, out or [])
    screen.emit(made.model_dump(mode="json"))
    return exits.OK


def _require(units: Path | None, out: list[Path], *, invented: bool) -> None:
    from rostering.errors import BadInput, Fault
    from tasksharing.report.write import ENDINGS
    from turnus.files import place_faults

    faults = [fault for path in out for fault in place_faults(path, (*ENDINGS, ".json"))]
    if units is not None and invented:
        faults.append(Fault("--units, --invented", "both", "one of the two"))
    if faults:
        raise BadInput(faults)


def _write(screen: Screen, made: Bridge, out: list[Path]) -> None:
    from rostering.writers.json_file import write_json
    from tasksharing.bridge import bridge_report
    from tasksharing.report.write import write_report

    for path in out:
        if path.suffix.lower() == ".json":
            write_json(made, path)
        else:
            write_report(bridge_report(made, screen.language), path)
        what = screen.words.say("tasks.report")
        screen.say(screen.words.say("files.written", file=str(path), what=what))


def _show(screen: Screen, made: Bridge) -> None:
    from tasksharing.bridge import bridge_report
    from turnus.tasks.showing import show_report

    show_report(screen, bridge_report(made, screen.language))
