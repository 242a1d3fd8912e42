"""The headings and words that lists of units use, from ``columns.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from rostering.readers import guesses

ListKind = Literal["staff", "wishes", "plan"]
KINDS: tuple[ListKind, ...] = ("staff", "wishes", "plan")
_WEEKDAYS = (
    ("mandag", "måndag", "man", "mån", "ma", "må", "m", "monday", "mon"),
    ("tirsdag", "tysdag", "tir", "tys", "ti", "ty", "tuesday", "tue"),
    ("onsdag", "ons", "on", "o", "wednesday", "wed"),
    ("torsdag", "tor", "to", "thursday", "thu"),
    ("fredag", "fre", "fr", "f", "friday", "fri"),
    ("lørdag", "laurdag", "lør", "lau", "lø", "la", "l", "saturday", "sat"),
    ("søndag", "sundag", "søn", "sun", "sø", "su", "s", "sunday"),
)
_GROUPS = {
    "alle": (1, 2, 3, 4, 5, 6, 7),
    "alledager": (1, 2, 3, 4, 5, 6, 7),
    "daglig": (1, 2, 3, 4, 5, 6, 7),
    "hverdager": (1, 2, 3, 4, 5),
    "hverdag": (1, 2, 3, 4, 5),
    "kvardagar": (1, 2, 3, 4, 5),
    "helg": (6, 7),
    "helger": (6, 7),
}


def bare(text: str) -> str:
    """Return a heading or word without case, spaces, dots, colons and asterisks."""
    return "".join(sign for sign in text.casefold() if not sign.isspace() and sign not in ".:*")


def field(kind: ListKind, heading: str) -> str:
    """Return the field that a heading names, or an empty string."""
    return _fields(kind).get(bare(heading), "")


def fields(kind: ListKind) -> tuple[str, ...]:
    """Return every field that a list may have."""
    return tuple(_book()[kind])


def headings(kind: ListKind, name: str) -> tuple[str, ...]:
    """Return the headings that name a field, the usual one first."""
    return tuple(_book()[kind][name])


def all_headings(kind: ListKind) -> tuple[str, ...]:
    """Return every heading of a list."""
    return tuple(word for words in _book()[kind].values() for word in words)


def is_unread(kind: ListKind, heading: str) -> bool:
    """Return whether a heading is one that lists often have and that is never read."""
    return bare(heading) in {bare(word) for word in _book()["unread"][kind]}


def is_sum(text: str) -> bool:
    """Return whether a row that begins with this text holds sums."""
    first = bare(text)
    return any(first == bare(w) or text.casefold().startswith(f"{w} ") for w in _sums())


def meaning(table: str, text: str) -> str:
    """Return what a word means in one of the tables of words, or an empty string."""
    return _words(table).get(bare(text), "")


def usual(table: str) -> tuple[str, ...]:
    """Return the usual word for each meaning of a table."""
    return tuple(words[0] for words in _book()[table].values())


def guess(table: str, text: str) -> str:
    """Return the guess at which word of a table is meant, or an empty string."""
    return guesses.spelling(text, [word for words in _book()[table].values() for word in words])


def weekday(text: str) -> int:
    """Return 1 to 7 for a weekday's name, else 0."""
    plain = bare(text)
    return next((n for n, names in enumerate(_WEEKDAYS, 1) if plain in names), 0)


def weekdays(text: str) -> tuple[int, ...] | None:
    """Return weekdays for text such as ``ma-fr, søndag`` or ``helg``; None when it is none."""
    found: list[int] = []
    for part in text.replace(";", ",").replace(" og ", ",").replace("–", "-").split(","):
        if bare(part) in _GROUPS:
            found += _GROUPS[bare(part)]
            continue
        first, _, last = part.partition("-")
        start, end = weekday(first), weekday(last or first)
        if not start or not end:
            return None
        found += range(start, end + 1) if start <= end else [*range(start, 8), *range(1, end + 1)]
    return tuple(sorted(set(found)))


@lru_cache(maxsize=1)
def _book() -> dict[str, Any]:
    file = resources.files("rostering.readers.lists") / "columns.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _fields(kind: ListKind) -> dict[str, str]:
    return {bare(word): name for name, words in _book()[kind].items() for word in words}


@lru_cache(maxsize=8)
def _words(table: str) -> dict[str, str]:
    return {bare(word): meaning for meaning, words in _book()[table].items() for word in words}


def _sums() -> tuple[str, ...]:
    return tuple(_book()["sums"]["words"])


def is_anyone(text: str) -> bool:
    """Return whether a competence cell asks for nobody in particular."""
    return bare(text) in {bare(word) for word in _book()["anyone"]["words"]}
