"""Percentages and factors as exact fractions, and the one rule by which øre are rounded."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

_MIXED = re.compile(r"^(\d{1,9}) (\d{1,60})/(\d{1,60})$")
_DECIMAL = re.compile(r"^\d{1,9}(\.\d{1,6})?$")


def exact(value: object) -> Fraction:
    """Return a number as it is written: ``50``, ``14.1``, ``"14.1"`` or ``"133 1/3"``.

    Raises
    ------
    ValueError
        When it is no such number, or negative.
    """
    found: Fraction | None = None
    if isinstance(value, Fraction):
        found = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = Fraction(str(value)) if abs(value) < 10**9 else None
    elif isinstance(value, str) and _DECIMAL.match(value.strip()):
        found = Fraction(value.strip())
    elif isinstance(value, str) and (mixed := _MIXED.match(value.strip())):
        whole, part, of = (int(text) for text in mixed.groups())
        found = Fraction(whole) + Fraction(part, of) if of else None
    if found is None or found < 0:
        raise ValueError(f"{value!r} is no amount or percentage")
    return found


def written(value: Fraction) -> str:
    """Return a fraction as a person writes it: ``50``, ``14.1`` or ``133 1/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    hundredths = value * 10_000
    if hundredths.denominator == 1:
        return f"{float(value):.4f}".rstrip("0")
    whole = value.numerator // value.denominator
    rest = value - whole
    part = f"{rest.numerator}/{rest.denominator}"
    return f"{whole} {part}"


def half_up(value: Fraction) -> int:
    """Return a whole number of øre; half an øre is rounded up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


Exact = Annotated[
    Fraction,
    PlainValidator(exact),
    PlainSerializer(written, return_type=str),
    WithJsonSchema({"type": ["number", "string"]}),
]
