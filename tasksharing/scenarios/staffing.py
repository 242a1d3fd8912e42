"""What a scenario changes in the planning problem itself: people, shifts, competences, demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rostering.domain.competence import Competence, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.people import Exemption, HeldCompetence, Person, Position
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftType
from rostering.explain.subward import only
from rostering.wages.load import shipped
from tasksharing.catalogue import draft
from tasksharing.domain.book import TaskBook
from tasksharing.scenarios.changes import AddStaff, ShareStaff, Train, Vacate
from tasksharing.scenarios.enlarging import enlarged
from tasksharing.scenarios.forming import Formed
from tasksharing.scenarios.scenario import Scenario


def staffed(
    problem: Problem, book: TaskBook, scenario: Scenario, formed: Iterable[Formed]
) -> Problem:
    """Return the problem with the scenario's people, competences, shifts and rows of new staff."""
    changed = _vacated(problem, scenario)
    changed = _trained(changed, scenario)
    changed = enlarged(_shared(changed, scenario), scenario)
    added = [change for change in scenario.changes if isinstance(change, AddStaff)]
    return _with_new_staff(changed, book, added, tuple(formed)) if added else changed


def _vacated(problem: Problem, scenario: Scenario) -> Problem:
    gone = {p for c in scenario.changes if isinstance(c, Vacate) for p in c.people}
    if not gone:
        return problem
    left = only(problem, {person.id for person in problem.people} - gone)
    lines = tuple(
        line.model_copy(update={"holders": tuple(h for h in line.holders if h.person not in gone)})
        for line in problem.base_lines
    )
    return left.model_copy(update={"base_lines": lines})


def _trained(problem: Problem, scenario: Scenario) -> Problem:
    gained: dict[str, list[HeldCompetence]] = defaultdict(list)
    for change in scenario.changes:
        if isinstance(change, Train):
            ready = change.ready or problem.horizon.start
            for person in change.people:
                gained[person] += [
                    HeldCompetence(code=code, first=ready, last=change.last)
                    for code in change.gives
                ]
    if not any(gained.values()):
        return problem
    people = tuple(
        person.model_copy(update={"competences": (*person.competences, *gained[person.id])})
        for person in problem.people
    )
    codes = {held.code for listed in gained.values() for held in listed}
    update = {"people": people, "competences": _known(problem, codes)}
    return problem.model_copy(update=update)


def _shared(problem: Problem, scenario: Scenario) -> Problem:
    more: dict[str, list[str]] = defaultdict(list)
    for change in scenario.changes:
        if isinstance(change, ShareStaff):
            for person in change.people:
                more[person] += change.units
    if not more:
        return problem
    return problem.model_copy(
        update={"people": tuple(_roaming(person, more[person.id]) for person in problem.people)}
    )


def _roaming(person: Person, units: list[str]) -> Person:
    known = set(person.units)
    new = tuple(unit for unit in dict.fromkeys(units) if unit not in known)
    return person.model_copy(update={"other_units": (*person.other_units, *new)}) if new else person


def _with_new_staff(
    problem: Problem, book: TaskBook, added: Sequence[AddStaff], formed: tuple[Formed, ...]
) -> Problem:
    brings = {code for change in added for code in book.group(change.group).brings}
    kinds = {(change.group, change.shift.code): change for change in added}
    shifts = tuple(_shift(book, change) for change in kinds.values())
    rows = [row for change in kinds.values() for row in _rows(problem, book, change, formed)]
    worked = {shift for one in formed if one.heads for shift in [(one.group, one.shift)]}
    used = [change for change in added if (change.group, change.shift.code) in worked]
    return problem.model_copy(
        update={
            "competences": _known(problem, brings),
            "shifts": (*problem.shifts, *shifts),
            "people": (*problem.people, *_people(problem, book, used, added)),
            "demand": (*problem.demand, *rows),
        }
    )


def _shift(book: TaskBook, change: AddStaff) -> ShiftType:
    return ShiftType(
        code=change.shift.code,
        name=change.shift.name,
        kind=change.shift.kind,
        start=change.shift.start,
        end=change.shift.end,
        unpaid_break=change.shift.unpaid_break,
        units=(book.unit,),
        requires=CompetenceNeed(all_of=book.group(change.group).brings),
    )


def _rows(
    problem: Problem, book: TaskBook, change: AddStaff, formed: Iterable[Formed]
) -> Iterator[DemandRow]:
    """Yield rows that ask for the heads that were formed, one for each number of heads.

    Public holidays are staffed as Sundays are: who is not there on Sundays is not there then.
    """
    by: dict[int, list[int]] = defaultdict(list)
    for one in formed:
        if (one.group, one.shift) == (change.group, change.shift.code) and one.heads:
            by[one.heads].append(one.weekday)
    sunday = any(7 in weekdays for weekdays in by.values())
    red = () if sunday else _red(problem)
    for heads, weekdays in sorted(by.items()):
        yield DemandRow(
            id=f"{change.group}-{change.shift.code}-{heads}",
            name=change.shift.name or book.group(change.group).name.nb,
            units=(book.unit,),
            shifts=(change.shift.code,),
            target=heads,
            maximum=heads,
            weekdays=tuple(weekdays),
            except_dates=red,
        )


def _red(problem: Problem) -> tuple[date, ...]:
    """Return the dates that the staffing plan has rows of their own for."""
    return tuple(sorted({day for row in problem.demand for day in row.only_dates}))


def _people(
    problem: Problem, book: TaskBook, used: Sequence[AddStaff], added: Sequence[AddStaff]
) -> Iterator[Person]:
    taken = {person.id for person in problem.people}
    number = 0
    for change in used:
        own = {one.shift.code for one in added if one.group == change.group}
        others = [s.code for s in problem.shifts]
        others += [one.shift.code for one in added if one.shift.code not in own]
        for percent in change.posts:
            number += 1
            while f"ny{number:02d}" in taken:
                number += 1
            yield _person(problem, book, change, f"ny{number:02d}", percent, tuple(others))


def _person(
    problem: Problem,
    book: TaskBook,
    change: AddStaff,
    person_id: str,
    percent: float,
    others: tuple[str, ...],
) -> Person:
    group = book.group(change.group)
    start = problem.horizon.start
    position = Position(
        id=f"{person_id}-1",
        unit=book.unit,
        percent=percent,
        full_time_hours=change.full_time_hours,
    )
    pay = shipped(problem.wages).group_pay(group.pay_as or group.id, None, start)
    return Person(
        id=person_id,
        name=f"{group.name.nb} {person_id[2:]} (tenkt)",
        home_unit=book.unit,
        group=group.id,
        positions=(position,),
        competences=tuple(HeldCompetence(code=code) for code in group.brings),
        exemptions=(Exemption(shifts=others),),
        in_post_since=start,
        pay=round(pay.nok),
    )


def _known(problem: Problem, codes: Iterable[str]) -> tuple[Competence, ...]:
    """Return the problem's competences and those of the codes that it did not have."""
    known = {one.code for one in problem.competences}
    names = {one.code: one.name.nb for one in draft().competences}
    new = (Competence(code=c, name=names.get(c, c)) for c in sorted(set(codes) - known))
    return (*problem.competences, *new)
