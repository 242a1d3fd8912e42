"""A model as TOML text that ``toml_model`` reads again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel


def toml_text(model: BaseModel, lists: tuple[str, ...] = ()) -> str:
    """Return a model as TOML, without what has its usual value.

    Parameters
    ----------
    lists
        Fields that hold models: each of those is written as a table of its own.
    """
    plain = model.model_dump(mode="json", exclude_defaults=True)
    kept = {name: getattr(model, name) for name in ("format", "version")}
    return "\n".join(_lines({**kept, **plain}, lists)) + "\n"


def _lines(plain: dict[str, Any], lists: tuple[str, ...]) -> Iterator[str]:
    for name, value in plain.items():
        if name not in lists and value is not None:
            yield f"{name} = {_value(value)}"
    for name in lists:
        for one in plain.get(name, ()):
            yield ""
            yield f"[[{name}]]"
            yield from _lines(one, ())


def _value(value: object) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{k} = {_value(v)}" for k, v in value.items() if v is not None)
        return f"{{ {inside} }}"
    if isinstance(value, list):
        inside = ", ".join(_value(one) for one in value)
        return f"[{inside}]"
    if isinstance(value, str):  # JSON escapes what TOML wants escaped, but for DEL
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)
