"""JSON text as plain data, with a fault for everything that JSON leaves to chance.

Doubled keys, NaN, endless digits, half characters and bottomless nesting are all refused here, so
that nothing further on can stumble over them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from rostering.errors import BadInput, Fault
from rostering.readers.json_path import TOP, extend

MAX_DEPTH = 24
MAX_NUMBER = 10**15
_ALLOWED_CONTROL = frozenset("\n\t")


class _Doubled(dict[str, Any]):
    """An object in which a key stood more than once."""

    twice: tuple[str, ...] = ()


class _NoNumber:
    """A number that no field can hold, kept until its path is known."""

    def __init__(self, text: str) -> None:
        self.text = text if len(text) <= 24 else f"a number of {len(text)} characters"


def parse(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that JSON text holds.

    Raises
    ------
    BadInput
        With line and column of the first fault of syntax, or the path of every doubled key and
        impossible value.
    """
    text = _decoded(data, name)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_NoNumber, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise BadInput([_syntax(error, text, name)]) from error
    except RecursionError as error:
        raise BadInput([_too_deep(name)]) from error
    if not isinstance(value, dict):
        raise BadInput([Fault(name, shown(value), "an object in braces: {...}", _WRAP)])
    refuse_strange(value)
    return value


_WRAP = "a part of a file was saved instead of the whole"


def refuse_strange(value: object, locate: Callable[[str], str] = str) -> None:
    """Raise ``BadInput`` for every value in plain data that no field can hold."""
    faults = tuple(replace(fault, where=locate(fault.where)) for fault in _strange(value))
    if faults:
        raise BadInput(faults)


def shown(value: object) -> str:
    """Return a value as a person would recognise it, shortened."""
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}" if value else "an empty list"
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        text = f"a {type(value).__name__}"
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
        guess = "UTF-16" if wide else "Windows-1252"
        fault = Fault(
            f"{name}, line {line}",
            f"byte 0x{data[error.start]:02X}, which is not UTF-8",
            "text in the encoding UTF-8",
            f"the file was saved as {guess}: save it again as UTF-8",
        )
        raise BadInput([fault]) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    seen: set[str] = set()
    twice: list[str] = []
    for key, _ in pairs:
        if key in seen and key not in twice:
            twice.append(key)
        seen.add(key)
    doubled = _Doubled(made)
    doubled.twice = tuple(twice)
    return doubled


def _whole(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= 16 else _NoNumber(text)


def _syntax(error: json.JSONDecodeError, text: str, name: str) -> Fault:
    where = f"{name}, line {error.lineno}, column {error.colno}"
    if not text.strip():
        return Fault(name, "an empty file", "a JSON object", "the file was not saved to its end")
    rest = text[error.pos : error.pos + 20].split("\n", maxsplit=1)[0]
    before = text[: error.pos].rstrip()[-1:]
    found = f"{shown(rest)[1:-1]!r}" if rest.strip() else "the end of the line or file"
    return Fault(where, found, _NEEDED.get(error.msg, "correct JSON"), _cause(before, rest, text))


_NEEDED = {
    "Expecting ',' delimiter": "a comma, or the closing bracket",
    "Expecting ':' delimiter": "a colon after the field name",
    "Expecting value": "a value: text in quotation marks, a number, true, false, [ or {",
    "Expecting property name enclosed in double quotes": "a field name in double quotation marks",
    "Extra data": "nothing after the closing brace",
    "Unterminated string starting at": "a closing quotation mark",
}


def _cause(before: str, rest: str, text: str) -> str:
    if before == "," and rest[:1] in {"}", "]"}:
        return "there is a comma after the last entry: remove it"
    if rest.startswith("'"):
        return "single quotation marks were used: write double ones"
    if not rest.strip() or text.count("{") > text.count("}"):
        return "the file was cut off, or a closing brace is missing"
    if ";" in text.split("\n", 1)[0] and "{" not in text:
        return "this is a .csv file, not JSON"
    return "the fault stands just before this place"


def _too_deep(where: str) -> Fault:
    return Fault(
        where,
        f"more than {MAX_DEPTH} levels of brackets inside each other",
        f"at most {MAX_DEPTH} levels",
        "the file was made by a program that went wrong",
    )


def _strange(top: object) -> Iterator[Fault]:
    """Walk without recursion: the data may be nested deeper than Python's stack."""
    waiting: list[tuple[str, object, int]] = [("", top, 0)]
    while waiting:
        path, value, depth = waiting.pop()
        if depth > MAX_DEPTH:
            yield _too_deep(path[:60])
            return
        if isinstance(value, dict):
            yield from _keys(path, value)
            pairs = [(extend(path, str(key)), inner) for key, inner in value.items()]
        elif isinstance(value, list | tuple):
            pairs = [(extend(path, number), inner) for number, inner in enumerate(value)]
        else:
            yield from _scalar(path or TOP, value)
            continue
        waiting.extend((where, inner, depth + 1) for where, inner in reversed(pairs))


def _keys(path: str, value: dict[Any, Any]) -> Iterator[Fault]:
    for key in value.twice if isinstance(value, _Doubled) else ():
        guess = "an entry was copied and the key not changed"
        yield Fault(extend(path, key), "this key a second time", "each key once", guess)
    for key in value:
        if not isinstance(key, str):
            yield Fault(path or TOP, f"the key {key!r}", "text as key", "put it in quotation marks")
        elif _bad_text(key):
            yield Fault(extend(path, key), "a key with control characters", "plain text", _RETYPE)


def _scalar(path: str, value: object) -> Iterator[Fault]:
    if isinstance(value, str) and _bad_text(value):
        yield Fault(path, "text with control characters", "plain text", _RETYPE)
    elif isinstance(value, _NoNumber):
        yield Fault(path, value.text, "an ordinary number", "leave it out when it is not known")
    elif isinstance(value, float) and not math.isfinite(value):
        guess = "leave it out when it is not known"
        yield Fault(path, "a number without end (NaN or infinity)", "an ordinary number", guess)
    elif isinstance(value, int) and abs(value) > MAX_NUMBER:
        yield Fault(path, "a number of more than 15 digits", "an ordinary number", "digits slipped")


_RETYPE = "it was pasted from another program: type it again"


def _bad_text(text: str) -> bool:
    """Return whether text holds what neither Excel nor UTF-8 can carry."""
    if text.isascii() and text.isprintable():
        return False
    return any(
        (c < " " and c not in _ALLOWED_CONTROL)
        or "\ud800" <= c <= "\udfff"
        or c in "\x7f\ufffe\uffff"
        for c in text
    )
