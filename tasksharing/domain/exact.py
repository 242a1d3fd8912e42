"""Shares as exact fractions: more than nothing, at most all."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator

from rostering.wages.exact import Exact, written


def _share(value: Fraction) -> Fraction:
    if not 0 < value <= 1:
        raise ValueError(f"{written(value)} is not a share of all: above 0, at most 1")
    return value


Share = Annotated[Exact, AfterValidator(_share)]
"""Some of a whole: above 0, at most 1."""
