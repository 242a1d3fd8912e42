"""The Pareto set as a report: what each way frees, costs and risks, and what is too scattered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tasksharing.domain.book import TaskBook
from tasksharing.optimise.models import Frontier, Point
from tasksharing.report.blocks import Block, Figure, Grid, Heading, Report, Text
from tasksharing.scenarios.changes import AddStaff, Move, Train
from tasksharing.texts import TaskWords

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DOT, _INK = "#1F3864", "#1b2a33"


def frontier_report(book: TaskBook, frontier: Frontier, language: str = "nb") -> Report:
    """Return the ways that no other beats, cheapest first."""
    words = TaskWords(language)
    return Report(words.say("frontier.title"), language, tuple(_blocks(book, frontier, words)))


def _blocks(book: TaskBook, frontier: Frontier, words: TaskWords) -> Iterator[Block]:
    if frontier.invented:
        yield Text(words.say("scenario.invented"), strong=True)
    yield Text(words.say("scenario.not_rostered"), strong=True)
    if not frontier.points:
        yield Text(words.say("frontier.nothing"))
        return
    facts = {"tried": frontier.tried, "count": len(frontier.points)}
    yield Text(words.say("frontier.about", **facts))
    if frontier.dropped:
        yield Text(words.say("frontier.dropped", dropped=frontier.dropped))
    told = words.say("frontier.told")
    yield Figure(draw=partial(_draw, frontier, words), told=told)
    yield _table(frontier, words)
    yield Text(words.say("frontier.notes"))
    for number, point in enumerate(frontier.points, 1):
        yield Heading(words.say("frontier.way", number=number))
        yield Grid(
            tuple(words.say(f"frontier.{head}") for head in ("change", "what")),
            tuple(_changes(book, point, words)),
        )
        yield from _scattered(point, words)


def _table(frontier: Frontier, words: TaskWords) -> Grid:
    heads = (
        *("number", "worth", "bound", "health", "new", "lowered", "cost", "single", "training"),
    )
    rows = tuple(
        (
            str(number),
            words.number(point.worth_hours, 1),
            words.number(point.bound_hours, 1),
            words.number(point.freed_health_hours, 1),
            words.number(point.new_hours, 1),
            words.number(point.lowered_hours, 1),
            words.number(point.cost_nok, 0),
            str(point.single),
            words.number(point.training.hours, 1),
        )
        for number, point in enumerate(frontier.points, 1)
    )
    return Grid(tuple(words.say(f"frontier.{h}") for h in heads), rows, frozenset(range(9)))


def _changes(book: TaskBook, point: Point, words: TaskWords) -> Iterator[tuple[str, str]]:
    language = words.language
    for change in point.scenario.changes:
        if isinstance(change, Move):
            names = ", ".join(book.task(task).name.told(language) for task in change.tasks)
            yield (
                words.say("frontier.move"),
                f"{names} → {book.group(change.to).name.told(language)}",
            )
        elif isinstance(change, AddStaff):
            days = " ".join(words.say("weekdays").split()[day - 1] for day in change.weekdays)
            group = book.group(change.group).name.told(language)
            what = f"{change.heads} × {group}, {change.shift.code}: {days}"
            yield words.say("frontier.add_staff"), what
        elif isinstance(change, Train) and change.task:
            name = book.task(change.task).name.told(language)
            yield words.say("frontier.train"), f"{', '.join(change.people)}: {name}"


def _scattered(point: Point, words: TaskWords) -> Iterator[Block]:
    if not point.scattered:
        return
    weekdays = words.say("weekdays").split()
    rows = tuple(
        (
            one.row,
            one.shift,
            weekdays[one.weekday - 1],
            words.number(one.hours, 1),
            words.say(f"scattered.{one.why}"),
        )
        for one in point.scattered
    )
    heads = ("row", "shift", "weekday", "hours_week", "note")
    yield Text(words.say("frontier.scattered"))
    yield Grid(tuple(words.say(f"scenario.{h}") for h in heads), rows, frozenset({3}))


def _draw(frontier: Frontier, words: TaskWords, axes: Axes) -> None:
    costs = [point.cost_nok / 1000 for point in frontier.points]
    worths = [point.worth_hours for point in frontier.points]
    sizes = [40 + 30 * point.single for point in frontier.points]
    axes.scatter(costs, worths, s=sizes, color=_DOT, alpha=0.85, zorder=2)
    for number, (x, y) in enumerate(zip(costs, worths, strict=True), 1):
        axes.annotate(str(number), (x, y), (8, 6), textcoords="offset points", color=_INK)
    axes.margins(0.08, 0.14)
    axes.set_xlabel(words.say("frontier.axis_cost"))
    axes.set_ylabel(words.say("frontier.axis_worth"))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#d5dde2", linewidth=0.6, zorder=0)
