"""Hours by group over the day, before and after a scenario, as a picture."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Minutes
from tasksharing.report.blocks import Figure
from tasksharing.scenarios.result import Shared
from tasksharing.texts import TaskWords

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Paul Tol's bright scheme, distinct in the common kinds of colour blindness.
_COLOURS = ("#4477AA", "#66CCEE", "#228833", "#CCBB44", "#EE6677", "#AA3377", "#BBBBBB")
_HATCH = "////"
Hours = dict[str, dict[int, float]]


def over_the_day(book: TaskBook, shared: Shared, tasks: frozenset[str], words: TaskWords) -> Figure:
    """Return who spends how long on some tasks, hour by hour: a week's sum before and after."""
    both = (_by_hour(shared.week.before, tasks), _by_hour(shared.week.after, tasks))
    return Figure(
        draw=partial(_draw, book, both, words), told=words.say("scenario.day_told"), height=3.6
    )


def _by_hour(minutes: Minutes, tasks: frozenset[str]) -> Hours:
    found: defaultdict[str, defaultdict[int, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for slot, amount in minutes.items():
        if slot.task in tasks:
            found[slot.group][slot.quarter // 4] += amount
    return {g: {h: float(m) / 60 for h, m in hours.items()} for g, hours in found.items()}


def _draw(book: TaskBook, both: tuple[Hours, Hours], words: TaskWords, axes: Axes) -> None:
    groups = [g for g in book.groups if any(g.id in hours for hours in both)]
    for side, hours in enumerate(both):
        floor = [0.0] * 24
        for number, group in enumerate(groups):
            heights = [hours.get(group.id, {}).get(hour, 0.0) for hour in range(24)]
            places = [hour + 0.28 + 0.44 * side for hour in range(24)]
            colour = _COLOURS[number % len(_COLOURS)]
            label = group.name.told(words.language) if side == 0 else None
            hatch = _HATCH if side else None
            axes.bar(
                places, heights, 0.4, floor, color=colour, label=label, hatch=hatch,
                edgecolor="white", linewidth=0.3,
            )  # fmt: skip
            floor = [low + high for low, high in zip(floor, heights, strict=True)]
    axes.set_xlim(0, 24)
    axes.set_xticks(range(0, 25, 2))
    axes.set_xlabel(words.say("scenario.hour"))
    axes.set_ylabel(words.say("scenario.hours_week"))
    axes.legend(fontsize=8, frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
