"""Measures by name: what each is called, its unit, and which way is better."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from statistics import fmean

from rostering.domain.fields import Model
from tasksharing.domain.names import Name
from tasksharing.evaluate.models import Better, Measure, Origin, Section, Unit

_FILE = "names.toml"
_LANGUAGES = ("nb", "nn", "en")
TOLD = 4  # decimals that a value is told with


class Kind(Model):
    """What is known of a measure before it is measured; ``{group}`` stands for a group's name."""

    section: Section
    unit: Unit
    better: Better
    source: Origin
    nb: str
    nn: str
    en: str


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Return all kinds of measures, in the order in which they are told."""
    text = (resources.files("tasksharing.evaluate") / _FILE).read_text("utf-8")
    return {name: Kind.model_validate(facts) for name, facts in tomllib.loads(text).items()}


def kind_of(measure: str) -> tuple[Kind, str]:
    """Return the kind of a measure and the group it speaks of, or an empty text.

    Raises
    ------
    KeyError
        When no measure is called so.
    """
    known = kinds()
    if measure in known:
        return known[measure], ""
    head, _, group = measure.partition(".")
    return known[head], group


def measure(name: str, values: Sequence[float], groups: dict[str, Name]) -> Measure:
    """Return a measure of these values, named in the three languages."""
    kind, group = kind_of(name)
    called = groups.get(group, Name(nb=group or "-"))
    told = {lang: getattr(kind, lang).format(group=called.told(lang)) for lang in _LANGUAGES}
    rounded = tuple(round(value, TOLD) for value in values)
    return Measure(
        id=name,
        name=Name(**told),
        section=kind.section,
        group=group,
        unit=kind.unit,
        better=kind.better,
        source=kind.source,
        values=rounded,
        mean=round(fmean(rounded), TOLD),
        low=min(rounded),
        high=max(rounded),
    )


def in_order(names: Iterable[str]) -> list[str]:
    """Return measures in the order in which they are told, those of groups by group."""
    places = {name: number for number, name in enumerate(kinds())}

    def place(name: str) -> tuple[int, str]:
        return places.get(name, places.get(name.partition(".")[0], len(places))), name

    return sorted(names, key=place)
