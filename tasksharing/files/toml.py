"""A frozen model out of a TOML file, or every fault of it."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from rostering.errors import BadInput, Fault
from rostering.readers.json_path import extend
from rostering.readers.json_text import parse
from rostering.readers.source import load
from rostering.readers.validation import limited, validated
from tasksharing.files.envelope import of_file, require_format

M = TypeVar("M", bound=BaseModel)
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_BARE_TIME = re.compile(r"=\s*(\d{1,2}:\d\d)")


def read_toml(model: type[M], path: Path, wanted: str) -> M:
    """Return the model in a TOML file of the wanted format.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    return toml_model(model, load(path), path.name, wanted)


def toml_model(model: type[M], data: bytes, name: str, wanted: str) -> M:
    """Return the model in TOML text; ``name`` is the file's, for faults."""
    faults: list[Fault] = []
    plain = _plain(_parsed(data, name), name, "", faults)
    if faults:
        raise BadInput(limited(faults))
    with of_file(name):
        known = parse(json.dumps(plain).encode(), name)
    require_format(known, wanted, name)
    with of_file(name):
        return validated(model, known)


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        fault = Fault(name, "text in another encoding", "TOML in UTF-8", "save it as UTF-8")
        raise BadInput([fault]) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput([_syntax(str(error), text, name)]) from error


def _syntax(told: str, text: str, name: str) -> Fault:
    """Return where TOML stops being TOML, with a guess at what stands there."""
    guess = "text lacks its quotation marks, or a table is written twice"
    place = _PLACE.search(told)
    if place is None:
        return Fault(name, f"no TOML ({told[:120]})", "a file in TOML", guess)
    row, column = int(place[1]), int(place[2])
    line = text.splitlines()[row - 1] if row <= len(text.splitlines()) else ""
    if clock := _BARE_TIME.search(line):
        guess = f'a time stands between quotation marks: "{clock[1]}"'
    found = f"no TOML ({_PLACE.sub('', told).strip()[:120]})"
    return Fault(f"{name}, line {row}, column {column}", found, "a file in TOML", guess)


def _plain(value: Any, name: str, path: str, faults: list[Fault]) -> Any:  # noqa: ANN401
    """Return values as JSON has them: dates as text; times and moments are faults."""
    if isinstance(value, dict):
        return {k: _plain(one, name, extend(path, k), faults) for k, one in value.items()}
    if isinstance(value, list):
        return [_plain(one, name, extend(path, n), faults) for n, one in enumerate(value)]
    where = f"{name}, {path}"
    if isinstance(value, datetime):
        guess = f'{value.date()} or "{value.time().isoformat("minutes")}" is meant'
        faults.append(Fault(where, value.isoformat(), "a date, or a time of day as text", guess))
        return None
    if isinstance(value, time):
        found = f"{value.isoformat()} without quotation marks"
        guess = f'it is "{value.isoformat("minutes")}" that is meant'
        faults.append(Fault(where, found, 'a time of day as "HH:MM"', guess))
        return None
    return value.isoformat() if isinstance(value, date) else value
