"""The bridge as a report: the figures, what each rests on, the band, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from tasksharing.bridge.models import Bridge, Span, Used
from tasksharing.bridge.municipality import town
from tasksharing.bridge.waterfall import waterfall
from tasksharing.report.blocks import Block, Bullets, Grid, Heading, Report, Text
from tasksharing.texts import TaskWords


def bridge_report(bridge: Bridge, language: str = "nb") -> Report:
    """Return a bridge as a report; every figure says published, calculated or assumed."""
    words = TaskWords(language)
    title = words.say("bridge.title" if bridge.calibrated else "bridge.title_own")
    return Report(title, language, tuple(_blocks(bridge, words)))


def _blocks(bridge: Bridge, words: TaskWords) -> Iterator[Block]:
    if bridge.bottom is not None and bridge.bottom.invented:
        yield Text(words.say("bridge.invented"), strong=True)
    yield Text(words.say("bridge.calibrated" if bridge.calibrated else "bridge.own"), strong=True)
    for note in bridge.notes:
        yield Text(words.say(f"bridge.note.{note}"), strong=True)
    if bridge.idle:
        yield Text(words.say("bridge.idle", names=", ".join(bridge.idle)), strong=True)
    yield waterfall(bridge, words)
    yield _steps(bridge, words)
    yield Text(words.say("bridge.no_finding"))
    yield Text(words.say("bridge.no_money"))
    yield Heading(words.say("bridge.sources"))
    yield Bullets(tuple(one.told(words.language) for one in bridge.sources))
    yield Heading(words.say("bridge.assumptions"))
    yield _assumptions(bridge, words)
    yield Heading(words.say("bridge.band"))
    yield Text(words.say("bridge.band_text"))
    if bridge.levers:
        yield _levers(bridge, words)
    if bridge.bottom is not None:
        yield Heading(words.say("bridge.bottom"))
        yield from _bottom(bridge, words)


def _steps(bridge: Bridge, words: TaskWords) -> Grid:
    rows = (
        ("before", bridge.before),
        ("by_automation", bridge.by_automation),
        ("by_coordination", bridge.by_coordination),
        ("after", bridge.after),
        ("saved", bridge.saved),
    )
    return Grid(
        (
            words.say("bridge.figure"),
            words.say("bridge.unit"),
            words.say("bridge.span"),
            words.say("bridge.status"),
        ),
        tuple(
            (
                words.say(f"bridge.row.{key}"),
                words.fte(value),
                _span(bridge.band[key], words),
                words.say(f"status.{_status(bridge, key)}"),
            )
            for key, value in rows
        ),
        frozenset({1, 2}),
    )


def _status(bridge: Bridge, figure: str) -> str:
    own = figure == "before" and bridge.assumptions["before"].own
    return "own" if own else bridge.statuses[figure]


def _assumptions(bridge: Bridge, words: TaskWords) -> Grid:
    heads = ("assumption", "key", "value", "span", "status", "source")
    rows = tuple(
        (
            used.text.told(words.language),
            key,
            _value(used.value, used, words),
            _ends(used, words),
            words.say("status.own") if used.own else words.say(f"status.{used.status}"),
            "" if used.source is None else used.source.told(words.language),
        )
        for key, used in bridge.assumptions.items()
    )
    return Grid(tuple(words.say(f"bridge.{head}") for head in heads), rows, frozenset({2, 3}))


def _levers(bridge: Bridge, words: TaskWords) -> Grid:
    rows = tuple(
        (
            bridge.assumptions[one.key].text.told(words.language),
            _span(one.by_automation, words),
            _span(one.saved, words),
        )
        for one in bridge.levers
    )
    heads = ("assumption", "row.by_automation", "row.saved")
    return Grid(tuple(words.say(f"bridge.{head}") for head in heads), rows, frozenset({1, 2}))


def _bottom(bridge: Bridge, words: TaskWords) -> Iterator[Block]:
    bottom = bridge.bottom
    if bottom is None:
        return
    facts = {"units": bottom.units, "people": bottom.people, "hours": round(bottom.hours)}
    yield Text(words.say("bridge.bottom_text", **facts))
    if bridge.hours_per_unit_week is not None:
        before, after = (words.number(value) for value in bridge.hours_per_unit_week)
        yield Text(words.say("bridge.per_unit", before=before, after=after))
    if not bottom.invented or bottom.fte is None:
        return
    low, high = words.fte(bottom.fte.low), words.fte(bottom.fte.high)
    yield Text(words.say("bridge.draws", low=low, high=high, seed=str(bottom.seed)))
    heads = tuple(words.say(f"bridge.{key}") for key in ("assumption", "low", "mode", "high"))
    rows = tuple(
        (
            one.text.told(words.language),
            *(words.number(float(value)) for value in (one.low, one.mode, one.high)),
        )
        for one in town().draws
    )
    yield Grid(heads, rows, frozenset({1, 2, 3}))


def _value(value: float, used: Used, words: TaskWords) -> str:
    if used.unit == "share":
        return f"{words.number(value * 100, 1)} %"
    return words.number(value)


def _ends(used: Used, words: TaskWords) -> str:
    if used.low is None or used.high is None:
        return ""
    return f"{_value(used.low, used, words)} – {_value(used.high, used, words)}"


def _span(span: Span, words: TaskWords) -> str:
    if span.low == span.high:
        return words.fte(span.low)
    return f"{words.fte(span.low)} – {words.fte(span.high)}"
