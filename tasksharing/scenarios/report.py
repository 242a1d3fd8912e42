"""The effects of a scenario as a report, before anybody is rostered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rostering.domain.fields import format_time
from tasksharing.domain.book import TaskBook
from tasksharing.report.blocks import Block, Bullets, Grid, Heading, Report, Text
from tasksharing.scenarios.apply import Applied
from tasksharing.scenarios.changes import Planning
from tasksharing.scenarios.effects import Effects, FreedShift, NewShiftFormed
from tasksharing.scenarios.over_the_day import over_the_day
from tasksharing.scenarios.scenario import Scenario, Stacked
from tasksharing.texts import TaskWords

_SHOWN = 3
"""Minutes a week that still show as a tenth of an hour."""


def scenario_report(scenario: Scenario, applied: Applied, language: str = "nb") -> Report:
    """Return what a scenario does to tasks, staffing plan and staff."""
    words = TaskWords(language)
    title = words.say("scenario.title", name=scenario.name.told(language))
    return Report(title, language, tuple(_blocks(scenario, applied, words)))


def _blocks(scenario: Scenario, applied: Applied, words: TaskWords) -> Iterator[Block]:
    book, effects = applied.book, applied.effects
    if effects.invented:
        yield Text(words.say("scenario.invented"), strong=True)
    yield Text(words.say("scenario.not_rostered"), strong=True)
    yield _hours(effects, words)
    yield Text(words.say("scenario.scattered"))
    if any(isinstance(change, Planning) for change in scenario.changes):
        yield Text(words.say("scenario.planning"), strong=True)
    yield Heading(words.say("scenario.moved"))
    yield from _moved(book, effects, words)
    touched = frozenset(m.task for m in effects.moved) | {r.task for r in effects.removed}
    if touched:
        yield over_the_day(book, applied.shared, touched, words)
    yield from _staff(applied, words)
    yield Heading(words.say("scenario.freed_shifts"))
    yield from _freed(scenario, effects, words)
    yield Heading(words.say("scenario.steps"))
    yield Bullets(tuple(words.say(f"step.{step}") for step in effects.steps))
    yield Heading(words.say("scenario.basis"))
    yield Bullets(tuple(_basis(scenario, effects, words)))


def _staff(applied: Applied, words: TaskWords) -> Iterator[Block]:
    """Yield who is new and who has to be on duty."""
    book, effects = applied.book, applied.effects
    if effects.new_shifts:
        yield Heading(words.say("scenario.new_shifts"))
        yield _new_shifts(book, effects, words)
        yield from _posts(book, effects, words)
    if applied.asked:
        yield Heading(words.say("scenario.asked"))
        yield Text(words.say("scenario.asked_told"))
        yield _asked(applied, words)


def _hours(effects: Effects, words: TaskWords) -> Grid:
    rows = (
        ("freed_hours", effects.freed_hours),
        ("freed_health_hours", effects.freed_health_hours),
        ("lowered_hours", effects.lowered_hours),
        ("new_hours", effects.new_hours),
        ("idle_hours", effects.idle_hours),
        ("pool_hours", effects.pool_hours),
        ("saved_hours", effects.saved_hours),
        ("capacity_hours", effects.capacity_hours),
        ("posts_added", effects.posts.added),
        ("posts_vacated", effects.posts.vacated),
        ("uncovered_hours", effects.uncovered_hours),
        ("training_hours", effects.training.hours),
        ("delegations", effects.training.delegations),
        ("one_off_nok", effects.one_off_nok),
    )
    return Grid(
        (words.say("scenario.figure"), words.say("scenario.amount")),
        tuple((words.say(f"scenario.{key}"), words.number(value)) for key, value in rows),
        frozenset({1}),
    )


def _moved(book: TaskBook, effects: Effects, words: TaskWords) -> Iterator[Block]:
    rows = [
        (
            book.task(one.task).name.told(words.language),
            book.group(one.giver).name.told(words.language),
            book.group(one.receiver).name.told(words.language),
            words.number(float(one.minutes) / 60, 1),
        )
        for one in effects.moved
    ]
    rows += [
        (
            book.task(one.task).name.told(words.language),
            "",
            words.say(f"removed.{one.why}"),
            words.number(float(one.minutes) / 60, 1),
        )
        for one in effects.removed
    ]
    rows += [
        (
            book.task(one.task).name.told(words.language),
            "",
            words.say("scenario.left"),
            words.number(float(one.minutes) / 60, 1),
        )
        for one in effects.left
    ]
    if not rows:
        yield Text(words.say("scenario.nothing_moved"))
        return
    heads = ("task", "giver", "receiver", "hours_week")
    yield Grid(tuple(words.say(f"scenario.{h}") for h in heads), tuple(rows), frozenset({3}))


def _new_shifts(book: TaskBook, effects: Effects, words: TaskWords) -> Grid:
    rows = tuple(
        (
            book.group(one.group).name.told(words.language),
            one.shift,
            _weekday(one.weekday, words),
            f"{one.heads}/{one.wanted}",
            words.number(float(one.filled) / 60, 1),
            _why_few(one, words),
        )
        for one in effects.new_shifts
    )
    heads = ("group", "shift", "weekday", "formed_wanted", "filled_hours", "note")
    return Grid(tuple(words.say(f"scenario.{h}") for h in heads), rows, frozenset({4}))


def _posts(book: TaskBook, effects: Effects, words: TaskWords) -> Iterator[Block]:
    """Yield what is hired beside what was formed, and the smallest posts that would do."""
    posts = effects.posts
    if posts.hours_idle or posts.hours_short:
        hired, formed = words.number(posts.hours_added, 1), words.number(posts.hours_needed, 1)
        yield Text(words.say("scenario.hired", hired=hired, formed=formed))
    small = "; ".join(
        f"{book.group(one.group).name.told(words.language)} {one.shift}: "
        + " + ".join(f"{words.number(percent)} %" for percent in one.percents)
        for one in posts.smallest
    )
    if small:
        yield Text(words.say("scenario.smallest", posts=small))


def _asked(applied: Applied, words: TaskWords) -> Grid:
    rows = []
    for row in applied.asked:
        weekdays = " ".join(_weekday(number, words) for number in row.weekdays)
        if row.shifts:
            rows.append((row.name, "/".join(row.shifts), weekdays, str(row.target)))
        for point in row.curve:
            hours = f"{format_time(point.start)}–{format_time(point.end)}"
            rows.append((row.name, hours, weekdays, str(point.target)))
    heads = ("row", "shift", "weekday", "asked_number")
    return Grid(tuple(words.say(f"scenario.{h}") for h in heads), tuple(rows), frozenset({3}))


def _why_few(one: NewShiftFormed, words: TaskWords) -> str:
    if one.offered is None:
        return ""
    return words.say("scenario.too_few", hours=round(float(one.offered) / 60, 1))


def _freed(scenario: Scenario, effects: Effects, words: TaskWords) -> Iterator[Block]:
    by: dict[tuple[str, str], dict[int, FreedShift]] = defaultdict(dict)
    for one in effects.freed_shifts:
        if one.minutes >= _SHOWN:
            by[one.row, one.shift][one.weekday] = one
    if not by:
        yield Text(words.say("scenario.nothing_freed"))
        return
    rows = tuple(
        (row, shift, *(_cell(days.get(weekday), scenario, words) for weekday in range(1, 8)))
        for (row, shift), days in by.items()
    )
    weekdays = tuple(_weekday(number, words) for number in range(1, 8))
    heads = (words.say("scenario.row"), words.say("scenario.shift"), *weekdays)
    yield Grid(heads, rows, frozenset(range(2, 9)))
    yield Text(words.say("scenario.freed_note"))


def _cell(one: FreedShift | None, scenario: Scenario, words: TaskWords) -> str:
    if one is None:
        return ""
    hours = words.number(one.minutes / 60, 1)
    if one.lowered:
        return words.say("scenario.cell_lowered", hours=hours, heads=one.lowered)
    if one.formed and scenario.demand == "keep":
        return words.say("scenario.cell_kept", hours=hours)
    if one.formed:
        return words.say("scenario.cell_minimum", hours=hours)
    return words.say("scenario.cell_scattered", hours=hours) if one.enough else hours


def _weekday(number: int, words: TaskWords) -> str:
    return words.say("weekdays").split()[number - 1]


def _setting(part: Stacked, name: str, words: TaskWords) -> str:
    if name == "demand":
        return words.say(f"demand.{part.demand}")
    value = float(getattr(part, name))
    return f"{words.number(value)} min" if name == "slide" else f"{words.number(value * 100)} %"


def _basis(scenario: Scenario, effects: Effects, words: TaskWords) -> Iterator[str]:
    yield words.say(
        "scenario.settings",
        fill=float(scenario.fill * 100),
        load=float(scenario.load * 100),
        slide=scenario.slide,
    )
    for setting in effects.differing:
        parts = "; ".join(f"{p.id}: {_setting(p, setting, words)}" for p in scenario.stacked)
        name = words.say(f"setting.{setting}")
        yield words.say("scenario.differing", setting=name, parts=parts)
    for name in ("problem", "book", "scenario", "result"):
        value = getattr(effects.basis, f"{name}_hash").removeprefix("sha256:")[:16]
        yield f"{words.say(f'hash.{name}')}: {value}"
    yield effects.basis.engine
