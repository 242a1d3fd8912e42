"""The tables of what is wrong: breaches, shortened rests and short staffing."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.card import BreachEntry
from rostering.report.model import ControlReport, StaffingDay
from rostering.texts import hours
from rostering.writers.control_report.table import Kind, Row, Table, Words


def findings_tables(report: ControlReport, say: Words) -> Iterator[Table]:
    """Yield breaches with remarks, shortened rests, staffing by row and lines without a holder."""
    names = {person.person: person.name for person in report.people}
    yield _breaches(report, names, say)
    yield _warnings(report, say)
    yield _staffing(report, say)
    if report.unfilled:
        yield _unfilled(report, say)


def _breaches(report: ControlReport, names: dict[str, str], say: Words) -> Table:
    return Table(
        name="breaches",
        title=say("section.breaches"),
        columns=(
            say.column("number", Kind.NUMBER, 5),
            say.column("binds", Kind.SHORT, 9),
            say.column("rule", width=22),
            say.column("paragraph", Kind.SOURCE, 20),
            say.column("person", Kind.NAME, 24),
            say.column("from", Kind.DATE, 11),
            say.column("to", Kind.DATE, 11),
            say.column("what", width=56),
            say.column("missing", Kind.SHORT, 14),
            say.column("link", Kind.LINK, 30),
        ),
        rows=tuple(_entry(n, entry, names, say) for n, entry in enumerate(report.breaches, 1)),
        empty=say("none.breaches"),
    )


def _entry(number: int, entry: BreachEntry, names: dict[str, str], say: Words) -> Row:
    return (
        number,
        say("binds.hard" if entry.hard else "binds.other"),
        entry.name,
        entry.paragraph,
        say("everybody") if entry.person is None else names.get(entry.person, entry.person),
        say.day(entry.first),
        say.day(entry.last),
        entry.text,
        _missing(entry, say),
        entry.link,
    )


def _missing(entry: BreachEntry, say: Words) -> str:
    """Return how much is missing with its unit; minutes as hours."""
    if entry.unit == say.texts.say("unit.minutes"):
        return hours(entry.missing, say.texts.language)
    return f"{entry.missing} {entry.unit}"


def _warnings(report: ControlReport, say: Words) -> Table:
    """Return a row for each person with shortened rests: how many, hours short, which weeks."""
    by_person: dict[str, list[BreachEntry]] = {}
    for warning in report.warnings:
        by_person.setdefault(warning.person or "", []).append(warning)
    first = report.warnings[0] if report.warnings else None
    return Table(
        name="warnings",
        title=say("section.warnings"),
        note=say("note.warnings", paragraph=first.paragraph) if first else "",
        columns=(
            say.column("person", Kind.NAME, 26),
            say.column("weeks", Kind.NUMBER, 8),
            say.column("short_hours", Kind.HOURS, 12),
            say.column("weeks_from", width=90),
        ),
        rows=tuple(
            (
                person.name,
                len(found),
                sum(warning.missing for warning in found),
                ", ".join(say.short(warning.first) for warning in found),
            )
            for person in report.people
            if (found := by_person.get(person.person))
        ),
        empty=say("none.warnings"),
    )


def _staffing(report: ControlReport, say: Words) -> Table:
    return Table(
        name="staffing",
        title=say("section.staffing"),
        note=say("note.staffing"),
        columns=(
            say.column("row", Kind.NAME, 26),
            say.column("days", Kind.NUMBER, 8),
            say.column("under_minimum", Kind.NUMBER, 10),
            say.column("under_target", Kind.NUMBER, 10),
            say.column("over_maximum", Kind.NUMBER, 10),
            say.column("short_dates", width=70),
        ),
        rows=tuple(
            (
                row.name,
                len(row.days),
                row.under_minimum,
                row.under_target,
                row.over_maximum,
                ", ".join(_short(day, say) for day in row.days if mark(day) in "!▼"),
            )
            for row in report.staffing
        ),
        empty=say("none.staffing"),
    )


def _short(day: StaffingDay, say: Words) -> str:
    return f"{say.short(day.date)} {staffed(day)}"


def staffed(day: StaffingDay) -> str:
    """Return ``2/3`` with the sign that says what is wrong, if anything is."""
    return f"{day.have}/{day.target}{mark(day).strip()}"


def mark(day: StaffingDay) -> str:
    """Return ``!`` under the minimum, ``▼`` the target, ``▲`` over the maximum, else a space."""
    if day.have < day.minimum:
        return "!"
    if day.have < day.target:
        return "▼"
    return "▲" if day.maximum is not None and day.have > day.maximum else " "


def _unfilled(report: ControlReport, say: Words) -> Table:
    return Table(
        name="unfilled",
        title=say("section.unfilled"),
        columns=(
            say.column("line", width=16),
            say.column("unit", width=20),
            say.column("percent", Kind.NUMBER, 10),
        ),
        rows=tuple((line.line, line.unit, line.percent) for line in report.unfilled),
    )
