"""Which of two values is the stricter, and whether a value is one that a rule can use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, Field
from typing import Any

from rostering.rules.base import PATTERN, Form, Sense, Value
from rostering.rulings.source import Source


def loosest(sense: Sense, sources: Sequence[Source]) -> Source:
    """Return the source with the loosest value, the first of equals; a setting's last."""
    return _pick(sense, sources, Sense.AT_MOST)


def strictest(sense: Sense, sources: Sequence[Source]) -> Source:
    """Return the source with the strictest value, the first of equals; a setting's last."""
    return _pick(sense, sources, Sense.AT_LEAST)


def _pick(sense: Sense, sources: Sequence[Source], largest_when: Sense) -> Source:
    if sense is Sense.SETTING:
        return sources[-1]
    by_value = {True: max, False: min}[sense is largest_when]
    return by_value(sources, key=lambda source: source.value)


def is_looser(sense: Sense, value: Value, than: Value) -> bool:
    """Return whether a value allows what another forbids; of settings none does."""
    if sense is Sense.SETTING:
        return False
    return bool(value > than if sense is Sense.AT_MOST else value < than)


def fits(field: Field[Any], value: Value) -> bool:
    """Return whether a value is of the field's type and within its range."""
    sample = example(field)
    if isinstance(sample, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(sample, bool)
    if isinstance(sample, tuple):
        entries = value if isinstance(value, (list, tuple)) else [value]
        return all(
            isinstance(p, (list, tuple))
            and p
            and all(isinstance(t, str) for t in p)
            and form(field).fits(p)
            for p in entries
        )
    least, most = field.metadata["within"]
    return isinstance(value, int) and least <= value <= most


def example(field: Field[Any]) -> Value:
    """Return a value that fits."""
    if "bool" in str(field.type):
        return True
    if "tuple" in str(field.type):
        return (form(field).example,)
    return 1 if field.default in (MISSING, None) else field.default


def form(field: Field[Any]) -> Form:
    """Return what the entries of a list value look like."""
    told: Form = field.metadata.get("form", PATTERN)
    return told


def frozen(value: Value) -> Value:
    """Return a value as data that cannot change: lists become tuples."""
    return tuple(frozen(part) for part in value) if isinstance(value, (list, tuple)) else value
