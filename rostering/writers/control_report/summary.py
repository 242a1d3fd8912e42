"""The front of the report: what it is about, and the result in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rostering.report.model import ControlReport
from rostering.writers.control_report.basis_tables import basis_tables
from rostering.writers.control_report.findings_tables import findings_tables
from rostering.writers.control_report.people_tables import people_tables
from rostering.writers.control_report.table import Kind as _Kind
from rostering.writers.control_report.table import Table, Words, shown
from rostering.writers.control_report.weeks_table import shorter_weeks


def tables(report: ControlReport, say: Words) -> tuple[Table, ...]:
    """Return every table but the grid, in the order in which they are read."""
    return (
        *findings_tables(report, say),
        *people_tables(report, say),
        *basis_tables(report, say),
    )


def facts(report: ControlReport, say: Words) -> Iterator[tuple[str, str]]:
    """Yield what the report is about: heading and text."""
    yield say("units"), ", ".join(report.units)
    yield say("period"), period(report, say)
    yield say("people"), str(len(report.people))
    yield say("rulebooks"), ", ".join(book.name for book in report.rulebooks)
    yield say("fingerprint"), _short(report.roster_hash)
    yield say("ward_fingerprint"), _short(report.problem_hash)


def period(report: ControlReport, say: Words) -> str:
    """Return the period in words; a base roster's in weeks."""
    if report.cyclic:
        return say("period_cyclic", count=report.days // 7)
    first, last = (shown(day, _Kind.DATE, report.language) for day in (report.first, report.last))
    return say("period_value", first=first, last=last, count=report.days)


def result(report: ControlReport, say: Words) -> Iterator[str]:
    """Yield the result, the gravest first; what is 0 is said too."""
    yield say("lawful") if report.lawful else say("broken", count=report.hard)
    broken = Counter(breach.name for breach in report.breaches if breach.hard)
    for name, count in broken.most_common():
        yield f"{name}: {count}"
    if not report.same_ward:
        yield say("other_ward")
    yield say("other", count=report.other)
    yield say("shortened", count=len(report.warnings))
    yield _staffing(report, say)
    if shorter := sum(1 for _ in shorter_weeks(report)):
        yield say("shorter_weeks", count=shorter)
    if report.unfilled:
        yield say("unfilled_lines", count=len(report.unfilled))


def _staffing(report: ControlReport, say: Words) -> str:
    """Return how often staffing is short; without a plan nothing of it is known."""
    if not report.staffing:
        return say("no_plan")
    return say(
        "short_days",
        count=sum(row.under_minimum for row in report.staffing),
        bound=sum(row.under_target for row in report.staffing),
    )


def signature_lines(report: ControlReport, say: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each role with the lines that it fills in by hand."""
    for role in report.signatures:
        yield role, tuple(say(f"sign.{line}") for line in ("signature", "name", "place", "date"))


def _short(fingerprint: str) -> str:
    """Return enough of a hash to tell two files apart on paper: 16 of its 64 digits."""
    return fingerprint.removeprefix("sha256:")[:16]
