"""Field types shared by all files of the domain: ids, codes, times of day, percentages."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)

DAY_MINUTES = 1440
_TIME = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)$|^24:00$")


class Model(BaseModel):
    """Frozen base of every domain object; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def parse_time(value: object) -> int:
    """Return minutes after midnight for ``HH:MM`` (``24:00`` is the day's end).

    Raises
    ------
    ValueError
        When the text is no time of day.
    """
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= DAY_MINUTES:
        return value
    if isinstance(value, str) and _TIME.match(value.strip()):
        hours, minutes = value.strip().split(":")
        return int(hours) * 60 + int(minutes)
    raise ValueError(f"{value!r} is not a time of day; write HH:MM, for example 07:30")


def format_time(minutes: int) -> str:
    """Return ``HH:MM`` for minutes after midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


TimeOfDay = Annotated[
    int,
    BeforeValidator(parse_time),
    PlainSerializer(format_time, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$"}),
]
Id = Annotated[str, Field(min_length=1, max_length=64)]
Code = Annotated[str, Field(min_length=1, max_length=24, pattern=r"^[^\s,;()]+$")]
Weekday = Annotated[int, Field(ge=1, le=7, description="ISO weekday: Monday 1 ... Sunday 7")]
