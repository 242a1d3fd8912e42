"""What pydantic found, told in plain English: found this, needed that, maybe so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from rostering.readers import guesses
from rostering.readers.cross_field import advice_for
from rostering.readers.json_text import shown


class Words(NamedTuple):
    """The three parts of a fault's message."""

    found: str
    needed: str
    maybe: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One of pydantic's errors; ``sheets`` tells that the data came from a workbook."""

    kind: str
    steps: tuple[str | int, ...]
    value: Any
    context: dict[str, Any]
    message: str
    model: type[BaseModel]
    where: str
    sheets: bool

    @property
    def field(self) -> str:
        """The last field name on the way."""
        return next((s for s in reversed(self.steps) if isinstance(s, str)), "")


def words(detail: Detail) -> Words:
    """Return what to tell about an error."""
    return _TELL.get(detail.kind, _other)(detail)


def fields_at(model: type[BaseModel], steps: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the names of the fields of the object that stands at a path."""
    here: object = model
    for step in steps:
        here = _plain(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            info = here.model_fields.get(str(step))
            here = info.annotation if info else None
        else:
            inner = get_args(here)
            here = inner[-1 if get_origin(here) is dict else 0] if inner else None
    here = _plain(here)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return tuple(here.model_fields)
    return ()


def _plain(annotation: object) -> object:
    """Take ``| None`` away."""
    inner = [a for a in get_args(annotation) if a is not type(None)]
    if type(None) in get_args(annotation) and len(inner) == 1:
        return inner[0]
    return annotation


def _missing(detail: Detail) -> Words:
    if detail.sheets:
        return Words("an empty cell", "a value", "it was forgotten")
    guess = f'add "{detail.field}"'
    return Words("nothing", f"a value for {detail.field!r}", guess)


def _extra(detail: Detail) -> Words:
    known = fields_at(detail.model, detail.steps[:-1])
    guess = guesses.spelling(detail.field, known) or "it belongs elsewhere or should be left out"
    return Words(f"an unknown field {detail.field[:60]!r}", f"one of: {', '.join(known)}", guess)


def _number(detail: Detail) -> Words:
    whole = detail.kind.startswith("int")
    needed = "a whole number" if whole else "a number"
    return Words(shown(detail.value), needed, guesses.number(detail.value))


def _text(detail: Detail) -> Words:
    plain = isinstance(detail.value, int | float) and not isinstance(detail.value, bool)
    guess = f'put it in quotation marks: "{detail.value}"' if plain else ""
    return Words(shown(detail.value), "text in quotation marks", guess)


def _yes_no(detail: Detail) -> Words:
    return Words(shown(detail.value), "true or false", guesses.yes_no(detail.value))


def _date(detail: Detail) -> Words:
    needed = "a date as YYYY-MM-DD, for example 2027-03-01"
    return Words(shown(detail.value), needed, guesses.day(detail.value))


def _choice(detail: Detail) -> Words:
    expected = str(detail.context.get("expected", ""))
    known = re.findall(r"'([^']*)'", expected)
    needed = ", ".join(known) if known else expected.replace(" or ", ", ")
    guess = guesses.choice(detail.value, known) if known else _NUMBER_CHOICE
    return Words(shown(detail.value), f"one of: {needed}", guess)


_NUMBER_CHOICE = "write the number without quotation marks: 1 is weakest, 3 strongest"


def _pattern(detail: Detail) -> Words:
    value = str(detail.value)
    if "#" in str(detail.context.get("pattern", "")):
        needed = "a colour as # and six of 0-9 and A-F, for example #4477AA"
        guess = f"write #{value}" if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else "leave it out"
        return Words(shown(value), needed, guess)
    better = re.sub(r"[\s,;()]+", "_", value).strip("_")[:24]
    guess = f"write {better}" if better else ""
    return Words(shown(value), "a code without spaces, commas, semicolons or brackets", guess)


def _bound(detail: Detail) -> Words:
    (kind, bound), *_ = detail.context.items()
    needed = f"a number {_BOUNDS.get(kind, kind)} {bound:g}"
    guess = "a digit too many" if kind in {"le", "lt"} else "the value is missing or negative"
    return Words(shown(detail.value), needed, guess)


_BOUNDS = {"ge": "of at least", "gt": "above", "le": "of at most", "lt": "below"}


def _short(detail: Detail) -> Words:
    if detail.sheets and detail.where.startswith("sheet") and "row" not in detail.where:
        return Words("no rows", "at least one row", f"fill in the {detail.where}")
    guess = f"fill in the list {detail.field!r}"
    return Words(shown(detail.value), "at least one entry", guess)


def _length(detail: Detail) -> Words:
    if detail.kind == "string_too_short":
        return Words("empty text", "at least one character", "the value was forgotten")
    longest = detail.context.get("max_length")
    found = f"text of {len(str(detail.value))} characters"
    return Words(found, f"at most {longest} characters", "a shorter name will do")


def _list(detail: Detail) -> Words:
    guess = "put it in square brackets: [...]"
    return Words(shown(detail.value), "a list in square brackets", guess)


def _object(detail: Detail) -> Words:
    known = fields_at(detail.model, detail.steps)
    needed = f"an object in braces with {', '.join(known[:6])}" if known else "an object in braces"
    return Words(shown(detail.value), needed, "a bracket stands in the wrong place")


def _rule(detail: Detail) -> Words:
    message = detail.message.removeprefix("Value error, ")
    if "is not a time of day" in message:
        needed = "a time of day as HH:MM, 00:00 to 24:00"
        return Words(shown(detail.value), needed, guesses.time(detail.value))
    advice = advice_for(message)
    return Words(message, advice.needed, (detail.sheets and advice.sheet) or advice.maybe)


def _other(detail: Detail) -> Words:
    return Words(shown(detail.value), "a value of another kind", "the value is in the wrong field")


_TELL: dict[str, Callable[[Detail], Words]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    **dict.fromkeys(["int_type", "int_parsing", "int_from_float", "int_parsing_size"], _number),
    **dict.fromkeys(["float_type", "float_parsing", "finite_number"], _number),
    "string_type": _text,
    **dict.fromkeys(["bool_type", "bool_parsing"], _yes_no),
    **dict.fromkeys(["date_type", "date_parsing", "date_from_datetime_inexact"], _date),
    **dict.fromkeys(["enum", "literal_error"], _choice),
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(["greater_than", "greater_than_equal"], _bound),
    **dict.fromkeys(["less_than", "less_than_equal"], _bound),
    "too_short": _short,
    **dict.fromkeys(["string_too_short", "string_too_long"], _length),
    "tuple_type": _list,
    **dict.fromkeys(["model_type", "dict_type"], _object),
    "value_error": _rule,
}
