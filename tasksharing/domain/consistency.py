"""Whether a task book fits together and fits its ward: every fault at once."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Delegation
from tasksharing.domain.tasks import Route, Task

_ALIKE = 0.8
"""How alike two codes must be for one to be a slip for the other."""


def require_fit(book: TaskBook, problem: Problem) -> None:
    """Raise ``BadInput`` with every fault of a task book, read beside its ward."""
    if found := tuple(faults(book, problem)):
        raise BadInput(found)


def faults(book: TaskBook, problem: Problem) -> Iterator[Fault]:
    """Yield what in a task book contradicts itself or the ward."""
    units = [unit.id for unit in problem.units]
    yield from unknown("unit", [book.unit], units, "unit")
    yield from _twice("groups", [group.id for group in book.groups])
    yield from _twice("tasks", [task.id for task in book.tasks])
    for number, task in enumerate(book.tasks):
        yield from _task_faults(f"tasks[{number}]", task, book, problem)
    for number, here in enumerate(book.presence):
        groups = [group.id for group in book.groups]
        yield from unknown("group", [here.group], groups, f"presence[{number}].group")
    yield from _permit_faults(book, problem)
    yield from _competence_faults(book, problem)


def competences(book: TaskBook, problem: Problem) -> frozenset[str]:
    """Return every competence that a ward and a task book know of: codes with a name."""
    ward = {one.code for one in problem.competences}
    return frozenset(ward | {one.code for one in book.competences})


def _listed(book: TaskBook, problem: Problem) -> frozenset[str]:
    """Return the codes that may stand in a book.

    A book that lists no competences is held only to spelling: a code like a known one is a slip.
    """
    known = competences(book, problem)
    if book.competences:
        return known
    named = {code for _, codes in _named_codes(book) for code in codes}
    return known | {c for c in named if not difflib.get_close_matches(c, known, 1, _ALIKE)}


def _competence_faults(book: TaskBook, problem: Problem) -> Iterator[Fault]:
    """Yield a fault for each code that is nobody's and known nowhere: misspelt, or not listed."""
    known = _listed(book, problem)
    for where, codes in _named_codes(book):
        yield from unknown("competence", codes, known, where)


def _named_codes(book: TaskBook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where competences are named, and which."""
    for number, group in enumerate(book.groups):
        yield f"groups[{number}].brings", group.brings
    for number, task in enumerate(book.tasks):
        for way, route in enumerate(task.minimum):
            yield f"tasks[{number}].minimum[{way}]", route.codes
    for number, approval in enumerate(book.approvals):
        for way, route in enumerate(approval.minimum):
            yield f"approvals[{number}].minimum[{way}]", route.codes


def _permit_faults(book: TaskBook, problem: Problem) -> Iterator[Fault]:
    units = [unit.id for unit in problem.units]
    tasks = [task.id for task in book.tasks]
    for number, approval in enumerate(book.approvals):
        where = f"approvals[{number}]"
        yield from unknown("task", [approval.task], tasks, f"{where}.task")
        yield from unknown("unit", [approval.unit], units, f"{where}.unit")
    for number, one in enumerate(book.delegations):
        yield from delegation_faults(f"delegations[{number}]", one, book, problem)


def delegation_faults(
    where: str, one: Delegation, book: TaskBook, problem: Problem
) -> Iterator[Fault]:
    """Yield why a delegation can be nobody's, or is of no use."""
    people = [person.id for person in problem.people]
    yield from unknown("person", [one.person], people, f"{where}.person")
    yield from unknown("unit", [one.unit], [unit.id for unit in problem.units], f"{where}.unit")
    yield from unknown("task", [one.task], [task.id for task in book.tasks], f"{where}.task")
    if one.signed_on > one.last:
        found = f"signed {one.signed_on}, valid to {one.last}"
        yield Fault(where, found, "a date to come as valid-to", "the two dates have changed places")
    known = [task for task in book.tasks if task.id == one.task]
    if known and not any(route.delegation for route in routes(book, known[0])):
        guess = "another task is meant, or the task needs competence alone"
        yield Fault(f"{where}.task", repr(one.task), "a task that asks for a delegation", guess)


def unknown(kind: str, names: Iterable[str], known: Collection[str], where: str) -> Iterator[Fault]:
    """Yield a fault for each name that is not known, with the likeliest one that is."""
    for name in names:
        if name not in known:
            close = difflib.get_close_matches(name, known, 1, 0.5)
            guess = f"{close[0]!r} is meant" if close else f"add it to the {kind}s first"
            listed = ", ".join(sorted(known)[:15]) or "none"
            yield Fault(where, f"unknown {kind} {name!r}", f"one of: {listed}", guess)


def nobody_may(minimum: Iterable[Route], book: TaskBook, problem: Problem) -> bool:
    """Return whether no group and nobody in the ward has the competences of any way."""
    held = [frozenset(group.brings) for group in book.groups]
    held += [frozenset(one.code for one in person.competences) for person in problem.people]
    return not any(route.met_by(codes) for route in minimum for codes in held)


def routes(book: TaskBook, task: Task) -> tuple[Route, ...]:
    """Return every way of being allowed that anybody has written for a task."""
    own = (route for a in book.approvals if a.task == task.id for route in a.minimum)
    return (*task.minimum, *own)


def _task_faults(where: str, task: Task, book: TaskBook, problem: Problem) -> Iterator[Fault]:
    groups = [group.id for group in book.groups]
    shifts = [shift.code for shift in problem.shifts]
    yield from unknown("group", task.groups, groups, f"{where} ({task.id})")
    yield from unknown("shift", [e.shift for e in task.estimated], shifts, f"{where}.estimated")
    asked = {code for route in routes(book, task) for code in route.codes}
    if nobody_may(routes(book, task), book, problem) and asked <= _listed(book, problem):
        needed = " / ".join(str(route) for route in task.minimum)
        guess = "a competence is misspelt, or its group is missing"
        found = f"{task.id!r} asks for {needed}, and nobody has it"
        yield Fault(f"{where}.minimum", found, "a task that somebody may do", guess)


def _twice(field: str, ids: list[str]) -> Iterator[Fault]:
    seen: Counter[str] = Counter()
    for number, name in enumerate(ids):
        seen[name] += 1
        if seen[name] == 2:
            found, guess = f"{name!r} a second time", "an entry was copied and its id not changed"
            yield Fault(f"{field}[{number}]", found, "each id once", guess)
