"""Every person's accounts after a roster, and what the next period begins with."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.accounts.credit import agreed_minutes, credited_minutes, vacation_minutes
from rostering.accounts.model import AccountLine, AccountName, AccountPart
from rostering.accounts.present import present
from rostering.check import Court, require_fit
from rostering.domain.line import Line
from rostering.domain.problem import AccountBalance, Problem
from rostering.domain.roster import Roster
from rostering.domain.shifts import Pay
from rostering.domain.three_part import reduction
from rostering.domain.vacation import tally
from rostering.domain.wishes import AbsenceKind


def statement(problem: Problem, roster: Roster) -> tuple[AccountLine, ...]:
    """Return six accounts for each person, in the ward's order.

    A duty that known absence covers is credited by the absence and not counted as worked.

    Raises
    ------
    BadInput
        When the problem has faults or the roster does not belong to it.
    """
    require_fit(problem, roster)
    index = Court.of(problem, roster).index
    plan = index.plan(present(index, roster))
    return tuple(account for line in plan.lines.values() for account in lines_of(line))


def carried(problem: Problem, roster: Roster) -> tuple[AccountBalance, ...]:
    """Return the balances with which the next period's ``Problem.accounts`` begins.

    Accounts that close at 0 are left out.
    """
    return tuple(
        AccountBalance(person=line.person, account=line.account, minutes=line.closing)
        for line in statement(problem, roster)
        if line.closing
    )


def lines_of(line: Line) -> tuple[AccountLine, ...]:
    """Return one person's six accounts."""
    return (
        _hours(line),
        _taken(line, "time_off", AbsenceKind.TIME_OFF, "time_off"),
        _taken(line, "f4", AbsenceKind.F4, "F4"),
        _vacation(line),
        _paid(line, "extra_time", Pay.EXTRA),
        _paid(line, "overtime", Pay.OVERTIME),
    )


def _hours(line: Line) -> AccountLine:
    """Return the hours account: contractual hours and credit against what is owed.

    Three-part positions owe their longest week less what the roster's night and Sunday hours
    take off (HTA ch. 1 § 4). Who has no position owes no hours: what is worked is paid.
    """
    index, person = line.index, line.person
    if not person.positions:
        return _line(line, "hours", 0, 0, ())
    contract = index.contracts[person.id]
    worked = sum(duty.minutes for duty in line.planned if duty.contractual)
    off = reduction(index, person, line.planned)
    parts = [("worked", worked), ("credited", contract.credited), ("owed", -contract.owed)]
    if off:
        parts.append(("three_part", off))
    return _line(
        line, "hours", worked + contract.credited, contract.owed - off, tuple(_parts(parts))
    )


def _taken(line: Line, account: AccountName, kind: AbsenceKind, agreed: str) -> AccountLine:
    """Return an account that absence draws on: by its credited hours, agreed days included."""
    index, person = line.index, line.person
    away = credited_minutes(index, person, kind)
    days_off = agreed_minutes(index, person, agreed)
    parts = tuple(_parts([("absence", -away), ("agreed", -days_off)]))
    return _line(line, account, 0, away + days_off, parts)


def _vacation(line: Line) -> AccountLine:
    """Return the vacation account: what it draws on working days, and how many of them."""
    drawn = vacation_minutes(line.index, line.person)
    made = _line(line, "vacation", 0, drawn, tuple(_parts([("absence", -drawn)])))
    return made.model_copy(update={"days_used": tally(line).in_all})


def _paid(line: Line, account: AccountName, pay: Pay) -> AccountLine:
    minutes = sum(duty.minutes for duty in line.planned if duty.pay is pay)
    return _line(line, account, minutes, 0, tuple(_parts([("duties", minutes)])))


def _parts(parts: list[tuple[str, int]]) -> Iterator[AccountPart]:
    for what, minutes in parts:
        if minutes:
            yield AccountPart.model_validate({"what": what, "minutes": minutes})


def _line(
    line: Line, account: AccountName, earned: int, used: int, parts: tuple[AccountPart, ...]
) -> AccountLine:
    opening = sum(
        balance.minutes
        for balance in line.index.problem.accounts
        if balance.person == line.person.id and balance.account == account
    )
    return AccountLine(
        person=line.person.id,
        account=account,
        opening=opening,
        earned=earned,
        used=used,
        closing=opening + earned - used,
        parts=parts,
    )
