"""JSON Schemas of the three file formats, for editors and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from rostering.domain.card import ScoreCard
from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.writers.atomic import write_bytes

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "problem": (Problem, "A ward to be planned (helseturnus.problem)"),
    "roster": (Roster, "A roster (helseturnus.roster)"),
    "card": (ScoreCard, "A score card (helseturnus.card)"),
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each file format by its short name.

    ``format`` and ``version`` are required in files, though the models have defaults for them.
    """
    return {name: _schema(model, title) for name, (model, title) in _MODELS.items()}


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: str | Path) -> None:
    """Write ``problem.schema.json``, ``roster.schema.json`` and ``card.schema.json``.

    Raises
    ------
    BadInput
        When the folder is missing or cannot be written to.
    """
    for name, schema in schemas().items():
        write_bytes(Path(folder) / f"{name}.schema.json", schema_text(schema).encode())


def _schema(model: type[BaseModel], title: str) -> dict[str, Any]:
    made = model.model_json_schema()
    required = ["format", "version", *made.pop("required", [])]
    return {"$schema": _DIALECT, **made, "title": title, "required": required}
