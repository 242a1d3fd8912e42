"""The comparison at a glance as a picture: what is better, worse, or not to be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tasksharing.evaluate.models import Difference, Measure
from tasksharing.report.blocks import Figure
from tasksharing.report.comparison.told import Told, unmoved

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Light fills that carry black text, apart in the common kinds of colour blindness.
_FILLS = {"better": "#CCDDEE", "worse": "#F6D3BF", "different": "#EEEEEE", "none": "#FFFFFF"}
_INK, _RULE = "#1b2a33", "#c3ced5"
_ROW, _HEAD = 0.3, 0.75
_NAME = 3.1
_MOST = 26


def overview(told: Told) -> Figure:
    """Return the measures in which at least one alternative differs, alternatives side by side."""
    rows = list(_rows(told))[:_MOST]
    said = told.say("comparison.told_table", count=len(told.comparison.alternatives))
    height = _HEAD + _ROW * (len(rows) + 2) + 0.2
    return Figure(partial(_draw, told, rows), said, height)


def _rows(told: Told) -> Iterator[tuple[Measure, dict[str, str], dict[str, str]]]:
    """Yield measures with each alternative's words and verdict."""
    seen: dict[str, Measure] = {}
    for base in told.comparison.bases:
        for measure in told.measures(base):
            seen.setdefault(measure.id, measure)
    for measure in seen.values():
        listed = [(one, one.difference(measure.id)) for one in told.comparison.alternatives]
        if any(found is not None and found.verdict != "none" for _, found in listed):
            words: dict[str, str] = {}
            verdicts: dict[str, str] = {}
            for one, found in listed:
                verdicts[one.id] = "none" if found is None else found.verdict
                words[one.id] = _word(told, found, measure.unit)
            yield measure, words, verdicts


def _word(told: Told, found: Difference | None, unit: str) -> str:
    if found is None or unmoved(found):
        return told.say("comparison.unchanged")
    if found.verdict == "none":
        return told.say("comparison.no_difference")
    return told.signed(found.mean, unit)


def _draw(
    told: Told, rows: list[tuple[Measure, dict[str, str], dict[str, str]]], axes: Axes
) -> None:
    from matplotlib.patches import Rectangle

    listed = told.comparison.alternatives
    width = (7.0 - _NAME) / max(1, len(listed))
    total = _HEAD + _ROW * (len(rows) + 2)
    axes.set_xlim(0, 7)
    axes.set_ylim(total, 0)
    axes.axis("off")
    axes.text(0, 0.02, told.title, fontsize=9.5, fontweight="bold", va="top", color=_INK)
    for number, one in enumerate(listed):
        place = _NAME + width * (number + 0.5)
        axes.text(
            place, _HEAD, _folded(told.name(one), width), fontsize=7, va="bottom", ha="center",
            fontweight="bold", color=_INK,
        )  # fmt: skip
    for line, (measure, words, verdicts) in enumerate(rows):
        top = _HEAD + 0.06 + _ROW * line
        name = told.name(measure)
        short = name if len(name) <= 46 else f"{name[:45]}…"
        axes.text(0, top + _ROW / 2, short, fontsize=7, va="center", color=_INK)
        for number, one in enumerate(listed):
            left = _NAME + width * number
            fill = _FILLS[verdicts[one.id]]
            axes.add_patch(Rectangle((left, top), width, _ROW, facecolor=fill, edgecolor=_RULE))
            axes.text(
                left + width / 2, top + _ROW / 2, words[one.id], fontsize=7, ha="center",
                va="center", color=_INK,
            )  # fmt: skip
    foot = _HEAD + 0.06 + _ROW * len(rows) + 0.12
    axes.text(0, foot, told.say("comparison.table_key"), fontsize=6.5, va="top", color=_INK)


def _folded(name: str, width: float) -> str:
    import textwrap

    letters = max(9, int(width * 13))
    lines = textwrap.wrap(name, letters, break_long_words=False, max_lines=4, placeholder="…")
    return "\n".join(lines)
