"""``turnus tasks catalogue``: the draft of who may do which task, and what is approved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language
from turnus.tasks.sources import OneUnit, OwnCatalogue

if TYPE_CHECKING:
    from tasksharing.catalogue import Catalogue
    from tasksharing.domain.book import TaskBook
    from turnus.terminal.screen import Screen


def catalogue(  # noqa: PLR0913 - one parameter an option
    *,
    own: OwnCatalogue = None,
    ward: Annotated[
        str | None, typer.Option("--ward", metavar="WARD", help="The ward of the task book.")
    ] = None,
    book: Annotated[
        str | None, typer.Option("--tasks", metavar="TASKS", help="A unit's task book.")
    ] = None,
    unit: OneUnit = None,
    approve: Annotated[
        list[str] | None, typer.Option(metavar="TASK", help="Approve a task for the unit.")
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who has signed the approval.")] = "",
    on: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="When it was signed.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Last date it holds.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The task book goes here (.json).")
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """List who may do which task; approve a draft for a unit.

    There is no national list: the draft counts for nothing in a unit until its head has approved
    it there. Competence decides, not title.

    \b
    Example:
      turnus tasks catalogue
      turnus tasks catalogue --ward ward.json --tasks tasks.json --approve kitchen \\
        --by "Head of unit" --on 2027-01-11 --out tasks.json
    """
    from turnus.tasks.sources import read_book, read_catalogue, warn_invented
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    _require(approve, {"--ward": ward, "--tasks": book, "--by": by, "--on": on, "--out": out})
    known = read_catalogue(own)
    found = None
    if ward is not None and book is not None:
        found = read_book(book, read_ward(ward))
        if unit is not None and unit != found.unit:
            _refuse_unit(unit, found.unit)
        found = _approved(found, approve or [], by, on, until)
        warn_invented(screen, found)
    _show(screen, known, found)
    if out is not None and found is not None:
        _write(screen, found, out)
    screen.emit((known if found is None else found).model_dump(mode="json"))
    return exits.OK


def _require(approve: list[str] | None, needed: dict[str, object]) -> None:
    from rostering.errors import BadInput, Fault

    faults = [
        Fault("--approve", f"no {name}", f"{name} beside it")
        for name, given in needed.items()
        if approve and not given
    ]
    if bool(needed["--ward"]) != bool(needed["--tasks"]):
        faults.append(Fault("--ward, --tasks", "one of them", "both, or neither"))
    if faults:
        raise BadInput(faults)


def _refuse_unit(unit: str, known: str) -> None:
    from rostering.errors import BadInput, Fault

    raise BadInput([Fault("--unit", repr(unit), f"{known!r}, the task book's unit")])


def _approved(
    book: TaskBook, tasks: list[str], by: str, on: str | None, until: str | None
) -> TaskBook:
    from rostering.errors import BadInput
    from tasksharing.domain.consistency import unknown
    from tasksharing.domain.permits import Approval
    from turnus.dates import read_day

    if not tasks or on is None:
        return book
    if faults := list(unknown("task", tasks, [task.id for task in book.tasks], "--approve")):
        raise BadInput(faults)
    signed: dt.date = read_day(on, "--on")
    last = None if until is None else read_day(until, "--until")
    _require_forward(signed, last)
    new = (Approval(task=t, unit=book.unit, by=by, on=signed, last=last) for t in tasks)
    return book.model_copy(update={"approvals": (*book.approvals, *new)})


def _require_forward(signed: dt.date, last: dt.date | None) -> None:
    from rostering.errors import BadInput, Fault

    if last is not None and last < signed:
        raise BadInput([Fault("--until", str(last), f"a date from {signed} on")])


def _write(screen: Screen, book: TaskBook, out: Path) -> None:
    from rostering.errors import BadInput
    from rostering.writers.json_file import write_json
    from turnus.files import place_faults

    if faults := list(place_faults(out, (".json",))):
        raise BadInput(faults)
    write_json(book, out)
    what = screen.words.say("tasks.book")
    screen.say(screen.words.say("files.written", file=str(out), what=what))


def _show(screen: Screen, known: Catalogue, book: TaskBook | None) -> None:
    from turnus.terminal.tables import table

    words, language = screen.words, screen.language
    if book is None:
        screen.say(words.say("tasks.draft"), "bold yellow")
    grid = table(words.say("tasks.catalogue"))
    for head in (words.say("tasks.id"), words.say("tasks.task"), words.say("tasks.minimum")):
        grid.add_column(head)
    if book is not None:
        grid.add_column(words.say("tasks.approved"))
    for task in known.tasks if book is None else book.tasks:
        needed = "" if task.draft is None else task.draft.told(language)
        cells = [task.id, task.name.told(language), needed]
        if book is not None:
            cells.append(_approval(screen, book, task.id))
        grid.add_row(*cells)
    screen.show(grid)


def _approval(screen: Screen, book: TaskBook, task: str) -> str:
    words = screen.words
    held = [one for one in book.approvals if (one.task, one.unit) == (task, book.unit)]
    if not held:
        return words.say("tasks.unapproved")
    newest = max(held, key=lambda one: one.on)
    told = words.say("tasks.approved_by", by=newest.by, on=newest.on)
    if newest.last is None:
        return told
    until = words.say("tasks.until", last=newest.last)
    return f"{told}, {until}"
