"""Entries of a rule's list value in words: counts, days in a row, totals and patterns."""

from __future__ import annotations

from collections.abc import Callable

from rostering.domain.weekend_days import WORD
from rostering.texts import Catalogue
from turnus.texts import Words

Entry = tuple[str, ...]


def entry_told(rule: str, entry: Entry, words: Words) -> str:
    """Return an entry of a rule's list in the language of some words."""
    return _TOLD.get(rule, _succession)(entry, words)


def _succession(entry: Entry, words: Words) -> str:
    return "–".join(_token(token, words) for token in entry)


def _count(entry: Entry, words: Words) -> str:
    token, sense, number, weeks = entry
    name, told = _token(token, words), _token(sense, words)
    return words.say(
        "rules.entry", name=name, sense=told, number=number, weeks=weeks, count=int(weeks)
    )


def _stretch(entry: Entry, words: Words) -> str:
    token, sense, number, points, edges = entry
    facts = {"name": _token(token, words), "sense": _token(sense, words), "number": number}
    return words.say(f"rules.stretch_{edges}", **facts, points=int(points), count=int(points))


def _total(entry: Entry, words: Words) -> str:
    token, sense, number, points = entry
    facts = {"name": _token(token, words), "sense": _token(sense, words), "number": number}
    return words.say("rules.total", **facts, points=int(points), count=int(points))


def _unwanted(entry: Entry, words: Words) -> str:
    points, weekday, *tokens = entry
    facts = {"pattern": _succession(tuple(tokens), words), "points": int(points)}
    if weekday == "any":
        return words.say("rules.unwanted", **facts, count=int(points))
    day = _weekdays(weekday, words)
    return words.say("rules.unwanted_from", **facts, weekday=day, count=int(points))


def _token(token: str, words: Words) -> str:
    """Return a shift kind or a word of a rule in words, a shift code as it is."""
    known, key = Catalogue(words.language), f"rules.{token.replace(' ', '_')}"
    if token.startswith(WORD) and token != WORD:
        return f"{words.say('unit.weekends')} {_weekdays(token.removeprefix(WORD), words)}"
    if known.knows(f"word.{token}"):
        return known.say(f"word.{token}")
    if words.knows(key):
        return words.say(key)
    return words.say(f"unit.{token}") if words.knows(f"unit.{token}") else token


def _weekdays(numbers: str, words: Words) -> str:
    names = words.say("calendar.weekdays").split()
    return "-".join(names[int(number) - 1] for number in numbers)


_TOLD: dict[str, Callable[[Entry, Words], str]] = {
    "shift_counts": _count,
    "stretches": _stretch,
    "totals": _total,
    "patterns": _unwanted,
}
