"""A municipality's own wage table out of a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rostering.errors import BadInput, Fault
from rostering.readers.source import load
from rostering.readers.validation import validated
from rostering.wages.file import WAGES_FORMAT, WageTable
from rostering.wages.load import completed
from rostering.wages.wages import Wages

_VERSION = 1


def read_wages(path: str | Path) -> Wages:
    """Return the wage table in a TOML file, with those that it extends behind it.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    file = Path(path)
    data = _parsed(load(file), file.name)
    wrong = tuple(_envelope(data))
    if wrong:
        raise BadInput(wrong)
    return completed(validated(WageTable, data))


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        guess = "the file was saved in another encoding: save it as UTF-8"
        fault = Fault(name, "letters that are not UTF-8", "a TOML file in UTF-8", guess)
        raise BadInput([fault]) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        guess = "text lacks its quotation marks, or a table is written twice"
        fault = Fault(name, f"no TOML ({str(error)[:120]})", "a wage table as TOML", guess)
        raise BadInput([fault]) from error


def _envelope(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield why this is no wage table that this version reads."""
    found = data.get("format")
    if found != WAGES_FORMAT:
        shown = "nothing" if found is None else repr(found)[:60]
        guess = "it is another kind of file"
        yield Fault("format", shown, f'format = "{WAGES_FORMAT}"', guess)
    elif data.get("version") != _VERSION or isinstance(data["version"], bool):
        shown = "nothing" if "version" not in data else repr(data["version"])[:60]
        yield Fault("version", shown, f"version = {_VERSION}", "it is of a newer turnus")
