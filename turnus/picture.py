"""A roster on the screen: the whole grid, or one person's line with its sums."""

from __future__ import annotations

import difflib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostering.errors import BadInput, Fault
from turnus.terminal.screen import Screen

if TYPE_CHECKING:
    from rostering.domain.line import Line, Plan
    from rostering.domain.people import Person
    from rostering.domain.problem import Problem
    from rostering.domain.roster import Roster


def show_roster(
    screen: Screen,
    ward: str,
    file: Path,
    who: str | None,
    first: date | None,
    weeks: int | None,
) -> None:
    """Print a roster's grid; with ``who`` that person's line alone, and its sums."""
    from rostering.check import require_fit
    from turnus.wards import read_roster, read_ward

    problem = read_ward(ward)
    roster, same = read_roster(file, problem)
    require_fit(problem, roster)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(file)))
    person = None if who is None else person_of(problem, who)
    plan = draw(screen, problem, roster, person, first, weeks)
    facts = None if person is None else person_facts(plan.lines[person.id])
    if facts is not None:
        _tell_person(screen, facts)
    duties = [d for d in roster.assignments if person is None or d.person == person.id]
    document = {"assignments": [duty.model_dump(mode="json") for duty in duties]}
    screen.emit(document if facts is None else {**document, "person": facts})


def draw(
    screen: Screen,
    problem: Problem,
    roster: Roster,
    person: Person | None,
    first: date | None,
    weeks: int | None,
) -> Plan:
    """Print the grid of some weeks and return the plan behind it."""
    from rostering.domain.index import ProblemIndex
    from turnus.terminal.grid import Grid, Window

    plan = ProblemIndex(problem).plan(roster.assignments)
    start, end = _days(problem, first, weeks)
    people = problem.people if person is None else (person,)
    grid = Grid(plan, screen.words, screen.width, people)
    screen.say(problem.name, "bold")
    screen.lines(*grid.lines(Window.of(start, end), demand=person is None))
    for text in grid.legend():
        screen.lines(text)
    return plan


def _days(problem: Problem, first: date | None, weeks: int | None) -> tuple[date, date]:
    horizon = problem.horizon
    start = first or horizon.start
    if not horizon.start <= start <= horizon.end:
        needed = f"a date from {horizon.start} to {horizon.end}"
        raise BadInput([Fault("--from", str(start), needed, "the year is wrong")])
    if weeks is None:
        return start, horizon.end
    monday = start - timedelta(days=start.weekday())
    return start, min(horizon.end, monday + timedelta(days=7 * weeks - 1))


def person_of(problem: Problem, who: str) -> Person:
    """Return the person with an id or, where only one has it, a name or a part of it.

    Raises
    ------
    BadInput
        When nobody or more than one person is meant.
    """
    named = [p for p in problem.people if who == p.id]
    named = named or [p for p in problem.people if who.casefold() == p.name.casefold()]
    named = named or [p for p in problem.people if who.casefold() in p.name.casefold()]
    if len(named) == 1:
        return named[0]
    if named:
        several = ", ".join(f"{person.id} {person.name}" for person in named[:5])
        raise BadInput([Fault("--person", f"{who!r}, which fits {several}", "one of them")])
    known = {name: p for p in problem.people for name in (p.id, p.name)}
    close = difflib.get_close_matches(who, known, 1, 0.5)
    guess = f"{known[close[0]].id} ({known[close[0]].name}) is meant" if close else ""
    raise BadInput([Fault("--person", f"nobody called {who!r}", "an id or name", guess)])


def person_facts(line: Line) -> dict[str, Any]:
    """Return one person's sums over the period: minutes, burdens and wishes."""
    from rostering.domain.shifts import ShiftKind
    from rostering.domain.three_part import reduction
    from rostering.domain.wish_days import refused, wish_days

    index, planned = line.index, line.planned
    off = reduction(index, line.person, planned)
    asked = list(wish_days(index, line.person.id))
    no = [index.clock.date(day) for wish, day in asked if refused(line, wish, day)]
    weekend = {duty.day for duty in planned if index.calendar.is_weekend(duty.day)}
    holiday = {duty.day for duty in planned if index.calendar.holiday(duty.day)}
    return {
        "id": line.person.id,
        "name": line.person.name,
        "minutes": sum(duty.minutes for duty in planned),
        "contract_minutes": max(0, index.contracts[line.person.id].to_plan - off),
        "weekend_days": len(weekend),
        "nights": sum(duty.kind is ShiftKind.NIGHT for duty in planned),
        "holidays": len(holiday),
        "wish_days": len(asked),
        "wish_days_refused": [day.isoformat() for day in sorted(no)],
    }


def _tell_person(screen: Screen, facts: dict[str, Any]) -> None:
    words = screen.words
    refusals = [date.fromisoformat(day) for day in facts["wish_days_refused"]]
    screen.say("")
    screen.say(facts["name"], "bold")
    planned, contract = (facts[key] / 60 for key in ("minutes", "contract_minutes"))
    screen.say(words.say("show.hours", planned=planned, contract=contract))
    burden = {"weekend": facts["weekend_days"], "night": facts["nights"]}
    screen.say(words.say("show.burden", **burden, holiday=facts["holidays"]))
    asked = facts["wish_days"]
    if asked:
        screen.say(words.say("show.wishes", granted=asked - len(refusals), asked=asked))
    if refusals:
        days = ", ".join(words.short_date(day) for day in refusals)
        screen.say(words.say("show.wish_refused", days=days))
