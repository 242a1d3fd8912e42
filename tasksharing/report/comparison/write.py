"""A comparison to a file, by the file's ending."""

from __future__ import annotations

from pathlib import Path

from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes
from tasksharing.evaluate.models import Comparison
from tasksharing.report.blocks import Figure
from tasksharing.report.comparison.alternative import alternative_figures
from tasksharing.report.comparison.build import comparison_report
from tasksharing.report.comparison.overview import overview
from tasksharing.report.comparison.pictures import pareto
from tasksharing.report.comparison.told import Told
from tasksharing.report.comparison.workbook import workbook
from tasksharing.report.picture import picture
from tasksharing.report.write import report_bytes

PICTURES = (".png", ".svg")
ENDINGS = (".html", ".pdf", ".xlsx", ".md", ".json", *PICTURES)


def write_comparison(comparison: Comparison, path: Path, language: str = "nb") -> tuple[Path, ...]:
    """Write a comparison as .html, .pdf, .xlsx, .md or .json; return what was written.

    As .png or .svg it becomes several pictures: the table in the file itself, the others beside
    it, named after it.

    Raises
    ------
    BadInput
        When the ending is another one, or a file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in PICTURES:
        write_bytes(path, comparison_bytes(comparison, ending, language))
        return (path,)
    written = []
    for name, figure in comparison_figures(comparison, language).items():
        place = path if name == "table" else path.with_name(f"{path.stem}-{name}{ending}")
        write_bytes(place, picture(figure, ending[1:]))
        written.append(place)
    return tuple(written)


def comparison_bytes(comparison: Comparison, ending: str, language: str = "nb") -> bytes:
    """Return what a file of an ending holds; of the pictures, the table."""
    if ending not in ENDINGS:
        raise BadInput([Fault("report", ending or "no ending", f"one of: {', '.join(ENDINGS)}")])
    if ending == ".xlsx":
        return workbook(comparison, language)
    if ending == ".json":
        return comparison.model_dump_json(indent=2).encode()
    if ending in PICTURES:
        return picture(comparison_figures(comparison, language)["table"], ending[1:])
    return report_bytes(comparison_report(comparison, language), ending)


def comparison_figures(comparison: Comparison, language: str = "nb") -> dict[str, Figure]:
    """Return every picture of a comparison by name, the table first."""
    told = Told(comparison, language)
    found = {"table": overview(told)}
    for base in comparison.bases:
        choice = pareto(told, base)
        if choice is not None:
            found[f"pareto-{base.id}"] = choice
        for one in told.of(base):
            figures = alternative_figures(told, base, one)
            found |= {f"{one.id}-{n}": figure for n, figure in enumerate(figures, 1)}
    return found
