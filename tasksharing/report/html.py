"""A report as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tasksharing.report.blocks import Block, Bullets, Figure, Grid, Heading, Report, Text
from tasksharing.report.picture import inline_svg

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1b2a33; max-width: 60rem; margin: 2rem auto;
  padding: 0 1rem; }
h2 { margin-top: 2rem; break-after: avoid; }
h3 { margin-top: 1.5rem; break-after: avoid; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .3rem .75rem; border-bottom: 1px solid #c3ced5; text-align: left;
  vertical-align: top; }
thead th { border-bottom: 2px solid #1b2a33; }
tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
.strong { border-left: 4px solid #b26a00; padding: .2rem .8rem; font-weight: 600; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { color: #45555f; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } }
"""


def html(report: Report) -> str:
    """Return a report as a page to read or print."""
    return "".join(_page(report))


def _page(report: Report) -> Iterator[str]:
    title = escape(report.title)
    yield f'<!doctype html>\n<html lang="{report.language}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body><main>\n<h1>{title}</h1>\n"
    for block in report.blocks:
        yield from _block(block)
    yield "</main></body></html>\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{escape(block.text)}</h{block.level}>\n"
    elif isinstance(block, Text):
        strong = ' class="strong"' if block.strong else ""
        yield f"<p{strong}>{escape(block.text)}</p>\n"
    elif isinstance(block, Bullets):
        items = "".join(f"<li>{escape(item)}</li>" for item in block.items)
        yield f"<ul>{items}</ul>\n"
    elif isinstance(block, Grid):
        yield from _grid(block)
    elif isinstance(block, Figure):
        caption = f"<figcaption>{escape(block.told)}</figcaption>"
        yield f"<figure>{inline_svg(block)}{caption}</figure>\n"


def _grid(grid: Grid) -> Iterator[str]:
    yield '<div class="wide" tabindex="0"><table><thead><tr>'
    for number, head in enumerate(grid.heads):
        yield f'<th scope="col"{_right(grid, number)}>{escape(head)}</th>'
    yield "</tr></thead><tbody>\n"
    for row in grid.rows:
        yield f"<tr>{''.join(_cell(grid, n, cell) for n, cell in enumerate(row))}</tr>\n"
    yield "</tbody></table></div>\n"


def _cell(grid: Grid, number: int, cell: str) -> str:
    if grid.named and not number:
        return f'<th scope="row">{escape(cell)}</th>'
    return f"<td{_right(grid, number)}>{escape(cell)}</td>"


def _right(grid: Grid, column: int) -> str:
    return ' class="number"' if column in grid.numbers else ""
