"""The last step of every public reader: a valid problem, or why the data make none."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from rostering.domain.consistency import faults
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.readers.json_path import json_path
from rostering.readers.json_text import shown
from rostering.readers.validation import limited
from rostering.terms.registry import TERMS

GOALS = ("wishes", "row_prices")


def weights() -> dict[str, int]:
    """Return the weights under which a card counts in the points of the public instances."""
    return {term.id: int(term.id in GOALS) for term in TERMS}


def finished(name: str, data: dict[str, Any]) -> Problem:
    """Return a problem from its fields.

    Raises
    ------
    BadInput
        With a fault for each value that no problem can hold; ``name`` is the file.
    """
    try:
        problem = Problem(**data)
    except ValidationError as error:
        raise BadInput(
            limited(
                Fault(f"{name}: {json_path(wrong['loc'])}", shown(wrong["input"]), wrong["msg"])
                for wrong in error.errors(include_url=False)
            )
        ) from error
    found = [Fault(f"{name}: {f.where}", f.found, f.needed, f.maybe) for f in faults(problem)]
    if found:
        raise BadInput(limited(found))
    return problem
