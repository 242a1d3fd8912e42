"""The people whose roster gives a shorter full-time week than their contract has, and why."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.report.model import ControlReport, PersonEntry, ReasonEntry, WeekEntry
from rostering.texts import hours
from rostering.writers.control_report.table import Kind, Row, Table, Words


def weeks_table(report: ControlReport, say: Words) -> Iterator[Table]:
    """Yield the table of remarks when anybody's week is shorter; they are no breaches."""
    rows = tuple(_row(person, week, say) for person, week in shorter_weeks(report))
    if rows:
        yield Table(
            name="weeks",
            title=say("section.weeks"),
            note=say("note.weeks"),
            columns=(
                say.column("person", Kind.NAME, 26),
                say.column("contract_week", Kind.HOURS, 11),
                say.column("roster_week", Kind.HOURS, 11),
                say.column("owed", Kind.HOURS, 11),
                say.column("owed_by_roster", Kind.HOURS, 14),
                say.column("meets", width=70),
            ),
            rows=rows,
        )


def shorter_weeks(report: ControlReport) -> Iterator[tuple[PersonEntry, WeekEntry]]:
    """Yield the people whose roster gives a shorter week than the contract, with the weeks."""
    for person in report.people:
        if person.week is not None and person.week.shorter:
            yield person, person.week


def _row(person: PersonEntry, week: WeekEntry, say: Words) -> Row:
    reasons = "; ".join(_reason(reason, say) for reason in week.reasons)
    if week.three_part:
        reasons = f"{say('week_three_part')}; {reasons}"
    by_roster = round(person.hours.owed * week.minutes / week.contract)
    return person.name, week.contract, week.minutes, person.hours.owed, by_roster, reasons


def _reason(reason: ReasonEntry, say: Words) -> str:
    """Return what a roster meets as words: days as days, parts as per cent, minutes as hours."""
    if reason.name == "sundays":
        has, asked = str(reason.has), str(reason.asked)
    elif reason.name == "day_evening":
        has, asked = f"{reason.has // 10} %", f"{reason.asked // 10} %"
    else:
        has, asked = (hours(n, say.texts.language) for n in (reason.has, reason.asked))
    return say(f"reason.{reason.name}", has=has, asked=asked)
