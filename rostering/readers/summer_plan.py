"""A summer plan out of a TOML file: vacation groups, temps and reduced demand."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from rostering.errors import BadInput, Fault
from rostering.kinds.summer import SummerPlan
from rostering.readers.source import load
from rostering.readers.validation import validated


def read_summer_plan(path: str | Path) -> SummerPlan:
    """Return the summer plan in a TOML file.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    file = Path(path)
    try:
        data = tomllib.loads(load(file).decode("utf-8"))
    except UnicodeDecodeError as error:
        guess = "save it as UTF-8"
        raise BadInput([Fault(file.name, "text in another encoding", "UTF-8", guess)]) from error
    except tomllib.TOMLDecodeError as error:
        needed = "TOML, for example [[groups]] and first = 2027-06-28"
        raise BadInput([Fault(file.name, str(error), needed)]) from error
    plain: dict[str, Any] = json.loads(json.dumps(data, default=_text))
    return validated(SummerPlan, plain)


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
