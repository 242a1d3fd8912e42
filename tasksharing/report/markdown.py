"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from tasksharing.report.blocks import Block, Bullets, Figure, Grid, Heading, Report, Text


def markdown(report: Report) -> str:
    """Return a report as Markdown; a picture is told in words."""
    parts = [f"# {report.title}", *("\n".join(_lines(block)) for block in report.blocks)]
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {block.text}"
    elif isinstance(block, Text):
        yield f"**{block.text}**" if block.strong else block.text
    elif isinstance(block, Bullets):
        yield from (f"- {item}" for item in block.items)
    elif isinstance(block, Grid):
        yield _row(block.heads)
        yield _row("---:" if n in block.numbers else "---" for n in range(len(block.heads)))
        yield from (_row(row) for row in block.rows)
    elif isinstance(block, Figure):
        yield f"_{block.told}_"


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
