"""A report to a file, by the file's ending."""

from __future__ import annotations

from pathlib import Path

from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from tasksharing.report.blocks import Figure, Report
from tasksharing.report.html import html
from tasksharing.report.markdown import markdown
from tasksharing.report.pdf import pdf
from tasksharing.report.picture import picture

ENDINGS = (".html", ".pdf", ".md", ".png", ".svg")


def write_report(report: Report, path: Path) -> None:
    """Write a report as .html, .pdf or .md, or its first picture as .png or .svg.

    Raises
    ------
    BadInput
        When the ending is another one, there is no picture, or the file cannot be written.
    """
    write_bytes(path, report_bytes(report, path.suffix.lower(), str(path)))


def report_bytes(report: Report, ending: str, where: str = "report") -> bytes:
    """Return what a file of an ending holds."""
    if ending == ".html":
        return html(report).encode()
    if ending == ".pdf":
        return pdf(report)
    if ending == ".md":
        return markdown(report).encode()
    figures = [block for block in report.blocks if isinstance(block, Figure)]
    if ending in {".png", ".svg"} and figures:
        return picture(figures[0], ending[1:])
    raise BadInput([Fault(where, ending or "no ending", f"one of: {', '.join(ENDINGS)}")])
