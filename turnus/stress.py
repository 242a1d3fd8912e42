"""``turnus stress``: how does a roster stand one, two or three sick calls a day?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from turnus import exits
from turnus.options import AsJson, Everything, Language, Roster, Seed, Ward

if TYPE_CHECKING:
    from rostering.domain.problem import Problem
    from rostering.replan.stress import Estimate, SinglePoint, StressTest
    from turnus.terminal.screen import Screen

SICK = "1,2,3"
SAMPLES = 20


def stress(  # noqa: PLR0913 - one parameter an option
    ward: Ward,
    roster: Roster,
    *,
    sick: Annotated[str, typer.Option(metavar="N,N", help="Sick calls a day, from 1 to 6.")] = SICK,
    samples: Annotated[
        int, typer.Option(metavar="N", help="Draws for each day and number of sick calls.")
    ] = SAMPLES,
    seed: Seed = 1,
    everything: Everything = False,
    language: Language = "en",
    as_json: AsJson = False,
) -> int:
    """Simulate sick calls on each day: what is still covered, what it costs.

    Who is sick is drawn by lot among those on duty; stand-ins are called so that as few minima as
    possible fall. Lists the duties that stand or fall with one person. Ctrl-C gives what is done.

    \b
    Example:
      turnus stress ward.xlsx roster.json
      turnus stress ward.xlsx roster.json --sick 1,2 --samples 50 --seed 7
    """
    from rostering.check import Court
    from rostering.replan.stress import stress_test
    from turnus.terminal.screen import Screen
    from turnus.wards import read_roster, read_ward

    screen = Screen(language, as_json=as_json)
    numbers = _numbers(sick)
    problem = read_ward(ward)
    found, same = read_roster(roster, problem)
    if not same:
        screen.warn(screen.words.say("check.hash", roster=str(roster)))
    court = Court.of(problem, found)
    with _followed(screen) as progress:
        told = stress_test(
            court, found, sick=numbers, samples=samples, seed=seed, progress=progress
        )
    _show(screen, problem, told, everything=everything)
    screen.emit(told.model_dump(mode="json"))
    return exits.OK


def _numbers(text: str) -> tuple[int, ...]:
    from rostering.errors import BadInput, Fault

    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() for part in parts):
        needed = "whole numbers with commas between, as in 1,2,3"
        raise BadInput([Fault("--sick", repr(text), needed)])
    return tuple(map(int, parts))


@contextmanager
def _followed(screen: Screen) -> Iterator[Callable[[int, int], bool]]:
    """Show a bar in a terminal; an interrupt asks the test to stop."""
    from rich.progress import Progress

    from turnus.stopping import StopSwitch

    hidden = screen.as_json or not screen.err.is_terminal
    bar = Progress(console=screen.err, transient=True, disable=hidden)
    with StopSwitch() as stop, bar:
        task = bar.add_task(screen.words.say("stress.running"))

        def told(done: int, total: int) -> bool:
            bar.update(task, completed=done, total=total)
            return stop()

        yield told


def _show(screen: Screen, problem: Problem, told: StressTest, *, everything: bool) -> None:
    from rostering.texts import Catalogue

    words, texts = screen.words, Catalogue(screen.language)
    screen.say(words.say("stress.title", name=told.problem_name), "bold")
    screen.say(words.say("stress.simulation"), "bold yellow")
    if told.partial:
        screen.say(words.say("stress.partial"), "bold yellow")
    if told.first is not None and told.last is not None:
        first, last = words.date(told.first), words.date(told.last)
        screen.say(words.say("stress.dates", count=told.days, first=first, last=last))
    _show_rows(screen, told)
    if told.short_before:
        dates = ", ".join(map(words.short_date, told.short_before))
        screen.say(words.say("stress.short_before", dates=dates), "yellow")
    _show_single(screen, problem, told.single_points, everything=everything)
    screen.say(words.say("stress.method", seed=told.seed, samples=told.samples), "dim")
    for limit in told.limits:
        screen.say(texts.say(f"stress.limit.{limit}"), "dim")


def _show_rows(screen: Screen, told: StressTest) -> None:
    from turnus.terminal.tables import table

    words = screen.words
    grid = table(words.say("stress.table"))
    for name in (
        words.say("stress.sick"),
        words.say("stress.covered"),
        words.say("stress.uncovered"),
        words.say("stress.cost"),
        words.say("stress.called"),
        words.say("stress.samples"),
    ):
        grid.add_column(name, justify="right")
    for row in told.sick_calls:
        low, high = words.share(row.low), words.share(row.high)
        grid.add_row(
            str(row.sick),
            f"{words.share(row.share)} ({low} – {high})",
            _estimate(screen, row.uncovered, 60, 2),
            _estimate(screen, row.ore, 100, 0),
            words.number(round(row.stand_ins, 2)),
            words.number(row.day_samples),
        )
    screen.show(grid)


def _estimate(screen: Screen, found: Estimate, unit: int, digits: int) -> str:
    mean, low, high = (
        screen.words.number(round(value / unit, digits))
        for value in (found.mean, found.low, found.high)
    )
    return f"{mean} ({low} – {high})"


def _show_single(
    screen: Screen, problem: Problem, points: tuple[SinglePoint, ...], *, everything: bool
) -> None:
    from turnus.terminal.tables import FIRST, more_to_come, table

    words = screen.words
    if not points:
        screen.say(words.say("stress.no_single"))
        return
    people = {person.id: person.name for person in problem.people}
    rows = {row.id: row.name or row.id for row in problem.demand}
    grid = table(words.say("stress.single", count=len(points)))
    for name in ("stress.date", "stress.shift", "stress.person", "stress.rows"):
        grid.add_column(words.say(name))
    for one in points if everything else points[:FIRST]:
        shift = one.shift if one.role is None else f"{one.shift} ({one.role})"
        fallen = ", ".join(rows[row] for row in one.rows)
        grid.add_row(words.short_date(one.date), shift, people[one.person], fallen)
    screen.show(grid)
    more_to_come(screen, len(points), everything=everything)
