"""``turnus cost``: what do this roster's duties cost beyond monthly pay?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Ward

if TYPE_CHECKING:
    from rostering.bill.models import Bill, BillDifference
    from rostering.bill.tables import Sheet
    from rostering.bill.words import BillWords
    from rostering.wages.wages import Wages
    from turnus.terminal.screen import Screen

ENDINGS = (".xlsx", ".json", ".html")


def cost(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    other: Annotated[
        Path | None,
        typer.Argument(
            metavar="OTHER_ROSTER", help="A later roster: what it costs more.", show_default=False
        ),
    ] = None,
    *,
    wages: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", help="A wage table of your own.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it as .xlsx, .json or .html.", show_default=False),
    ] = None,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Tell what a roster's duties cost beyond monthly pay.

    Supplements, extra time, overtime, moved shifts, on-call and agency hours, with pension and
    employer's tax. With a second roster: what the change from the first to it costs.

    \b
    Example:
      turnus cost ward.xlsx roster.json --out bill.xlsx
      turnus cost ward.xlsx planned.json worked.json --wages our-town.toml
    """
    from rostering.bill import bill
    from rostering.bill.difference import bills_apart
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    inputs = [Path(ward), *(path for path in (roster, other, wages) if path is not None)]
    _require_place(out, inputs)
    table = _table(wages)
    problem = read_ward(ward)
    made = []
    for file in (roster, other):
        if file is not None:
            found, same = read_roster(file, problem)
            if not same:
                screen.warn(screen.words.say("check.hash", roster=str(file)))
            made.append((found, bill(problem, found, table)))
    change = bills_apart(problem, made[0], made[1]) if len(made) > 1 else None
    newest = made[-1][1]
    if out is not None:
        _write(newest, change, out, language)
    _show(screen, newest, change, everything=everything)
    _tell_file(screen, out)
    screen.emit(_document(newest, change))
    return exits.OK


def _table(wages: Path | None) -> Wages | None:
    from rostering.readers.wage_file import read_wages

    return None if wages is None else read_wages(wages)


def _require_place(out: Path | None, inputs: list[Path]) -> None:
    """Raise ``BadInput`` when the file cannot be written, or would hide an input."""
    from rostering.errors import BadInput, Fault
    from turnus.files import place_faults

    if out is None:
        return
    faults = list(place_faults(out, ENDINGS))
    if not faults and any(out.resolve() == path.resolve() for path in inputs if path.exists()):
        faults = [Fault(str(out), "the same file as an input", "a file of its own")]
    if faults:
        raise BadInput(faults)


def _write(bill: Bill, change: BillDifference | None, out: Path, language: str) -> None:
    from rostering.writers.bill_book import write_bill_workbook
    from rostering.writers.bill_page import write_bill_page
    from rostering.writers.json_file import write_json

    if out.suffix.lower() == ".xlsx":
        write_bill_workbook(bill, out, language, change)
    elif out.suffix.lower() == ".html":
        write_bill_page(bill, out, language, change)
    else:
        write_json(bill if change is None else change, out)


def _show(screen: Screen, bill: Bill, change: BillDifference | None, *, everything: bool) -> None:
    from rostering.bill.tables import apart, notes, summary
    from rostering.bill.words import BillWords

    words = BillWords(screen.language)
    if change is None:
        sheets = summary(bill, words)
        screen.say(words.say("title", name=bill.problem_name), "bold")
        screen.say(f"NOK {words.nok(bill.total)}", "bold")
    else:
        names = {person.person: person.name for person in bill.people}
        sheets = apart(change, names, words)
        screen.say(words.say("title_change", name=bill.problem_name), "bold")
        screen.say(_verdict(change, words), "bold")
    for sheet in sheets:
        _show_sheet(screen, sheet, words, everything=everything)
    for note in notes(bill, words):
        screen.say(note, "dim")


def _verdict(change: BillDifference, words: BillWords) -> str:
    if not change.total:
        return words.say("same")
    return words.say("more" if change.total > 0 else "less", total=words.nok(abs(change.total)))


def _show_sheet(screen: Screen, sheet: Sheet, words: BillWords, *, everything: bool) -> None:
    from rostering.bill.tables import shown
    from turnus.terminal.tables import FIRST, more_to_come, table

    if not sheet.rows:
        return
    grid = table(sheet.title)
    for number, head in enumerate(sheet.heads):
        text = all(isinstance(row[number], str) for row in sheet.rows)
        grid.add_column(head, justify="left" if text else "right")
    body = sheet.rows[:-1] if sheet.summed else sheet.rows
    for row in body if everything else body[:FIRST]:
        grid.add_row(*(shown(words, cell) for cell in row))
    if sheet.summed:
        grid.add_section()
        grid.add_row(*(shown(words, cell) for cell in sheet.rows[-1]), style="bold")
    screen.show(grid)
    more_to_come(screen, len(body), everything=everything)


def _tell_file(screen: Screen, out: Path | None) -> None:
    if out is not None:
        label = screen.words.say("files.bill")
        screen.say(screen.words.say("files.written", file=str(out), what=label))


def _document(bill: Bill, change: BillDifference | None) -> dict[str, Any]:
    return {
        "bill": bill.model_dump(mode="json"),
        "difference": None if change is None else change.model_dump(mode="json"),
    }
