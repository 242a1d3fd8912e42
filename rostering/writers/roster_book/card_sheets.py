"""The sheets *Poengkort* and *Brudd*: what the roster is worth, and which rules it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rostering.domain.card import BreachEntry, ScoreCard, TermEntry
from rostering.domain.problem import Problem
from rostering.writers import palette
from rostering.writers.headline import headline, subtitle, told
from rostering.writers.roster_book.style import fill, font, heading, landscape, wrapped, write

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TERM_HEADS = {
    "Mål": 34.0, "Enhet": 14.0, "Verdi": 10.0, "Vekt": 10.0, "Poeng": 10.0,
    "Største årsaker": 60.0, "Ansatt": 26.0, "Dato": 12.0, "Bidrag": 10.0,
}  # fmt: skip
_BREACH_HEADS = {
    "Regel": 34.0, "Paragraf": 20.0, "Gjelder": 12.0, "Ansatt": 26.0, "Fra": 12.0, "Til": 12.0,
    "Hva": 60.0, "Mangler": 10.0, "Enhet": 12.0, "Kilde": 40.0,
}  # fmt: skip
_UNIT = {
    "minutes": "minutter",
    "days": "dager",
    "people": "personer",
    "weekends": "helger",
    "duties": "vakter",
    "points": "poeng",
    "minute": "minutt",
    "day": "dag",
    "weekend": "helg",
    "duty": "vakt",
}


def fill_card(sheet: Worksheet, problem: Problem, card: ScoreCard | None) -> None:
    """Write the score card: a bold row for each goal, its biggest causes under it."""
    _title(sheet, problem, card, "Poengkort")
    heading(sheet, 4, _TERM_HEADS)
    row = 5
    for term in card.terms if card else ():
        row = _term(sheet, problem, term, row)
    if card is not None:
        write(sheet, row, 1, "Sum").font = font(palette.HEAD, 12, bold=True)
        write(sheet, row, 5, card.total).font = font(palette.HEAD, 12, bold=True)
    sheet.freeze_panes = "B5"
    landscape(sheet)
    sheet.print_title_rows = "4:4"


def fill_breaches(sheet: Worksheet, problem: Problem, card: ScoreCard | None) -> None:
    """Write one row for each breach, with its paragraph."""
    _title(sheet, problem, card, "Brudd på regler")
    heading(sheet, 4, _BREACH_HEADS)
    names = {person.id: person.name for person in problem.people}
    breaches = card.breaches if card else ()
    for row, breach in enumerate(breaches, 5):
        _breach(sheet, row, breach, names)
    if card is not None and not breaches:
        write(sheet, 5, 1, "Ingen brudd.").font = font(bold=True)
    sheet.freeze_panes = "B5"
    landscape(sheet)
    sheet.print_title_rows = "4:4"


def _title(sheet: Worksheet, problem: Problem, card: ScoreCard | None, what: str) -> None:
    write(sheet, 1, 1, f"{what} – {headline(problem)}").font = font(palette.HEAD, 16, bold=True)
    write(sheet, 2, 1, subtitle(problem, card)).font = font(palette.FAINT_INK, 11)
    sheet.sheet_view.showGridLines = False


def _term(sheet: Worksheet, problem: Problem, term: TermEntry, row: int) -> int:
    names = {person.id: person.name for person in problem.people}
    unit = _UNIT.get(term.unit, term.unit)
    values: tuple[str | int, ...] = (term.name, unit, term.value, term.weight, term.points)
    for column, value in enumerate(values, 1):
        cell = write(sheet, row, column, value)
        cell.font = font(bold=True)
    for column in range(1, len(_TERM_HEADS) + 1):
        sheet.cell(row, column).fill = fill(palette.RED_DAY)
    for cause in term.causes:
        row += 1
        who = names.get(cause.person or "", cause.person or "")
        told_cause: tuple[str | int, ...] = (cause.text, who, told(cause.date), cause.amount)
        for column, value in enumerate(told_cause, 6):
            wrapped(write(sheet, row, column, value))
    return row + 1


def _breach(sheet: Worksheet, row: int, breach: BreachEntry, names: dict[str, str]) -> None:
    values: tuple[str | int, ...] = (
        breach.name,
        breach.paragraph,
        "alltid" if breach.hard else "med pris",
        names.get(breach.person or "", breach.person or "hele enheten"),
        told(breach.first),
        told(breach.last),
        breach.text,
        breach.missing,
        _UNIT.get(breach.unit, breach.unit),
        breach.link,
    )
    for column, value in enumerate(values, 1):
        wrapped(write(sheet, row, column, value))
    if breach.hard:
        cell = sheet.cell(row, 3)
        cell.fill, cell.font = fill(palette.UNDER_MINIMUM), font("#FFFFFF", bold=True)
