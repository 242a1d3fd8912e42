"""A mapping as TOML that people can read and change, open questions as comments."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rostering.domain.fields import Model
from rostering.readers.existing.mapping import MAPPING_FORMAT, Mapping

_NOTES = {
    "layout": "dates: a row a person, a column a date; weeks: a block a person, a row a week;"
    " list: a row a duty; matrix: a staffing plan",
    "header_row": "the row with the headings, counted from 1",
    "night_belongs_to": "a night shift stands on the date on which it starts, or ends",
    "full_time_hours": "hours of a full-time week",
    "assumed": "taken so because nothing said otherwise: take away what has been confirmed",
    "columns": "a heading, or a column's letter",
    "people": "name = id of those without an employee number: the same ids every month",
    "aliases": 'another spelling of a name = the person\'s id, such as "Nordmann, Kari" = "p01"',
    "groups": 'a profession = a group of the wage table, such as "Spl." = "sykepleier"',
    "codes": "what each code means: a shift with its times, or F1, F2, F3, F4, F5, vacation, leave,"
    " sick, sick_child, course, time_off, off, ignore, own_times",
}
_ALWAYS = ("layout", "header_row", "night_belongs_to", "full_time_hours", "unit")
_TABLES = ("columns", "people", "aliases", "units", "competences", "groups")


def mapping_text(mapping: Mapping, questions: Iterable[str] = ()) -> str:
    """Return the TOML text of a mapping; ``read_mapping`` reads the same mapping from it."""
    return "\n".join(_lines(mapping, questions)) + "\n"


def _lines(mapping: Mapping, questions: Iterable[str]) -> Iterator[str]:
    data = mapping.model_dump(mode="json")
    plain = {name: field.default for name, field in Mapping.model_fields.items()}
    for question in questions:
        yield "# QUESTION: " + question.replace("\n", "\n# ")
    yield f'format = "{MAPPING_FORMAT}"'
    yield "version = 1"
    for name, value in data.items():
        if name in {"format", "version", "codes", *_TABLES}:
            continue
        if name in _ALWAYS or getattr(mapping, name) != plain[name]:
            yield from _noted(name, f"{name} = {_toml(value)}")
    yield from _noted("codes", "codes = [")
    for entry in mapping.codes:
        yield f"  {_inline(entry)},"
    yield "]"
    for name in _TABLES:
        yield ""
        yield from _noted(name, f"[{name}]")
        filled = {key: value for key, value in data[name].items() if value}
        yield from (f"{_toml(key)} = {_toml(value)}" for key, value in filled.items())


def _noted(name: str, line: str) -> Iterator[str]:
    if name in _NOTES:
        yield f"# {_NOTES[name]}"
    yield line


def _inline(entry: Model) -> str:
    data: dict[str, Any] = entry.model_dump(mode="json", exclude_defaults=True)
    return "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in data.items()) + " }"


def _toml(value: object) -> str:
    """Return a value as TOML; its basic strings are written as JSON's are."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
