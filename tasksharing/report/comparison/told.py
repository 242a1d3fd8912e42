"""Figures and names of a comparison as people read them, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from tasksharing.evaluate.models import Alternative, Base, Comparison, Difference, Measure
from tasksharing.texts import TaskWords

DECIMALS = {"points": 0, "nok": 0, "fte": 2, "hours": 1, "percent": 1, "people": 1, "count": 1}
SECTIONS = (
    "points", "staff", "cost", "coverage", "hours", "wishes", "fairness", "health", "robustness",
    "training",
)  # fmt: skip


class Told:
    """Says the parts of one comparison."""

    def __init__(self, comparison: Comparison, language: str) -> None:
        self.comparison, self.language = comparison, language
        self.words = TaskWords(language)
        self.say = self.words.say

    @property
    def title(self) -> str:
        """The title; it says so where the data is invented."""
        key = "comparison.title_invented" if self.comparison.invented else "comparison.title"
        return self.say(key, base=self.comparison.bases[0].name.told(self.language))

    def name(self, one: Alternative | Base | Measure) -> str:
        """Return what something is called."""
        return one.name.told(self.language)

    def group(self, group: str) -> str:
        """Return what a group is called."""
        known = self.comparison.groups.get(group)
        return group if known is None else known.told(self.language)

    def task(self, task: str) -> str:
        """Return what a task is called."""
        known = self.comparison.tasks.get(task)
        return task if known is None else known.told(self.language)

    def shift(self, shift: str) -> str:
        """Return what a shift is called."""
        known = self.comparison.shifts.get(shift)
        return shift if known is None else known.told(self.language)

    def of(self, base: Base) -> list[Alternative]:
        """Return the alternatives that are held against a base."""
        return [one for one in self.comparison.alternatives if one.base == base.id]

    def measures(self, base: Base) -> Iterator[Measure]:
        """Yield each measure that the zero or an alternative has, in the order of a table."""
        known: dict[str, Measure] = {}
        for one in (base.zero, *self.of(base)):
            for measure in one.measures:
                known.setdefault(measure.id, measure)
        kinds = list(dict.fromkeys(_kind(measure) for measure in known.values()))
        yield from sorted(known.values(), key=lambda one: _place(one, kinds))

    def value(self, amount: float, unit: str) -> str:
        """Return a figure with its unit where the measure's name does not tell it."""
        if unit == "share":
            return f"{self.words.number(amount * 100, 0)} %"
        told = self.words.number(amount, DECIMALS.get(unit, 1))
        return f"{told} %" if unit == "percent" else told

    def signed(self, amount: float, unit: str) -> str:
        """Return a difference with its sign."""
        told = self.value(amount, unit).removesuffix(" %")
        if unit in ("share", "percent"):
            told = self.say("comparison.percentage_points", amount=told)
        return told if amount < 0 or told.startswith("0 ") or told == "0" else f"+{told}"

    def change(self, found: Difference | None, unit: str) -> str:
        """Return a difference and its verdict; no figure where nothing could be measured."""
        if found is None:
            return ""
        verdict = self.say(f"comparison.verdict.{found.verdict}")
        if found.verdict == "none":
            return self.say("comparison.unchanged") if unmoved(found) else verdict
        return f"{self.signed(found.mean, unit)} ({verdict})"

    def source(self, measure: Measure) -> str:
        """Return whether a figure is rostered, calculated or assumed."""
        return self.say(f"comparison.source.{measure.source}")

    def limit(self) -> str:
        """Return how long each search was."""
        asked = self.comparison
        if asked.steps is not None:
            return self.say("worth.steps", amount=asked.steps)
        return self.say("worth.seconds", amount=asked.seconds or 0)


def unmoved(found: Difference) -> bool:
    """Return whether a figure is the same in all runs of both."""
    return not (found.mean or found.low or found.high)


def _kind(measure: Measure) -> str:
    return measure.id.partition(".")[0]


def _place(measure: Measure, kinds: list[str]) -> tuple[int, int, bool]:
    """Return where a measure stands: by section, one kind together, what sums its groups last."""
    last = measure.section == "staff" and not measure.group
    return SECTIONS.index(measure.section), kinds.index(_kind(measure)), last
