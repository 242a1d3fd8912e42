"""The weights as exchange rates: what one goal gives up for another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from turnus import exits
from turnus.terminal.screen import Screen

if TYPE_CHECKING:
    from rostering.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Rate:
    """One thing that may happen in a roster: points, and minutes of shortage worth as much."""

    thing: str
    term: str
    points: int
    minutes: float | None


def rates(problem: Problem | None) -> Iterator[Rate]:
    """Yield the price of each thing under a ward's weights, or under the default ones."""
    from rostering.terms.base import defaults
    from rostering.terms.registry import weights
    from rostering.terms.wishes import POINTS

    points = defaults()["weights"] if problem is None else weights(problem)
    base = points["shortage"]
    for term, weight in points.items():
        if term == "shortage" and base:
            continue  # the measure itself
        things = {term: 1}
        if term == "wishes":
            things = {f"wishes.{s.name.lower()}": p for s, p in POINTS.items()}
        for thing, count in things.items():
            price = weight * count
            yield Rate(thing, term, price, price / base if base else None)


def show_rates(screen: Screen, ward: str | None) -> int:
    """Print exchange rates, the dearest first, one sentence each."""
    from turnus.terminal.tables import table
    from turnus.wards import read_ward

    words = screen.words
    problem = None if ward is None else read_ward(ward)
    found = sorted(rates(problem), key=lambda rate: -rate.points)
    name = words.say("weights.default") if problem is None else problem.name
    grid = table(words.say("weights.title", name=name))
    grid.add_column("")
    grid.add_column(words.say("weights.points"), justify="right")
    for rate in found:
        grid.add_row(_sentence(screen, rate), words.number(rate.points))
    screen.show(grid)
    screen.say(words.say("weights.explain"))
    screen.say(words.say("weights.how"), "dim")
    screen.emit(
        {
            "ward": None if problem is None else problem.name,
            "rates": [
                {
                    "thing": rate.thing,
                    "term": rate.term,
                    "points": rate.points,
                    "minutes_of_shortage": rate.minutes,
                }
                for rate in found
            ],
        }
    )
    return exits.OK


def _sentence(screen: Screen, rate: Rate) -> str:
    words = screen.words
    thing = words.say(f"thing.{rate.thing}")
    if rate.minutes is None:
        return words.say("weights.line_points", thing=thing, minutes=rate.points)
    minutes = int(rate.minutes) if rate.minutes >= 10 else float(rate.minutes)
    return words.say("weights.line", thing=thing, minutes=minutes)
