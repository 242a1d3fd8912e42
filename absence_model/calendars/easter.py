"""Easter of the Gregorian calendar."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=256)
def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus)."""
    golden, century = year % 19, year // 100
    leap = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = leap % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    week = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - week
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
