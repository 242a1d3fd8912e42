"""Task books, logs and catalogues from the command line: files, or the bundled invented ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from tasksharing.catalogue import Catalogue
    from tasksharing.domain.book import TaskBook
    from turnus.terminal.screen import Screen

LOG, BOOK = "log:", "tasks:"
OwnCatalogue = Annotated[
    Path | None,
    typer.Option("--catalogue", metavar="TOML", help="A catalogue of your own."),
]
InWard = Annotated[str, typer.Option("--ward", metavar="WARD", help="The ward it is about.")]
OneUnit = Annotated[
    str | None, typer.Option("--unit", metavar="ID", help="The unit, where the ward has several.")
]
Book = Annotated[
    str,
    typer.Argument(
        metavar="TASKS",
        help="A task book (.json), or a bundled one such as tasks:nursing_home.",
        show_default=False,
    ),
]


def read_catalogue(path: Path | None) -> Catalogue:
    """Return a municipality's own catalogue, or the draft that ships."""
    from tasksharing.catalogue import draft
    from tasksharing.catalogue import read_catalogue as read

    return draft() if path is None else read(path)


def log_file(name: str) -> Path:
    """Return the file of a log; ``log:nursing_home`` is the invented one."""
    return _bundled(name, LOG, "log") if name.startswith(LOG) else Path(name)


def read_book(name: str, problem: Problem) -> TaskBook:
    """Return a task book; ``tasks:nursing_home`` is made from the invented log."""
    from tasksharing.files.json_file import read_book as read

    if not name.startswith(BOOK):
        return read(Path(name), problem)
    from tasksharing.catalogue import draft
    from tasksharing.log import Lists, read_lists

    log, approvals, delegations = (
        _bundled(name, BOOK, what) for what in ("log", "approvals", "delegations")
    )
    lists = Lists(log, approvals, delegations, name)
    return read_lists(lists, draft(), problem, unit_of(problem, None))


def unit_of(problem: Problem, unit: str | None) -> str:
    """Return the unit that is meant; the first one when none is named."""
    from rostering.errors import BadInput
    from tasksharing.domain.consistency import unknown

    if unit is None:
        return problem.units[0].id
    if found := list(unknown("unit", [unit], [one.id for one in problem.units], "--unit")):
        raise BadInput(found)
    return unit


def warn_invented(screen: Screen, book: TaskBook) -> None:
    """Say aloud that nobody has worked the minutes of a book."""
    if book.invented:
        screen.warn(screen.words.say("tasks.invented", name=book.basis.name))


def _bundled(name: str, prefix: str, what: str) -> Path:
    from fixtures.task_files import WITH_TASKS, task_file
    from rostering.errors import BadInput, Fault

    ward = name.removeprefix(prefix)
    if ward not in WITH_TASKS:
        needed = f"a file, or one of: {', '.join(prefix + one for one in WITH_TASKS)}"
        raise BadInput([Fault(name, f"nothing bundled for {ward!r}", needed)])
    return task_file(ward, what)
