"""Health lights in words: names, values, thresholds and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.health.thresholds import (
    Light,
    Measure,
    Reference,
    Status,
    Threshold,
    Thresholds,
    ThresholdTable,
    shipped,
)
from rostering.terms.base import threshold
from rostering.texts import Catalogue, hours

SIGNS = {Light.GREEN: "ok", Light.AMBER: "!", Light.RED: "!!"}
"""What stands beside a colour, for those who do not see it."""


class HealthWords:
    """One language of the health lights."""

    def __init__(self, language: str = "en", table: ThresholdTable | None = None) -> None:
        self.language = language
        self.table = table or shipped()
        self._texts = Catalogue(language)

    def measure(self, measure: Measure) -> str:
        """Return a measure's name."""
        return self._texts.say(f"health.measure.{measure.value}")

    def about(self, measure: Measure) -> str:
        """Return in a few words what a measure looks at."""
        facts = {"least": threshold("quick_return"), "days": self.table.of(measure).days}
        return self._texts.say(f"health.about.{measure.value}", **facts)

    def light(self, light: Light) -> str:
        """Return a light's name."""
        return self._texts.say(f"health.light.{light.value}")

    def signed(self, light: Light) -> str:
        """Return a light's sign and name: ``! amber``."""
        return f"{SIGNS[light]} {self.light(light)}"

    def value(self, measure: Measure, value: int | None) -> str:
        """Return a measure's value; minutes as hours, a dash where there is nothing to measure."""
        if value is None:
            return "–"
        return self.size(measure, value) if self.table.of(measure).unit == "minutes" else str(value)

    def size(self, measure: Measure, size: int) -> str:
        """Return a finding's size: hours of rest, or how many nights, days or weekends in a row."""
        unit = self.table.of(measure).unit
        if unit in ("times", "minutes"):
            return hours(size, self.language)
        return f"{size} {self._texts.say(f'unit.{unit}', count=size)}"

    def limits(self, measure: Measure) -> str:
        """Return from where on a measure is amber and red."""
        one = self.table.of(measure)
        amber, red = (self.value(measure, found.at) for found in (one.amber, one.red))
        return self._texts.say(f"health.limits.{one.direction.value}", amber=amber, red=red)

    def notes(self) -> Iterator[str]:
        """Yield for each measure what it looks at, its thresholds, and where they come from."""
        for one in self.table.measures:
            told = [self.about(one.measure), self.limits(one.measure), *self.grounds(one)]
            yield f"{self.measure(one.measure)}: {'; '.join(told)}."

    def references(self) -> Iterator[str]:
        """Yield the references with the numbers that the notes call them by."""
        for number, found in enumerate(self.sources(), 1):
            yield f"[{number}] {found.citation}, {found.link}"

    def sources(self) -> list[Reference]:
        """Return the references in the order of the numbers that the notes call them by."""
        return [self.table.references[key] for key in self._cited()]

    def _cited(self) -> list[str]:
        """Return the keys of the references in the order in which the notes name them."""
        named = (t.references for one in self.table.measures for t in (one.amber, one.red))
        return list(dict.fromkeys(key for keys in named for key in keys))

    def grounds(self, one: Thresholds) -> Iterator[str]:
        """Yield who stands behind a measure's thresholds."""
        grounds = [(found.status, found.references) for found in (one.amber, one.red)]
        if grounds[0] == grounds[1]:
            yield self._ground(self._texts.say("health.both"), one.amber)
        else:
            yield self._ground(self.light(Light.AMBER), one.amber)
            yield self._ground(self.light(Light.RED), one.red)

    def _ground(self, light: str, found: Threshold) -> str:
        order = self._cited()
        cited = sorted(order.index(key) + 1 for key in found.references)
        key = f"health.ground.{found.status.value}"
        if cited and found.status is not Status.PUBLISHED:
            key += "_on"
        return self._texts.say(key, light=light, sources=cited)
