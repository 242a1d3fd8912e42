"""Build a control report: judge, count and describe once, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rostering.accounts import covered, present
from rostering.check import Court, require_fit
from rostering.day_codes import codes_of
from rostering.domain.canonical import content_hash
from rostering.domain.card import NoticeEntry
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Overlay, Roster
from rostering.report.basis import agreements, rule_notes, rulebooks, statements
from rostering.report.findings import breaches, shortened
from rostering.report.model import ControlReport, DayEntry, PersonEntry, ShiftEntry
from rostering.report.people import Covered, person_entry
from rostering.report.staffing import staffing, unfilled
from rostering.rulings.notices import notice_entries
from rostering.texts import Catalogue

Language = Literal["nb", "nn", "en"]
_SIGNATURES = ("manager", "union")


def control_report(problem: Problem, roster: Roster, language: Language = "nb") -> ControlReport:
    """Return the control report of any roster, judged by the roster's own rulebook.

    Parameters
    ----------
    problem
        The ward that the roster belongs to.
    roster
        From the engine, imported or made by hand; without day codes of its own they are laid.
    language
        ``nb``, ``nn`` or ``en`` for all sentences.

    Raises
    ------
    BadInput
        When the problem has faults or the roster does not belong to it.
    """
    require_fit(problem, roster)
    court, texts = Court.of(problem, roster), Catalogue(language)
    plan = court.index.plan(roster.effective)
    there = court.index.plan(present(court.index, roster))
    away = covered(court.index, roster)
    found = breaches(court, plan, roster, language)
    hard = sum(breach.hard for breach in found)
    fingerprint = content_hash(problem)
    return ControlReport(
        language=language,
        problem_name=problem.name,
        units=tuple(unit.name or unit.id for unit in problem.units),
        first=problem.horizon.start,
        last=problem.horizon.end,
        days=problem.horizon.days,
        cyclic=court.index.cyclic,
        problem_hash=fingerprint,
        roster_hash=content_hash(roster),
        same_ward=roster.problem_hash in {"", fingerprint},
        lawful=hard == 0,
        hard=hard,
        other=len(found) - hard,
        codes="written" if roster.overlays else "computed",
        calendar=tuple(_calendar(court.index)),
        shifts=tuple(_shifts(problem)),
        people=tuple(_people(court, there, away, codes_of(court, plan, roster))),
        breaches=found,
        warnings=shortened(court, plan, language),
        staffing=tuple(staffing(there)),
        covered=len(away),
        unfilled=tuple(unfilled(problem)),
        rules=tuple(rule_notes(court, texts)),
        rulebooks=tuple(rulebooks(court)),
        agreements=tuple(agreements(court)),
        notices=tuple(_notices(court, language)),
        statements=tuple(statements(court, texts, computed=not roster.overlays, covered=len(away))),
        signatures=tuple(texts.say(f"report.sign.{role}") for role in _SIGNATURES),
    )


def _people(
    court: Court, plan: Plan, away: frozenset[Assignment], laid: tuple[Overlay, ...]
) -> Iterator[PersonEntry]:
    codes: dict[str, list[Overlay]] = {person: [] for person in plan.lines}
    hidden: dict[str, Covered] = {person: {} for person in plan.lines}
    first, last = court.index.problem.horizon.start, court.index.problem.horizon.end
    for duty in sorted(away, key=lambda duty: duty.key):
        mine, day = hidden[duty.person], court.index.clock.day(duty.date)
        mine[day] = f"{mine[day]}/{duty.shift}" if day in mine else duty.shift
    for overlay in laid:
        if first <= overlay.date <= last:
            codes[overlay.person].append(overlay)
    for person, line in plan.lines.items():
        yield person_entry(court, line, codes[person], hidden[person])


def _calendar(index: ProblemIndex) -> Iterator[DayEntry]:
    for day in range(index.days):
        when = index.clock.date(day)
        week = day // 7 + 1 if index.cyclic else when.isocalendar().week
        yield DayEntry(
            date=when,
            week=week,
            weekday=index.calendar.weekday(day),
            red=index.calendar.is_red(day),
            holiday=index.calendar.holiday(day),
        )


def _shifts(problem: Problem) -> Iterator[ShiftEntry]:
    for shift in problem.shifts:
        yield ShiftEntry(
            code=shift.code,
            name=shift.name,
            kind=shift.kind,
            start=shift.start,
            end=shift.end,
            minutes=shift.minutes,
        )


def _notices(court: Court, language: str) -> Iterator[NoticeEntry]:
    """Yield what is to be said of the agreements; the rules have lines of their own."""
    for notice in notice_entries(court.rulings, language):
        if notice.kind in {"expired", "expires"}:
            yield notice
