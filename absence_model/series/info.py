"""What a modelling series is, and what is told beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

COLUMNS = ("unit", "date", "planned", "absent")
"""Columns of a modelling series; ``region`` may stand beside them."""


@dataclass(frozen=True, slots=True)
class SeriesInfo:
    """Where a series is from and what its numbers count.

    Parameters
    ----------
    source
        A name for reports: what was read, without its folder.
    kind
        ``nhs``, ``nursing_home`` or ``own``: which reader made it.
    measure
        ``heads``, ``hours`` or ``shifts``.
    meaning
        What is forecast: ``absent`` or ``worked``.
    country
        ISO code of the country whose calendar holds; ``subdivision`` a part of it.
    cleaned
        What was put right while reading, by reason, in rows.
    names
        Readable names of units, where the source has them.
    """

    source: str
    kind: str
    measure: str
    meaning: str = "absent"
    country: str = "NO"
    subdivision: str | None = None
    cleaned: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
