"""Headings, kinds and what must not stand in a file, by the words that exports use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

COLUMNS = ("unit", "date", "group", "planned", "absent", "kind")
KINDS = ("self_certified", "sick_child", "doctor_certified_1_16", "other_short")
KNOWN_KINDS = ("long_term", "planned_leave")
"""Known absence: taken out of the plan, never forecast."""

_CODE = re.compile(r"[A-Z]\d{2}(\.\d{1,3})?", re.IGNORECASE)
_ELEVEN = re.compile(r"\d{6}\s?\d{5}")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def vocabulary() -> Mapping[str, Any]:
    """Return the shipped words."""
    text = resources.files(__package__).joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)


def plain(text: str) -> str:
    """Return a word as it is compared: no case, no punctuation at the ends, single spaces."""
    bare = text.replace("*", " ").replace(":", " ").replace("_", " ").casefold()
    return " ".join(bare.split())


@cache
def _meanings(*parts: str) -> dict[str, str]:
    return {
        plain(word): meaning
        for part in parts
        for meaning, words in vocabulary()[part].items()
        for word in (*words, meaning)
    }


def column_of(heading: str) -> str:
    """Return which column a heading names, or an empty string."""
    return _meanings("headings", "person_headings").get(plain(heading), "")


def is_name(heading: str) -> bool:
    """Return whether a heading stands above people's names, not their numbers."""
    return plain(heading) in vocabulary()["person_names"]["headings"]


def refused_as(heading: str) -> str:
    """Return what a heading's column would hold that no file may bring, or an empty string."""
    known = _meanings("refused")
    if column_of(heading):
        return ""
    bare = plain(heading)
    if bare in known:
        return known[bare]
    return next((known[word] for word in _WORD.findall(bare) if word in known), "")


def kind_meanings(*, persons: bool) -> dict[str, str]:
    """Return the kinds by the words for them."""
    return _meanings("kinds", "person_kinds") if persons else _meanings("kinds")


def personal(text: str) -> str:
    """Return what a unit's or a group's name looks like when it is no such name, else nothing."""
    bare = text.strip()
    if _ELEVEN.fullmatch(bare):
        return "an identity number"
    if _CODE.fullmatch(bare):
        return "a diagnosis code"
    if len(bare) > 80 or "\n" in bare:
        return "free text"
    return "a person's name" if _named(bare) else ""


def _named(text: str) -> bool:
    """Return whether two to four words begin or end with a usual first name, and name no place."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if not 2 <= len(words) <= 4 or any(char.isdigit() for char in text):
        return False
    names = vocabulary()["names"]
    if any(word.endswith(tuple(names["places"])) for word in words):
        return False
    first = words[1] if "," in text else words[0]
    return first in names["first"]
