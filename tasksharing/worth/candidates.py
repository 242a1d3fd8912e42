"""Everything that there could be one more of in a ward: named changes for one person each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rostering.domain.people import Person, StaffKind
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from tasksharing.domain.book import TaskBook
from tasksharing.domain.consistency import unknown
from tasksharing.scenarios.changes import Enlarge, Train
from tasksharing.scenarios.enlarging import FULL, percent
from tasksharing.worth.models import Candidate, WorthQuestion

SIGNER = "-"
"""A delegation in a question is signed by nobody yet; the report lists it as a step."""


def candidates(asked: WorthQuestion) -> tuple[Candidate, ...]:
    """Return all candidates of a question, in the order of kinds and people.

    Raises
    ------
    BadInput
        When it names a task or a competence that is not there.
    """
    _require_known(asked)
    makers = {"delegation": _delegations, "course": _courses, "position": _positions}
    return tuple(one for kind in dict.fromkeys(asked.kinds) for one in makers[kind](asked))


def asked_for(problem: Problem) -> frozenset[str]:
    """Return every competence that the ward's staffing plan, shifts or reserve ask for."""
    needs = [row.competence for row in problem.demand]
    needs += [shift.requires for shift in problem.shifts]
    needs += [extra.competence for extra in problem.reserve]
    return frozenset(code for need in needs for code in need.codes)


def _require_known(asked: WorthQuestion) -> None:
    codes = [one.code for one in asked.problem.competences]
    tasks = [task.id for task in asked.book.tasks]
    found = [
        *unknown("competence", asked.courses, codes, "courses"),
        *unknown("task", asked.counts_as, tasks, "counts_as"),
        *unknown("competence", asked.counts_as.values(), codes, "counts_as"),
    ]
    if found:
        raise BadInput(found)


def _learnable(asked: WorthQuestion) -> list[str]:
    """Return what the ward asks for and no group brings: what a course or a head can give."""
    brought = {code for group in asked.book.groups for code in group.brings}
    return sorted(asked_for(asked.problem) - brought)


def _held(person: Person, problem: Problem) -> frozenset[str]:
    first = problem.horizon.start
    return frozenset(one.code for one in person.competences if one.holds_on(first))


def _staff(problem: Problem, book: TaskBook) -> list[Person]:
    """Return who has a position in the unit of the task book and counts in staffing."""
    first = problem.horizon.start
    return [
        person
        for person in problem.people
        if person.kind is StaffKind.PERMANENT and book.unit in person.units
        if percent(person, first)
    ]


def _delegations(asked: WorthQuestion) -> Iterator[Candidate]:
    problem, book = asked.problem, asked.book
    first, last = problem.horizon.start, problem.horizon.end
    for task in book.tasks:
        ways = [way for way in book.allowed(task.id, first) if way.delegation]
        trusted = book.delegates(task.id, first) & book.delegates(task.id, last)
        gives = _counts_as(asked, task.id, trusted)
        for person in _staff(problem, book):
            held = _held(person, problem)
            if person.id in trusted or not any(way.met_by(held) for way in ways):
                continue
            change = Train(
                kind="train",
                people=(person.id,),
                hours=Fraction(0),
                gives=tuple(code for code in gives if code not in held),
                task=task.id,
                last=last,
                signed_by=SIGNER,
            )
            yield _candidate("delegation", person, change, task.id)


def _counts_as(asked: WorthQuestion, task: str, trusted: Iterable[str]) -> tuple[str, ...]:
    if task in asked.counts_as:
        return (asked.counts_as[task],)
    people = [person for person in asked.problem.people if person.id in set(trusted)]
    if not people:
        return ()
    held = [_held(person, asked.problem) for person in people]
    return tuple(code for code in _learnable(asked) if all(code in one for one in held))


def _courses(asked: WorthQuestion) -> Iterator[Candidate]:
    problem = asked.problem
    staff = _staff(problem, asked.book)
    health = {group.id for group in asked.book.groups if group.health}
    for code in asked.courses or _learnable(asked):
        for person in staff:
            allowed = bool(asked.courses) or person.group in health
            if allowed and code not in _held(person, problem):
                change = Train(
                    kind="train",
                    people=(person.id,),
                    hours=Fraction(0),
                    gives=(code,),
                    last=problem.horizon.end,
                )
                yield _candidate("course", person, change, code)


def _positions(asked: WorthQuestion) -> Iterator[Candidate]:
    problem = asked.problem
    for person in _staff(problem, asked.book):
        held = percent(person, problem.horizon.start)
        for more in sorted({min(step, round(FULL - held, 2)) for step in asked.increases}):
            if more > 0:
                change = Enlarge(kind="enlarge", people=(person.id,), percent=more)
                after = round(held + more, 2)
                yield _candidate("position", person, change, f"{more:g}").model_copy(
                    update={"subject": "", "percent": (held, after)}
                )


def _candidate(kind: str, person: Person, change: Train | Enlarge, subject: str) -> Candidate:
    return Candidate.model_validate(
        {
            "id": f"{kind}:{person.id}:{subject}",
            "kind": kind,
            "person": person.id,
            "group": person.group,
            "subject": subject,
            "change": change,
        }
    )
