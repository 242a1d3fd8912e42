"""The pictures of a comparison: two waterfalls, the day by group and by task, and the choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tasksharing.evaluate.models import Alternative, Base, TaskDay
from tasksharing.report.blocks import Figure
from tasksharing.report.comparison.told import Told

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Paul Tol's bright scheme, distinct in the common kinds of colour blindness.
_COLOURS = ("#4477AA", "#66CCEE", "#228833", "#CCBB44", "#EE6677", "#AA3377", "#BBBBBB")
_WHOLE, _LESS, _MORE, _INK, _GRID = "#1F3864", "#4477AA", "#EE8866", "#1b2a33", "#d5dde2"
_EXACT = 1e-6
Hours = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a waterfall: what it is called and by how much it changes the sum."""

    name: str
    amount: float


def hours_waterfall(told: Told, base: Base, one: Alternative) -> Figure | None:
    """Return task hours a week from the zero to an alternative, group by group."""
    start = sum(m.mean for m in base.zero.measures if m.id.startswith("task_hours."))
    names = {m.id: m.group for m in (*base.zero.measures, *one.measures)}
    steps = [
        Step(told.group(names.get(found.measure, "")), found.mean)
        for found in one.differences
        if found.measure.startswith("task_hours.") and abs(found.mean) > _EXACT
    ]
    if not start or not steps:
        return None
    return _waterfall(told, "hours", start, steps, one)


def cost_waterfall(told: Told, base: Base, one: Alternative) -> Figure | None:
    """Return the cost of the period from the zero to an alternative, or None without a change."""
    whole, total = base.zero.measure("cost.total"), one.difference("cost.total")
    if whole is None or total is None or total.verdict == "none":
        return None
    parts = [one.difference(f"cost.{part}") for part in ("base", "variable")]
    steps = [
        Step(told.say(f"comparison.cost.{part}"), found.mean)
        for part, found in zip(("base", "variable"), parts, strict=True)
        if found is not None and abs(found.mean) >= 1
    ]
    rest = total.mean - sum(step.amount for step in steps)
    if abs(rest) >= 1:
        steps.append(Step(told.say("comparison.cost.rest"), rest))
    return _waterfall(told, "nok", whole.mean, steps, one)


def _waterfall(
    told: Told, unit: str, start: float, steps: Sequence[Step], one: Alternative
) -> Figure:
    end = start + sum(step.amount for step in steps)
    facts = {
        "name": told.name(one),
        "before": told.value(start, unit),
        "after": told.value(end, unit),
        "parts": ", ".join(f"{s.name} {told.signed(s.amount, unit)}" for s in steps),
    }
    said = told.say(f"comparison.told_{unit}", **facts)
    return Figure(partial(_draw_waterfall, told, unit, start, tuple(steps)), said, 3.2)


def _draw_waterfall(
    told: Told, unit: str, start: float, steps: tuple[Step, ...], axes: Axes
) -> None:
    levels = [start]
    for step in steps:
        levels.append(levels[-1] + step.amount)
    top, bottom = max(levels), min(levels)
    floor = max(0.0, bottom - (top - bottom) * 1.5) if bottom > (top - bottom) * 3 else 0.0
    room = (top - floor) * 0.02
    _bar(axes, 0, (floor, start), _WHOLE, told.value(start, unit), room)
    for number, step in enumerate(steps, 1):
        ends = sorted(levels[number - 1 : number + 1])
        colour = _LESS if step.amount < 0 else _MORE
        _bar(axes, number, (ends[0], ends[1]), colour, told.signed(step.amount, unit), room)
        level = levels[number - 1]
        axes.plot([number - 0.7, number - 0.3], [level, level], color=_INK, linewidth=0.8)
    last = len(steps) + 1
    axes.plot([last - 0.7, last - 0.3], [levels[-1]] * 2, color=_INK, linewidth=0.8)
    _bar(axes, last, (floor, levels[-1]), _WHOLE, told.value(levels[-1], unit), room)
    names = [told.say("comparison.zero"), *(step.name for step in steps)]
    names.append(told.say("comparison.after"))
    axes.set_xticks(range(last + 1), [_folded(name) for name in names], fontsize=8)
    axes.set_ylim(floor, top + (top - floor) * 0.1)
    label = told.say(f"comparison.axis_{unit}")
    cut = told.say("comparison.axis_cut") if floor else ""
    axes.set_ylabel(f"{label}{cut}", fontsize=8)
    _plain(axes, told)


def _bar(
    axes: Axes, place: int, ends: tuple[float, float], colour: str, text: str, room: float
) -> None:
    axes.bar(place, ends[1] - ends[0], 0.6, ends[0], color=colour, zorder=2)
    axes.text(place, ends[1] + room, text, ha="center", va="bottom", fontsize=8, color=_INK)


def day_by_group(told: Told, one: Alternative) -> Figure | None:
    """Return who does the tasks that change, hour by hour, before and after."""
    return _day(told, one, "group")


def day_by_task(told: Told, one: Alternative) -> Figure | None:
    """Return which tasks today's health staff and the others do, hour by hour, before and after."""
    return _day(told, one, "task")


def _day(told: Told, one: Alternative, by: str) -> Figure | None:
    changed = {
        row.task
        for row in one.day
        if any(abs(b - a) > _EXACT for b, a in zip(row.before, row.after, strict=True))
    }
    rows = [row for row in one.day if row.task in changed]
    if not rows:
        return None
    name = told.group if by == "group" else told.task
    both = tuple(_by_hour(rows, by, side) for side in ("before", "after"))
    keys = _largest({**both[0], **both[1]}, both)
    names = {key: name(key) if key else told.say("comparison.others") for key in keys}
    said = told.say(f"comparison.told_day_{by}", name=told.name(one))
    return Figure(partial(_draw_day, told, (both[0], both[1]), names), said, 3.6)


def _by_hour(rows: Sequence[TaskDay], by: str, side: str) -> Hours:
    found: Hours = {}
    for row in rows:
        hours = found.setdefault(getattr(row, by), [0.0] * 24)
        for quarter, minutes in enumerate(getattr(row, side)):
            hours[quarter // 4] += minutes / 60
    return found


def _largest(all_of: Hours, both: tuple[Hours, ...]) -> list[str]:
    """Return the six largest keys; the rest share one, the empty one, in both sides."""
    size = {key: sum(sum(side.get(key, ())) for side in both) for key in all_of}
    order = sorted(size, key=lambda key: (-size[key], key))
    kept, rest = order[:6], order[6:]
    for side in both:
        gone = [side.pop(key) for key in rest if key in side]
        if gone:
            side[""] = [sum(hour) for hour in zip(*gone, strict=True)]
    return [*kept, ""] if rest else kept


def _draw_day(told: Told, both: tuple[Hours, Hours], names: dict[str, str], axes: Axes) -> None:
    from matplotlib.patches import Patch

    for side, hours in enumerate(both):
        floor = [0.0] * 24
        for number, key in enumerate(names):
            heights = hours.get(key, [0.0] * 24)
            places = [hour + 0.28 + 0.44 * side for hour in range(24)]
            axes.bar(
                places, heights, 0.4, floor, color=_COLOURS[number % 7],
                hatch="////" if side else None, edgecolor="white", linewidth=0.3, zorder=2,
            )  # fmt: skip
            floor = [low + high for low, high in zip(floor, heights, strict=True)]
    shown = [
        Patch(color=_COLOURS[n % 7], label=_folded(name, 26))
        for n, name in enumerate(names.values())
    ]
    sides = (("before", None), ("after", "////"))
    shown += [
        Patch(
            facecolor="#999999", edgecolor="white", hatch=hatch, label=told.say(f"comparison.{s}")
        )
        for s, hatch in sides
    ]
    used = [h for h in range(24) if any(hours[h] for side in both for hours in side.values())]
    axes.set_xlim(min(used, default=0) // 2 * 2, max(used, default=23) // 2 * 2 + 2)
    axes.set_xticks(range(0, 25, 2), [f"{hour:02d}" for hour in range(0, 25, 2)])
    axes.set_xlim(min(used, default=0) // 2 * 2, max(used, default=23) // 2 * 2 + 2)
    axes.set_xlabel(told.say("comparison.hour"), fontsize=8)
    axes.set_ylabel(told.say("comparison.axis_day"), fontsize=8)
    axes.legend(handles=shown, fontsize=7, frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    _plain(axes, told)


@dataclass(frozen=True, slots=True)
class Point:
    """An alternative in the picture of the choice; ``best`` when no other beats it in all."""

    name: str
    freed: float
    cost: float
    lone: float
    measured: bool
    best: bool = True


def pareto(told: Told, base: Base) -> Figure | None:
    """Return freed hours, cost and robustness of all alternatives of a base."""
    points = list(_points(told, base))
    if not points:
        return None
    beaten = [any(_beats(other, one) for other in points) for one in points]
    told_as = told.say("comparison.zero")
    zero = Point(told_as, 0.0, 0.0, _mean(base.zero, "robustness.single_person_shifts"), True)
    drawn = [
        Point(p.name, p.freed, p.cost, p.lone, p.measured, best=not lost)
        for p, lost in zip(points, beaten, strict=True)
    ]
    best = ", ".join(point.name for point in drawn if point.best)
    said = told.say("comparison.told_pareto", best=best, base=told.name(base))
    return Figure(partial(_draw_points, told, (zero, *drawn)), said, 3.8)


def _points(told: Told, base: Base) -> Iterator[Point]:
    for one in told.of(base):
        cost = one.difference("cost.total")
        if one.infeasible is None and one.effects is not None and cost is not None:
            measured = cost.verdict != "none"
            lone = _mean(one, "robustness.single_person_shifts")
            freed = one.effects.freed_health_hours
            yield Point(told.name(one), freed, cost.mean if measured else 0.0, lone, measured)


def _mean(one: Alternative, measure: str) -> float:
    found = one.measure(measure)
    return 0.0 if found is None else found.mean


def _beats(one: Point, other: Point) -> bool:
    """Return whether a point is nowhere worse than another and somewhere better."""
    mine, theirs = ((p.freed, -p.cost, -p.lone) for p in (one, other))
    return mine != theirs and all(a >= b for a, b in zip(mine, theirs, strict=True))


def _draw_points(told: Told, points: tuple[Point, ...], axes: Axes) -> None:
    most = max(abs(point.cost) for point in points) or 1.0
    wide = max(abs(point.freed) for point in points) or 1.0
    for number, point in enumerate(points):
        colour = _INK if not number else _WHOLE if point.best else "#7a8a94"
        inside = colour if point.best and point.measured else "white"
        axes.scatter(
            [point.freed], [point.cost], s=60, color=inside, edgecolors=colour, linewidths=1.6,
            marker="s" if not number else "o", zorder=3,
        )  # fmt: skip
    for (x, y), point in zip(_places(points, wide, most), points, strict=True):
        lone = told.say("comparison.lone", count=round(point.lone, 1))
        unmeasured = "" if point.measured else f"\n{told.say('comparison.cost_unmeasured')}"
        axes.annotate(
            f"{_folded(point.name, 30)}\n{lone}{unmeasured}", (point.freed, point.cost), (x, y),
            fontsize=7, color=_INK, va="center",
            arrowprops={"arrowstyle": "-", "color": "#7a8a94", "linewidth": 0.6},
        )  # fmt: skip
    low = min(0.0, *(point.freed for point in points))
    axes.set_xlim(low - wide * 0.06, wide * 1.6)
    lowest, highest = min(p.cost for p in points), max(p.cost for p in points)
    axes.set_ylim(lowest - most * 0.35, highest + most * 0.5)
    axes.axhline(0, color=_GRID, zorder=1)
    axes.set_xlabel(told.say("comparison.axis_freed"), fontsize=8)
    axes.set_ylabel(told.say("comparison.axis_cost"), fontsize=8)
    _plain(axes, told)


def _places(points: Sequence[Point], wide: float, most: float) -> list[tuple[float, float]]:
    """Return where labels stand: right of their points, pushed apart upwards."""
    found: dict[int, tuple[float, float]] = {}
    held: list[tuple[float, float]] = []
    for number in sorted(range(len(points)), key=lambda n: (points[n].cost, points[n].freed)):
        x, y = points[number].freed + wide * 0.06, points[number].cost
        while any(abs(y - b) < most * 0.36 and abs(x - a) < wide * 0.6 for a, b in held):
            y += most * 0.06
        held.append((x, y))
        found[number] = (x, y)
    return [found[number] for number in range(len(points))]


def _folded(name: str, width: int = 16) -> str:
    import textwrap

    lines = textwrap.wrap(name, width, break_long_words=False, max_lines=3, placeholder="…")
    return "\n".join(lines)


def _plain(axes: Axes, told: Told) -> None:
    from matplotlib.ticker import FuncFormatter

    words = told.words
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: words.number(value, 1)))
    axes.tick_params(labelsize=8)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color=_GRID, linewidth=0.6, zorder=0)
    axes.set_axisbelow(True)
