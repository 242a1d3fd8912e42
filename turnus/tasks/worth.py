"""``turnus tasks worth``: what one more delegation, course or larger position is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Language, Steps, Ward
from turnus.tasks.sources import Book

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from tasksharing.domain.book import TaskBook
    from tasksharing.scenarios import Scenario
    from tasksharing.worth import Ranking, WorthQuestion
    from tasksharing.worth.models import Progress
    from turnus.terminal.screen import Screen

ENDINGS = (".html", ".pdf", ".md", ".json")


def worth(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    tasks: Book,
    *,
    scenario: Annotated[
        str | None, typer.Option(metavar="SCENARIO", help="Ask under a scenario, not as it is.")
    ] = None,
    course: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="A competence that anybody could be given."),
    ] = None,
    counts_as: Annotated[
        list[str] | None,
        typer.Option(metavar="TASK=CODE", help="What a delegation counts as in the plan."),
    ] = None,
    increase: Annotated[
        str, typer.Option(metavar="N,N", help="Percent by which a position may grow.")
    ] = "10,20",
    best: Annotated[
        int, typer.Option(min=0, max=50, metavar="N", help="How many are rostered.")
    ] = 5,
    seeds: Annotated[
        int, typer.Option(min=1, max=20, metavar="N", help="Searches of each of them.")
    ] = 3,
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="N", help="Longest search in seconds.")
    ] = 15.0,
    steps: Steps = None,
    report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A report: .html, .pdf, .md or .json."),
    ] = None,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Rank one more delegation, course or larger position by what it is worth.

    All are bounded by a linear programme without a search; the best are rostered from the same
    start, with gaps. Each figure says which of the two it is. Ctrl-C gives the best so far.

    \b
    Example:
      turnus tasks worth ward.json tasks.json --report worth.pdf
      turnus tasks worth ward:nursing_home tasks:nursing_home --best 3 --seconds 30
    """
    from turnus.tasks.sources import read_book, warn_invented
    from turnus.terminal.screen import Screen
    from turnus.wards import read_ward

    screen = Screen(language, as_json=as_json)
    reports = _places(report or [])
    words = Words(scenario, tuple(course or ()), tuple(counts_as or ()), increase)
    limits = Limits(best, tuple(range(1, seeds + 1)), seconds, steps)
    words.require_sense()
    problem = read_ward(ward)
    book = read_book(tasks, problem)
    warn_invented(screen, book)
    _ranked(screen, _question(problem, book, words, limits), reports)
    return exits.OK


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be looked at, as it was typed."""

    scenario: str | None
    courses: tuple[str, ...]
    counts_as: tuple[str, ...]
    increase: str

    def require_sense(self) -> None:
        """Raise ``BadInput`` for what cannot be read, before a file is opened."""
        _increases(self.increase)
        _counts_as(self.counts_as)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many are rostered, with which seeds, and how long."""

    best: int
    seeds: tuple[int, ...]
    seconds: float
    steps: float | None


def _question(problem: Problem, book: TaskBook, words: Words, limits: Limits) -> WorthQuestion:
    from tasksharing.worth import WorthQuestion

    return WorthQuestion(
        problem=problem,
        book=book,
        scenario=_scenario(words.scenario),
        courses=words.courses,
        counts_as=_counts_as(words.counts_as),
        increases=_increases(words.increase),
        best=limits.best,
        seeds=limits.seeds,
        seconds=limits.seconds,
        steps=limits.steps,
    )


def _ranked(screen: Screen, asked: WorthQuestion, reports: list[Path]) -> None:
    from tasksharing.worth import rank, worth_report
    from turnus.tasks.showing import show_report

    with _followed(screen) as (on_progress, stop):
        found = rank(asked, on_progress, stop)
    show_report(screen, worth_report(found, asked.book, asked.problem, screen.language))
    for path in reports:
        _write(screen, asked, found, path)
    screen.emit(found.model_dump(mode="json"))


def _places(reports: list[Path]) -> list[Path]:
    from rostering.errors import BadInput
    from turnus.files import place_faults

    if faults := [fault for path in reports for fault in place_faults(path, ENDINGS)]:
        raise BadInput(faults)
    return reports


def _scenario(name: str | None) -> Scenario | None:
    from turnus.tasks.scenario import read_scenario

    return None if name is None else read_scenario(name)


def _increases(text: str) -> tuple[float, ...]:
    from rostering.errors import BadInput, Fault

    parts = [part.strip() for part in text.split(",") if part.strip()]
    try:
        found = tuple(float(part) for part in parts)
    except ValueError:
        found = (0.0,)
    if not all(0 < one < 100 for one in found):
        raise BadInput([Fault("--increase", repr(text), "percents between 0 and 100, as in 10,20")])
    return found


def _counts_as(pairs: Sequence[str]) -> dict[str, str]:
    from rostering.errors import BadInput, Fault

    found = {}
    for pair in pairs:
        task, sign, code = pair.partition("=")
        if not (task and sign and code):
            raise BadInput([Fault("--counts-as", repr(pair), "TASK=CODE")])
        found[task.strip()] = code.strip()
    return found


@contextmanager
def _followed(
    screen: Screen,
) -> Iterator[tuple[Callable[[Progress], None], Callable[[], bool]]]:
    """Show a bar in a terminal, a line for each phase elsewhere; an interrupt asks to stop."""
    from rich.progress import Progress as Bar

    from turnus.stopping import StopSwitch

    hidden = screen.as_json or not screen.err.is_terminal
    bar = Bar(console=screen.err, transient=True, disable=hidden)
    said = {
        "bound": screen.words.say("worth.bound"),
        "screen": screen.words.say("worth.screen"),
        "roster": screen.words.say("worth.roster"),
    }
    with StopSwitch() as stop, bar:
        tasks = {}

        def told(news: Progress) -> None:
            if news.phase not in tasks:
                tasks[news.phase] = bar.add_task(said[news.phase], total=news.total)
                if hidden:
                    screen.note(said[news.phase])
            bar.update(tasks[news.phase], completed=news.done, total=news.total)

        yield told, stop


def _write(screen: Screen, asked: WorthQuestion, found: Ranking, path: Path) -> None:
    from rostering.writers.json_file import write_json
    from tasksharing.report.write import write_report
    from tasksharing.worth import worth_report

    if path.suffix.lower() == ".json":
        write_json(found, path)
    else:
        write_report(worth_report(found, asked.book, asked.problem, screen.language), path)
    what = screen.words.say("tasks.report")
    screen.say(screen.words.say("files.written", file=str(path), what=what))
