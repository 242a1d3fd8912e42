"""The bridge as a waterfall: before, two steps down, after; whiskers show the band."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tasksharing.bridge.models import Bridge
from tasksharing.report.blocks import Figure
from tasksharing.texts import TaskWords

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WHOLE, _STEP, _ASSUMED, _INK = "#1F3864", "#4477AA", "#EE8866", "#1b2a33"


def waterfall(bridge: Bridge, words: TaskWords) -> Figure:
    """Return the waterfall of a bridge, with the same in words."""
    told = words.say(
        "bridge.told",
        before=words.fte(bridge.before),
        automation=words.fte(bridge.by_automation),
        coordination=words.fte(bridge.by_coordination),
        after=words.fte(bridge.after),
    )
    return Figure(draw=partial(_draw, bridge, words), told=told)


def _draw(bridge: Bridge, words: TaskWords, axes: Axes) -> None:
    middle = bridge.before - bridge.by_automation
    bars = (
        (0.0, bridge.before, _WHOLE, words.fte(bridge.before)),
        (middle, bridge.by_automation, _STEP, f"−{words.fte(bridge.by_automation)}"),
        (bridge.after, bridge.by_coordination, _ASSUMED, f"−{words.fte(bridge.by_coordination)}"),
        (0.0, bridge.after, _WHOLE, words.fte(bridge.after)),
    )
    names = [
        f"{words.say(f'bridge.row.{key}')}\n({words.say(f'status.{bridge.statuses[key]}')})"
        for key in ("before", "by_automation", "by_coordination", "after")
    ]
    room = max(bridge.before, 0.1) * 0.02
    for place, (bottom, height, colour, text) in enumerate(bars):
        axes.bar(place, height, 0.6, bottom, color=colour, zorder=2)
        axes.text(place, bottom + height + room, text, ha="center", va="bottom", color=_INK)
    for place, level in enumerate((bridge.before, middle, bridge.after)):
        axes.plot([place + 0.3, place + 0.7], [level, level], color=_INK, linewidth=0.8, zorder=1)
    band = bridge.band["by_automation"]
    if band.high > band.low:
        low, high = bridge.before - band.high, bridge.before - band.low
        spread = [[middle - low], [high - middle]]
        axes.errorbar([1.18], [middle], yerr=spread, color=_INK, capsize=4, linewidth=1.2, zorder=3)
    axes.set_xticks(range(4), names)
    axes.set_ylabel(words.say("bridge.unit"))
    axes.set_ylim(0, max(bridge.before, 0.1) * 1.12)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#d5dde2", linewidth=0.6, zorder=0)
