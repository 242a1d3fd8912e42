"""A frozen model out of a TOML file, or every fault of it."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from rostering.errors import BadInput, Fault
from rostering.readers.source import load
from rostering.readers.validation import validated
from tasksharing.files.envelope import require_format

M = TypeVar("M", bound=BaseModel)


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
    plain: dict[str, Any] = json.loads(json.dumps(_parsed(data, name), default=_text))
    require_format(plain, wanted, name)
    return validated(model, plain)


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        fault = Fault(name, "text in another encoding", "TOML in UTF-8", "save it as UTF-8")
        raise BadInput([fault]) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        guess = "text lacks its quotation marks, or a table is written twice"
        fault = Fault(name, f"no TOML ({str(error)[:120]})", "a file in TOML", guess)
        raise BadInput([fault]) from error


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
