"""Plain data as a frozen model, or every fault of it in one error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.readers.json_path import TOP, extend, inside, json_path
from rostering.readers.json_text import shown
from rostering.readers.wording import Detail, fields_at, words

MAX_FAULTS = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199
_ISO = re.compile(r"^\d{4}-\d\d-\d\d$")
M = TypeVar("M", bound=BaseModel)
Locate = Callable[[str], str]
Named = tuple[str, Fault]


def validated(
    model: type[M],
    data: dict[str, Any],
    locate: Locate | None = None,
    known: Iterable[Named] = (),
    silent: Iterable[str] = (),
) -> M:
    """Return data as a model.

    Parameters
    ----------
    model
        The class to make.
    data
        Plain data, as JSON gives it.
    locate
        Turns a JSON path into the place that a person looks for.
    known
        Faults found already, with their JSON paths; nothing is told twice about those places.
    silent
        More JSON paths whose faults follow from known ones.

    Raises
    ------
    BadInput
        With one fault for each wrong field.
    """
    place = locate or str
    before = list(known)
    try:
        made = model.model_validate_json(_as_json(data), strict=True)
    except ValidationError as error:
        new = _told(model, error, place, sheets=locate is not None)
        paths = [*silent, *(path for path, _ in before)]
        before += [(path, f) for path, f in new if not any(inside(path, p) for p in paths)]
    else:
        before += _date_faults(made.model_dump(), data, place)
    if before:
        raise BadInput(limited(fault for _, fault in before))
    return made


def limited(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield at most ``MAX_FAULTS`` faults, each once, and one that tells that there are more."""
    waiting = _each_once(faults)
    yield from islice(waiting, MAX_FAULTS)
    if next(waiting, None) is not None:
        guess = "the first ones explain the rest"
        yield Fault("the rest of the file", "more faults like these", "a file without", guess)


def _each_once(faults: Iterable[Fault]) -> Iterator[Fault]:
    seen: set[Fault] = set()
    for fault in faults:
        if fault not in seen:
            seen.add(fault)
            yield fault


def _as_json(data: dict[str, Any]) -> str:
    try:
        return json.dumps(data, default=_date_text)
    except (TypeError, ValueError, RecursionError) as error:
        guess = "dump the model with mode='json' first"
        raise BadInput([Fault(TOP, str(error), "plain JSON data", guess)]) from error


def _date_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a value of the type {type(value).__name__}")


def _told(
    model: type[BaseModel], error: ValidationError, place: Locate, *, sheets: bool
) -> Iterator[Named]:
    errors = error.errors(include_url=False)
    misspelt = _misspelt(model, errors)
    for entry in errors:
        steps, value, context = entry["loc"], entry["input"], entry.get("ctx", {})
        if entry["type"] == "missing" and steps in misspelt:
            continue
        if entry["type"] == "too_short" and len(value) >= context["min_length"]:
            continue  # pydantic does not count the entries that have faults of their own
        path = json_path(steps)
        where = place(path)
        detail = Detail(entry["type"], steps, value, context, entry["msg"], model, where, sheets)
        yield path, Fault(where, *words(detail))


def _misspelt(model: type[BaseModel], errors: Iterable[Any]) -> set[tuple[str | int, ...]]:
    """Return the missing fields that stand there under a misspelt name."""
    found = set()
    for entry in errors:
        *above, name = entry["loc"] or ("",)
        if entry["type"] == "extra_forbidden":
            meant = guesses.close(str(name), fields_at(model, tuple(above)))
            found.add((*above, meant))
    return found


def _date_faults(made: object, raw: object, place: Locate) -> Iterator[Named]:
    """Yield dates that pydantic read out of plain digits, and years far from our own."""
    waiting: list[tuple[str, object, object]] = [("", made, raw)]
    while waiting:
        path, value, written = waiting.pop()
        if isinstance(value, dict) and isinstance(written, dict):
            pairs = ((extend(path, key), value.get(key), w) for key, w in written.items())
            waiting.extend(reversed(list(pairs)))
        elif isinstance(value, tuple) and isinstance(written, list | tuple):
            numbered = enumerate(zip(value, written, strict=True))
            waiting.extend(reversed([(extend(path, n), *pair) for n, pair in numbered]))
        elif isinstance(value, date):
            yield from _date_fault(path, value, written, place)


def _date_fault(path: str, value: date, written: object, place: Locate) -> Iterator[Named]:
    if isinstance(written, str) and not _ISO.match(written.strip()):
        needed, guess = "a date as YYYY-MM-DD", f"write the date as {value.isoformat()}"
        yield path, Fault(place(path), shown(written), needed, guess)
    elif not FIRST_YEAR <= value.year <= LAST_YEAR:
        needed = f"a year from {FIRST_YEAR} to {LAST_YEAR}"
        yield path, Fault(place(path), str(value), needed, "a digit of the year is wrong")
