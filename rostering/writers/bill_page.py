"""A bill as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from rostering.bill.models import Bill, BillDifference
from rostering.bill.tables import Sheet, notes, shown
from rostering.bill.words import BillWords
from rostering.writers.atomic import write_bytes
from rostering.writers.bill_book import bill_sheets

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1b2a33; max-width: 72rem; margin: 2rem auto;
  padding: 0 1rem; }
table { border-collapse: collapse; margin-bottom: 2rem; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #d5dde2; text-align: left;
  vertical-align: top; }
th { background: #eef2f5; position: sticky; top: 0; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.sum td { font-weight: bold; border-top: 2px solid #1b2a33; }
details { margin-bottom: 1rem; }
summary { font-size: 1.2rem; font-weight: bold; cursor: pointer; }
"""
_FOLDED = ("lines", "on_costs", "pay", "values")


def write_bill_page(
    bill: Bill, path: str | Path, language: str = "nb", change: BillDifference | None = None
) -> None:
    """Write a bill as a page; with ``change`` the difference to an earlier one comes first.

    Raises
    ------
    BadInput
        When the file cannot be written.
    """
    write_bytes(path, "".join(_page(bill, BillWords(language), change)).encode())


def _page(bill: Bill, words: BillWords, change: BillDifference | None) -> Iterator[str]:
    total = bill.total if change is None else change.total
    nok = words.nok(total) if change is None else words.more(total)
    title = words.say("title" if change is None else "title_change", name=bill.problem_name)
    yield f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
    yield f"<h1>{escape(title)}</h1>\n<p><strong>NOK {escape(nok)}</strong></p>\n<ul>"
    yield from (f"<li>{escape(note)}</li>\n" for note in notes(bill, words))
    yield "</ul>\n"
    for sheet in bill_sheets(bill, words, change):
        title, table = escape(sheet.title), "".join(_table(sheet, words))
        if sheet.id in _FOLDED:
            yield f"<details><summary>{title}</summary>{table}</details>\n"
        else:
            yield f"<h2>{title}</h2>{table}\n"
    yield "</body></html>\n"


def _table(sheet: Sheet, words: BillWords) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in sheet.heads)
    yield "</tr></thead><tbody>\n"
    for number, row in enumerate(sheet.rows, 1):
        last = sheet.summed and number == len(sheet.rows)
        yield '<tr class="sum">' if last else "<tr>"
        for cell in row:
            kind = "" if isinstance(cell, str) else ' class="number"'
            yield f"<td{kind}>{escape(shown(words, cell))}</td>"
        yield "</tr>\n"
    yield "</tbody></table>"
