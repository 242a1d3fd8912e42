"""``turnus absence import``: a table of absence, out of counts or of rows about people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language

if TYPE_CHECKING:
    from absence_model.table.model import Gap, Imported
    from absence_model.table.places import Shown
    from turnus.terminal.screen import Screen


def import_table(  # noqa: PLR0913 - one parameter an option
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The export: .csv or .xlsx.", show_default=False)
    ],
    *,
    out: Annotated[Path, typer.Option(metavar="FILE.csv", help="Where the table goes.")],
    shifts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Planned shifts, when FILE has absences from a date to another.",
            show_default=False,
        ),
    ] = None,
    units: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Units with parent and employees: what may be shown.",
            show_default=False,
        ),
    ] = None,
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help="The sheet, when several hold such a table.")
    ] = "",
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="A column that is not read; may be given again."),
    ] = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Make the table of absence: counts by unit, day, staff group and kind.

    FILE has such counts already, or rows about people: each planned shift, or each absence with
    the planned shifts beside it in --shifts. Rows about people stay in memory; names and numbers
    are dropped. Diagnoses and free text are refused. With a fault nothing is written.

    \b
    Example:
      turnus absence import fravær.xlsx --out absence.csv
      turnus absence import spells.csv --shifts shifts.csv --out absence.csv
    """
    from absence_model.table.few import without_small
    from absence_model.table.reading import read_table
    from absence_model.table.writing import write_table
    from turnus.terminal.screen import Screen

    screen = Screen(language, as_json=as_json)
    _require_place(out, [path for path in (file, shifts, units) if path is not None])
    read = read_table(file, shifts=shifts, sheet=sheet, ignored=ignore or ())
    found = without_small(read)
    shown = _shown(found, units)
    write_table(found.table, out)
    _show(screen, found, shown, everything=everything)
    words = screen.words
    screen.say(words.say("files.written", file=str(out), what=words.say("files.table")))
    screen.emit(_document(found, shown, out))
    return exits.OK


def _require_place(out: Path, inputs: list[Path]) -> None:
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    faults = list(place_faults(out, (".csv",)))
    if not faults and any(out.resolve() == path.resolve() for path in inputs):
        faults = [Fault(str(out), "the same file as an input", "a file of its own")]
    if faults:
        raise BadInput(faults)


def _shown(found: Imported, units: Path | None) -> tuple[Shown, ...] | None:
    """Return what may be shown; None when nobody has told how many work in the units."""
    from absence_model.table.places import flat, read_places, shown_history

    if units is not None:
        return shown_history(found.table, read_places(units))
    if found.report.employees:
        return shown_history(found.table, flat(found.report.employees))
    return None


def _show(
    screen: Screen, found: Imported, shown: tuple[Shown, ...] | None, *, everything: bool
) -> None:
    words, report, table = screen.words, found.report, found.table
    form = {
        "table": words.say("absence.form_table"),
        "shifts": words.say("absence.form_shifts"),
        "spells": words.say("absence.form_spells"),
    }[report.form]
    screen.say(words.say("absence.read", count=report.rows, form=form))
    if len(table):
        first, last = (words.date(day.date()) for day in (table["date"].min(), table["date"].max()))
        count = table["unit"].nunique()
        screen.say(words.say("absence.covers", count=count, first=first, last=last))
    left_out = {
        "long_term": words.say("absence.long_term"),
        "planned_leave": words.say("absence.planned_leave"),
    }
    for kind, number in report.kept_out.items():
        told = {"kind": left_out[kind], "shifts": words.number(round(number, 1))}
        screen.say(words.say("absence.kept_out", **told))
    if report.unmatched:
        screen.say(words.say("absence.unmatched", count=report.unmatched), "yellow")
    if report.small:
        units = ", ".join(report.small)
        screen.say(words.say("absence.small", count=len(report.small), units=units), "yellow")
    _show_gaps(screen, report.gaps, everything=everything)
    _show_history(screen, found, shown, everything=everything)


def _show_gaps(screen: Screen, gaps: tuple[Gap, ...], *, everything: bool) -> None:
    from turnus.terminal.tables import FIRST, more_to_come

    words = screen.words
    if not gaps:
        return
    days = sum(gap.days for gap in gaps)
    screen.say(words.say("absence.gaps", count=days, places=len(gaps)), "yellow")
    for gap in gaps if everything else gaps[:FIRST]:
        span = (words.date(gap.first), words.date(gap.last))
        screen.say(f"  {gap.unit}, {gap.group}: {span[0]} – {span[1]}")
    more_to_come(screen, len(gaps), everything=everything)


def _show_history(
    screen: Screen, found: Imported, shown: tuple[Shown, ...] | None, *, everything: bool
) -> None:
    from absence_model.table.places import ALL
    from turnus.terminal.tables import FIRST, more_to_come, table

    words = screen.words
    if shown is None:
        screen.say(words.say("absence.no_employees"), "dim")
        return
    units = found.table["unit"].nunique()
    hidden = units - sum(one.name in set(found.table["unit"]) for one in shown)
    if shown:
        grid = table(words.say("absence.history"))
        grid.add_column(words.say("absence.unit"))
        for name in (
            words.say("absence.employees"),
            words.say("absence.planned"),
            words.say("absence.absent"),
        ):
            grid.add_column(name, justify="right")
        for one in shown if everything else shown[:FIRST]:
            grid.add_row(
                words.say("absence.all") if one.name == ALL else one.name,
                words.number(one.employees),
                words.number(round(one.planned)),
                _per_cent(screen, one) if one.planned else "–",
            )
        screen.show(grid)
        more_to_come(screen, len(shown), everything=everything)
    if hidden:
        screen.say(words.say("absence.hidden", count=hidden), "dim")


def _per_cent(screen: Screen, one: Shown) -> str:
    return f"{screen.words.number(round(100 * one.absent / one.planned, 1))} %"


def _document(found: Imported, shown: tuple[Shown, ...] | None, out: Path) -> dict[str, Any]:
    from dataclasses import asdict

    table, report = found.table, found.report
    days = table["date"].dt.date
    return {
        "files": {"table": str(out)},
        "form": report.form,
        "rows": report.rows,
        "units": int(table["unit"].nunique()),
        "first": days.min().isoformat() if len(table) else None,
        "last": days.max().isoformat() if len(table) else None,
        "kept_out": report.kept_out,
        "unmatched": report.unmatched,
        "small": list(report.small),
        "gaps": [
            {
                "unit": gap.unit,
                "group": gap.group,
                "first": gap.first.isoformat(),
                "last": gap.last.isoformat(),
            }
            for gap in report.gaps
        ],
        "shown": None if shown is None else [asdict(one) for one in shown],
    }
