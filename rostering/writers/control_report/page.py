"""The control report as one page of HTML, to be printed on A4 and signed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from importlib import resources
from pathlib import Path

from rostering.report.model import ControlReport, DayEntry
from rostering.writers.atomic import write_bytes
from rostering.writers.control_report.grid import Block, blocks
from rostering.writers.control_report.summary import (
    facts,
    period,
    result,
    signature_lines,
    tables,
)
from rostering.writers.control_report.table import (
    Kind,
    Row,
    Table,
    Value,
    Words,
    shown,
)

_OWN_PAGE = {"breaches", "hours", "accounts", "legend"}
_SAFE_LINKS = ("https://", "http://")


def write_control_page(report: ControlReport, path: str | Path) -> None:
    """Write the page; it needs nothing from elsewhere.

    Raises
    ------
    BadInput
        When the file cannot be written.
    """
    write_bytes(path, control_page(report).encode("utf-8", "replace"))


def control_page(report: ControlReport) -> str:
    """Return the page: front with signatures, tables, the roster week by week, and its basis."""
    say = Words.of(report)
    made = tables(report, say)
    middle = next(n for n, table in enumerate(made) if table.name == "legend")
    parts = [
        *_head(report, say),
        *_front(report, say, made),
        *(part for table in made[:middle] for part in _section(table, report.language)),
        *_grid(report, say),
        *(part for table in made[middle:] for part in _section(table, report.language)),
        "</body>\n</html>\n",
    ]
    return "".join(parts)


@lru_cache(maxsize=1)
def _style() -> str:
    file = resources.files("rostering.writers.control_report") / "page.css"
    return file.read_text(encoding="utf-8")


def _head(report: ControlReport, say: Words) -> Iterator[str]:
    name = escape(f"{say('title')} – {report.problem_name}")
    counter = f'@page {{ @bottom-right {{ content: "{say("page")} " counter(page) " / " '
    counter += "counter(pages); font-size: 8pt; } }\n"
    yield f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{name}</title>\n<style>\n{_style()}{counter}</style>\n</head>\n<body>\n"


def _front(report: ControlReport, say: Words, made: tuple[Table, ...]) -> Iterator[str]:
    yield f"<h1>{escape(say('title'))}: {escape(report.problem_name)}</h1>\n"
    yield f'<p class="under">{escape(say("subtitle"))}</p>\n<div class="front">\n<dl>\n'
    for head, text in facts(report, say):
        yield f"<dt>{escape(head)}</dt><dd>{escape(text)}</dd>\n"
    yield f'</dl>\n<div class="result">\n<h2>{escape(say("verdict"))}</h2>\n<ul>\n'
    for number, line in enumerate(result(report, say)):
        first = ' class="first"' if number == 0 else ""
        yield f"<li{first}>{escape(line)}</li>\n"
    yield "</ul>\n</div>\n</div>\n"
    yield from _signatures(report, say)
    yield f'<h2>{escape(say("contents"))}</h2>\n<ol class="contents">\n'
    titles = [(table.name, table.title) for table in made]
    place = next(n for n, (name, _) in enumerate(titles) if name == "legend")
    titles.insert(place, ("grid", say("section.grid")))
    for name, title in titles:
        yield f'<li><a href="#{name}">{escape(title)}</a></li>\n'
    yield "</ol>\n"


def _signatures(report: ControlReport, say: Words) -> Iterator[str]:
    yield f'<section id="signatures">\n<h2>{escape(say("section.signatures"))}</h2>\n'
    yield f'<p>{escape(say("sign.text"))}</p>\n<div class="signatures">\n'
    for role, lines in signature_lines(report, say):
        yield f'<div class="signature"><h3>{escape(role)}</h3>\n'
        for line in lines:
            yield f'<div class="blank"><span>{escape(line)}</span><span></span></div>\n'
        yield "</div>\n"
    yield "</div>\n</section>\n"


def _section(table: Table, language: str) -> Iterator[str]:
    own = ' class="own"' if table.name in _OWN_PAGE else ""
    yield f'<section id="{table.name}"{own}>\n<h2>{escape(table.title)}</h2>\n'
    if table.note:
        yield f'<p class="note">{escape(table.note)}</p>\n'
    if not table.rows:
        yield f'<p class="empty">{escape(table.empty)}</p>\n</section>\n'
        return
    yield f'<table aria-label="{escape(table.title)}">\n<thead><tr>'
    kinds = [column.kind for column in table.columns]
    for column in table.columns:
        if column.kind is not Kind.LINK:
            yield f'<th scope="col" class="{column.kind.value}">{escape(column.head)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in table.rows:
        yield _row(row, kinds, language)
    yield "</tbody>\n</table>\n</section>\n"


def _row(row: Row, kinds: list[Kind], language: str) -> str:
    cells = [
        _linked(shown(value, kind, language), str(row[-1]), kind)
        if kind is Kind.SOURCE
        else _cell(value, kind, language)
        for value, kind in zip(row, kinds, strict=True)
        if kind is not Kind.LINK
    ]
    if kinds[0] is Kind.NAME:
        cells[0] = f'<th scope="row" class="name">{escape(str(row[0]))}</th>'
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(value: Value, kind: Kind, language: str) -> str:
    text = shown(value, kind, language)
    if kind is Kind.ADDRESS:
        return _linked(text, text, kind)
    return f'<td class="{kind.value}">{escape(text)}</td>'


def _linked(text: str, address: str, kind: Kind) -> str:
    told = escape(text)
    if address.startswith(_SAFE_LINKS):
        told = f'<a href="{escape(address)}">{told}</a>'
    return f'<td class="{kind.value}">{told}</td>'


def _grid(report: ControlReport, say: Words) -> Iterator[str]:
    yield f'<section id="grid" class="own">\n<h2>{escape(say("section.grid"))}</h2>\n'
    yield f'<p class="note">{escape(period(report, say))}. {escape(say("note.staffing"))}</p>\n'
    for block in blocks(report):
        yield from _block(block, report, say)
    yield "</section>\n"


def _block(block: Block, report: ControlReport, say: Words) -> Iterator[str]:
    classes = [_classes(day) for day in block.days]
    yield '<div class="block">\n<table class="grid">\n<thead>\n'
    yield from _block_heads(block, report, say, classes)
    yield "</thead>\n<tbody>\n"
    for name, cells in block.people:
        row = (_day_cell(text, kind) for text, kind in zip(cells, classes, strict=True))
        yield f'<tr><th scope="row">{escape(name)}</th>{"".join(row)}</tr>\n'
    yield '</tbody>\n<tbody class="staffing">\n'
    for name, cells in block.staffing:
        row = (_staffing_cell(text, kind) for text, kind in zip(cells, classes, strict=True))
        yield f'<tr><th scope="row">{escape(name)}</th>{"".join(row)}</tr>\n'
    yield "</tbody>\n</table>\n"
    feasts = [
        f"* {shown(d.date, Kind.DATE, report.language)} {d.holiday}"
        for d in block.days
        if d.holiday
    ]
    if feasts:
        yield f'<p class="note">{escape(" · ".join(feasts))}</p>\n'
    yield "</div>\n"


def _block_heads(
    block: Block, report: ControlReport, say: Words, classes: list[str]
) -> Iterator[str]:
    rows = 2 if report.cyclic else 3
    yield f'<tr><th scope="col" rowspan="{rows}">{escape(say("head.person"))}</th>'
    for week, length in _weeks(block.days):
        told = escape(say("week", number=week))
        yield f'<th scope="colgroup" colspan="{length}" class="monday">{told}</th>'
    names = say("weekdays").split()
    yield "</tr>\n<tr>"
    for day, kind in zip(block.days, classes, strict=True):
        star = "*" if day.holiday else ""
        yield f'<th scope="col" class="{kind}">{names[day.weekday - 1]}{star}</th>'
    yield "</tr>\n"
    if report.cyclic:
        return
    dates = (
        f'<th scope="col" class="{kind}">{say.short(day.date)}</th>'
        for day, kind in zip(block.days, classes, strict=True)
    )
    yield f"<tr>{''.join(dates)}</tr>\n"


def _weeks(days: tuple[DayEntry, ...]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for day in days:
        if found and day.weekday != 1:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((day.week, 1))
    return found


def _classes(day: DayEntry) -> str:
    named = ["monday"] if day.weekday == 1 else []
    if day.red or day.weekday == 6:
        named.append("rest")
    return " ".join(named)


@lru_cache(maxsize=8192)
def _day_cell(text: str, kind: str) -> str:
    return f'<td class="{kind}">{escape(text)}</td>'


@lru_cache(maxsize=8192)
def _staffing_cell(text: str, kind: str) -> str:
    bad = " bad" if text.endswith("!") else ""
    return f'<td class="{kind}{bad}">{escape(text)}</td>'
