"""The year's shape of short-term absence, from published quarterly figures."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
YEAR = 365.25
QUARTERS = ("q1", "q2", "q3", "q4")


@cache
def quarters(kind: str) -> tuple[float, ...]:
    """Return how each quarter stands to the year's mean: ``self_certified`` or the other kind."""
    text = resources.files(__package__).joinpath("figures.toml").read_text("utf-8")
    found = tomllib.loads(text)[kind]
    means = np.array([np.mean(found[name]) for name in QUARTERS])
    return tuple(means / means.mean())


def season(days: pd.DatetimeIndex, kind: str = "self_certified") -> Floats:
    """Return a smooth factor for each date whose quarterly means are the published ones.

    A wave of one year and one of half a year: with the mean these are as many numbers as four
    quarters tell.
    """
    at = 2 * np.pi * (days.day_of_year.to_numpy() - 1) / YEAR
    edges = np.linspace(0, 2 * np.pi, 5)
    share = np.pi / 2
    # the mean over a quarter of sin, cos and sin of twice the angle; cos of twice is 0 over each
    waves = np.column_stack(
        [
            np.ones(4),
            (np.cos(edges[:-1]) - np.cos(edges[1:])) / share,
            (np.sin(edges[1:]) - np.sin(edges[:-1])) / share,
            (np.cos(2 * edges[:-1]) - np.cos(2 * edges[1:])) / 2 / share,
        ]
    )
    weights = np.linalg.solve(waves, np.array(quarters(kind)))
    told = np.column_stack([np.ones(len(at)), np.sin(at), np.cos(at), np.sin(2 * at)])
    return np.asarray(told @ weights, dtype=np.float64)
