"""A saved mapping: which column is which, and answers to what a list leaves open."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model
from rostering.errors import BadInput, Fault
from rostering.readers.source import load
from rostering.readers.validation import validated

NEW = "new"


class Mapping(Model):
    """What a TOML file may say about a list; everything may be left out.

    ``columns`` gives the heading of a field, ``ignore`` names columns that are not read.
    ``people``, ``competences``, ``shifts`` and ``units`` say which id or code a written name
    means; a person may also be ``new``. ``numbers`` says what a plain number in a staffing plan
    is, and ``shares`` that percentages are written as 0.8 for 80.
    """

    sheet: str = ""
    heading_row: int | None = Field(default=None, ge=1)
    encoding: str = ""
    delimiter: str = Field(default="", max_length=1)
    columns: dict[str, str] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    people: dict[str, str] = Field(default_factory=dict)
    competences: dict[str, str] = Field(default_factory=dict)
    shifts: dict[str, str] = Field(default_factory=dict)
    units: dict[str, str] = Field(default_factory=dict)
    unit: str = ""
    numbers: Literal["target", "minimum", "both"] = "target"
    shares: bool = False


def read_mapping(path: str | Path) -> Mapping:
    """Return the mapping in a TOML file.

    Raises
    ------
    BadInput
        When the file cannot be read, is no TOML, or names something unknown.
    """
    file = Path(path)
    try:
        data = tomllib.loads(load(file).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = f"text that is not TOML ({str(error)[:80]})"
        guess = "a quotation mark is missing, or the file was not saved as UTF-8"
        raise BadInput([Fault(file.name, found, "a mapping as TOML", guess)]) from error
    return validated(Mapping, data, lambda place: f"{file.name}, {place}")
