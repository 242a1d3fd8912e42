"""The tables of people: hours, burdens and codes, accounts, red days."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.accounts import AccountLine
from rostering.domain.red_days import SUNDAY
from rostering.report.marks import Mark
from rostering.report.model import ControlReport, PersonEntry, RedEntry
from rostering.writers.control_report.signs import SIGN
from rostering.writers.control_report.table import Column, Kind, Row, Table, Words
from rostering.writers.control_report.weeks_table import weeks_table


def people_tables(report: ControlReport, say: Words) -> Iterator[Table]:
    """Yield hours, burdens, accounts and red days, people in the ward's order."""
    yield _hours(report, say)
    yield from weeks_table(report, say)
    yield _burden(report, say)
    yield _accounts(report, say)
    yield _red(report, say)
    if any(person.vacation.in_all for person in report.people):
        yield _vacation(report, say)


def _hours(report: ControlReport, say: Words) -> Table:
    heads = ("owed", "planned", "credited", "difference", "extra", "overtime")
    return Table(
        name="hours",
        title=say("section.hours"),
        note=say("note.hours"),
        columns=(
            say.column("person", Kind.NAME, 26),
            say.column("positions", width=26),
            say.column("contract_week", Kind.HOURS, 11),
            say.column("roster_week", Kind.HOURS, 11),
            *(say.column(head, Kind.HOURS, 11) for head in heads),
        ),
        rows=tuple(
            (
                person.name,
                _positions(report, person, say),
                person.week.contract if person.week else None,
                person.week.minutes if person.week else None,
                *(getattr(person.hours, head) for head in heads),
            )
            for person in report.people
        ),
    )


def _positions(report: ControlReport, person: PersonEntry, say: Words) -> str:
    several = len(report.units) > 1
    return " + ".join(
        f"{held.percent:g} %".replace(".", "." if report.language == "en" else ",")
        + (f" {held.unit}" if several else "")
        + (f" ({say('three_part')})" if held.three_part else "")
        for held in person.positions
    )


def _burden(report: ControlReport, say: Words) -> Table:
    heads = (
        "weekends_worked", "weekends", "red_worked", "red_off", "nights", "evenings",
        "quick_returns", "longest_run",
    )  # fmt: skip
    codes = [code for code in Mark if any(code in p.day_codes for p in report.people)]
    return Table(
        name="burden",
        title=say("section.burden"),
        note=say("note.burden"),
        columns=(
            say.column("person", Kind.NAME, 26),
            *(say.column(head, Kind.NUMBER, 10) for head in heads),
            *(Column(SIGN[code], Kind.NUMBER, 5) for code in codes),
        ),
        rows=tuple(
            (
                person.name,
                *(getattr(person.burden, head) for head in heads),
                *(person.day_codes.get(code, 0) for code in codes),
            )
            for person in report.people
        ),
    )


def _accounts(report: ControlReport, say: Words) -> Table:
    heads = ("opening", "earned", "used", "closing")
    return Table(
        name="accounts",
        title=say("section.accounts"),
        note=say("note.accounts"),
        columns=(
            say.column("person", Kind.NAME, 26),
            say.column("account", width=16),
            *(say.column(head, Kind.HOURS, 11) for head in heads),
            say.column("days_used", Kind.NUMBER, 10),
            say.column("parts", width=50),
        ),
        rows=tuple(
            _account(person, account, say)
            for person in report.people
            for account in person.accounts
            if account.opening or account.earned or account.used or account.days_used
        ),
    )


def _account(person: PersonEntry, account: AccountLine, say: Words) -> Row:
    parts = ", ".join(
        f"{say(f'part.{part.what}')} {_hours_text(part.minutes, say.texts.language)}"
        for part in account.parts
    )
    return (
        person.name,
        say(f"account.{account.account}"),
        account.opening,
        account.earned,
        account.used,
        account.closing,
        account.days_used if account.account == "vacation" else None,
        parts,
    )


def _hours_text(minutes: int, language: str) -> str:
    text = f"{minutes / 60:.2f}".replace("-", "\N{MINUS SIGN}")
    return text if language == "en" else text.replace(".", ",")


def _red(report: ControlReport, say: Words) -> Table:
    return Table(
        name="red",
        title=say("section.red"),
        note=say("note.red"),
        columns=(
            say.column("person", Kind.NAME, 26),
            say.column("worked_dates", width=60),
            say.column("off_dates", width=60),
        ),
        rows=tuple(
            (
                person.name,
                _red_dates(say, [red for red in person.red if red.worked]),
                _red_dates(say, [red for red in person.red if not red.worked]),
            )
            for person in report.people
        ),
    )


def _vacation(report: ControlReport, say: Words) -> Table:
    heads = ("in_all", "needed", "longest_in_summer", "needed_in_summer")
    return Table(
        name="vacation",
        title=say("section.vacation"),
        note=say("note.vacation"),
        columns=(
            say.column("person", Kind.NAME, 26),
            *(say.column(head, Kind.NUMBER, 14) for head in heads),
        ),
        rows=tuple(
            (person.name, *(getattr(person.vacation, head) for head in heads))
            for person in report.people
        ),
    )


def _red_dates(say: Words, red: list[RedEntry]) -> str:
    """Return holidays by date and name, then the Sundays by their dates."""
    dates = {entry: say.short(entry.date) for entry in red}
    feasts = [f"{dates[entry]} {entry.name}" for entry in red if entry.name != SUNDAY]
    sundays = ", ".join(dates[entry] for entry in red if entry.name == SUNDAY)
    return ", ".join([*feasts, f"{SUNDAY}: {sundays}"] if sundays else feasts)
