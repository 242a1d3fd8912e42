"""The tables of what the report rests on: signs, agreements, rules and kinds of knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.fields import format_time
from rostering.report.marks import Mark
from rostering.report.model import ControlReport
from rostering.writers.control_report.signs import SIGN
from rostering.writers.control_report.table import Kind, Row, Table, Value, Words


def basis_tables(report: ControlReport, say: Words) -> Iterator[Table]:
    """Yield legend, agreements with notices, rules that did not bind hard, and statements."""
    yield _legend(report, say)
    yield _agreements(report, say)
    if report.notices:
        rows: tuple[Row, ...] = tuple((n.date, n.text) for n in report.notices)
        columns = (say.column("date", Kind.DATE, 11), say.column("what", width=80))
        yield Table("notices", say("section.notices"), columns, rows)
    yield _rules(report, say)
    yield _statements(report, say)
    if report.breaches or report.warnings:
        yield _sources(report, say)


def _legend(report: ControlReport, say: Words) -> Table:
    shifts = [
        (
            shift.code,
            shift.name or say.texts.say(f"word.{shift.kind.value}"),
            f"{format_time(shift.start)}–{format_time(shift.end)}",
            shift.minutes,
        )
        for shift in report.shifts
    ]
    used = [code for code in Mark if any(code in p.day_codes for p in report.people)]
    codes: list[tuple[Value, ...]] = [
        (SIGN[code], say(f"code.{code.value}"), None, None) for code in used
    ]
    return Table(
        name="legend",
        title=say("section.legend"),
        note=say("covered"),
        columns=(
            say.column("code", Kind.SHORT, 8),
            say.column("meaning", width=36),
            say.column("time", Kind.SHORT, 14),
            say.column("hours", Kind.HOURS, 8),
        ),
        rows=(*shifts, *codes),
    )


def _agreements(report: ControlReport, say: Words) -> Table:
    return Table(
        name="agreements",
        title=say("section.agreements"),
        columns=(
            say.column("agreement", width=20),
            say.column("level", Kind.SHORT, 7),
            say.column("rule", width=26),
            say.column("covers", width=26),
            say.column("from", Kind.DATE, 11),
            say.column("to", Kind.DATE, 11),
            say.column("document", width=24),
            say.column("parties", width=24),
        ),
        rows=tuple(
            (
                held.id,
                held.level.value,
                ", ".join(say.texts.say(f"rule.{rule}") for rule in held.rules) or say("all_rules"),
                ", ".join(held.persons) or say("everyone"),
                held.first,
                held.last,
                held.document,
                held.parties,
            )
            for held in report.agreements
        ),
        empty=say("none.agreements"),
    )


def _rules(report: ControlReport, say: Words) -> Table:
    return Table(
        name="rules",
        title=say("section.rules"),
        columns=(
            say.column("rule", width=28),
            say.column("state", Kind.SHORT, 14),
            say.column("reason", width=70),
        ),
        rows=tuple((note.name, say(f"state.{note.state}"), note.reason) for note in report.rules),
        empty=say("none.rules"),
    )


def _sources(report: ControlReport, say: Words) -> Table:
    """Return where each paragraph that is quoted can be read, once each."""
    quoted = [*report.breaches, *report.warnings]
    found = dict.fromkeys((entry.paragraph, entry.link) for entry in quoted if entry.link)
    return Table(
        name="sources",
        title=say("section.sources"),
        columns=(say.column("paragraph", width=30), say.column("link", Kind.ADDRESS, 60)),
        rows=tuple(found),
        empty=say("none.breaches"),
    )


def _statements(report: ControlReport, say: Words) -> Table:
    return Table(
        name="statements",
        title=say("section.statements"),
        columns=(say.column("knowledge", Kind.SHORT, 12), say.column("what", width=100)),
        rows=tuple((say(f"kind.{told.kind}"), told.text) for told in report.statements),
    )
