"""A model as pretty JSON: equal models give equal bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from rostering.errors import BadInput, Fault
from rostering.writers.atomic import write_bytes


def write_json(model: BaseModel, path: str | Path) -> None:
    """Write a problem, roster or score card as a JSON file.

    Fields stand in the model's order, those at their default are left out; ``format`` and
    ``version`` always come first.

    Raises
    ------
    BadInput
        When a value cannot be written as JSON, or the file cannot be written.
    """
    write_bytes(path, json_text(model).encode())


def json_text(model: BaseModel) -> str:
    """Return the text that ``write_json`` writes.

    Raises
    ------
    BadInput
        When the model holds a value that JSON does not have (NaN, half a character).
    """
    try:
        data: dict[str, Any] = {
            name: getattr(model, name)
            for name in ("format", "version")
            if name in type(model).model_fields
        }
        data |= model.model_dump(mode="json", exclude_defaults=True)
        _require_json(model)
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
        text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        guess = "a value came from a calculation that went wrong"
        fault = Fault(type(model).__name__, str(error)[:120], "values that JSON has", guess)
        raise BadInput([fault]) from error
    return text


def _require_json(model: BaseModel) -> None:
    """Refuse NaN and infinity, which pydantic would silently write as null."""
    waiting: list[object] = [model.model_dump(exclude_defaults=True)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list | tuple):
            waiting.extend(value)
        elif isinstance(value, float):
            json.dumps(value, allow_nan=False)
