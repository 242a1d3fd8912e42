"""Who stands under the same values of a rule on a day, the largest group first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rostering.rules.base import Rule
from rostering.rulings import Rulings
from rostering.rulings.source import Source

_Key = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People for whom a rule has the same values from the same sources.

    ``persons`` are ids; nobody stands there for a rule on the whole unit.
    """

    persons: tuple[str, ...]
    sources: tuple[Source, ...]


def groups(rulings: Rulings, rule: Rule[Any], day: int, persons: Iterable[str]) -> list[Group]:
    """Return the groups of some people on a day, the largest first, else by the ward's order."""
    if rule.scope == "unit":
        return [Group((), rulings.sources(rule, None, day))]
    members: dict[_Key, list[str]] = {}
    known: dict[_Key, tuple[Source, ...]] = {}
    for person in persons:
        sources = rulings.sources(rule, person, day)
        key = tuple(_origin(source) for source in sources)
        known.setdefault(key, sources)
        members.setdefault(key, []).append(person)
    found = [Group(tuple(names), known[key]) for key, names in members.items()]
    return sorted(found, key=lambda group: -len(group.persons))


def _origin(source: Source) -> tuple[object, ...]:
    return (source.value, source.own, id(source.provision), id(source.agreement))


def changes(rulings: Rulings, rule: Rule[Any], day: int, persons: Iterable[str]) -> list[int]:
    """Return the days of the period after a day on which somebody's values change."""
    whom = list(persons) if rule.scope == "employee" else [None]
    found = {first for person in whom for first, _ in rulings.values(rule, person).spans}
    return sorted(first for first in found if first > day)
