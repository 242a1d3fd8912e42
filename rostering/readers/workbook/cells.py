"""What stands in one cell as the plain value that JSON would hold."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rostering.readers import guesses
from rostering.readers.json_text import MAX_NUMBER
from rostering.readers.workbook import words

_AS_TEXT = "Excel has changed what was typed: format the column as text and type it again"
_NO_DAY = date(1900, 1, 1)
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|((?!")[^,;\n]*))\s*(?:[,;\n]|$)')
_NUMBER = re.compile(r"^-?\d+([.,]\d+)?([eE][-+]?\d+)?$")


class Unreadable(Exception):
    """A cell that does not hold what its column asks for."""

    def __init__(self, needed: str, maybe: str = "") -> None:
        super().__init__(needed)
        self.needed = needed
        self.maybe = maybe


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its value as openpyxl gives it, and its number format."""

    value: object
    style: str = "General"

    @property
    def text(self) -> str:
        """The value as text, without spaces around it."""
        return str(self.value).strip()


Read = Callable[[Cell], object]


def text(cell: Cell) -> str:
    """Return text; whole numbers count as text."""
    if isinstance(cell.value, str):
        return cell.text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        raise Unreadable("text", _AS_TEXT)
    if isinstance(cell.value, float) and not cell.value.is_integer():
        raise Unreadable("text", _AS_TEXT)
    return str(int(cell.value))


def texts(cell: Cell) -> list[str]:
    """Return a list of text, separated by comma, semicolon or line break."""
    return split(text(cell))


def cells(cell: Cell) -> list[str]:
    """Return a list of text in which an entry may be empty."""
    return split(text(cell), keep_empty=True)


def split(joined: str, *, keep_empty: bool = False) -> list[str]:
    """Return the entries of a list; an entry in quotation marks may hold the separators."""
    found: list[str] = []
    position = 0
    while position <= len(joined):
        match = _ITEM.match(joined, position)
        if match is None:
            raise Unreadable("entries with commas between", "a quotation mark is missing")
        quoted, plain = match.groups()
        entry = quoted.replace('""', '"') if quoted is not None else plain.strip()
        if entry or quoted is not None or keep_empty:
            found.append(entry)
        if match.end() >= len(joined) and not match[0].endswith((",", ";", "\n")):
            break
        position = match.end()
    return found


def number(cell: Cell) -> float:
    """Return a number; text with a decimal comma counts."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return _finite(cell.value)
    plain = re.sub(r"[\s%]", "", cell.text) if isinstance(cell.value, str) else ""
    if not _NUMBER.match(plain) or len(plain) > 40:
        raise Unreadable("a number", _AS_TEXT if isinstance(cell.value, date | time) else "")
    value = _finite(float(plain.replace(",", ".")))
    return int(value) if value.is_integer() and abs(value) < MAX_NUMBER else value


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise Unreadable("an ordinary number", "digits slipped")
    return value


def percent(cell: Cell) -> float:
    """Return a percentage; a cell with percent format holds a share of one."""
    value = number(cell)
    shared = "%" in cell.style and not isinstance(cell.value, str)
    return round(value * 100, 6) if shared else value


def whole(cell: Cell) -> int:
    """Return a whole number."""
    value = number(cell)
    if value != int(value):
        raise Unreadable("a whole number", f"write {round(value)}")
    return int(value)


def yes_no(cell: Cell) -> bool:
    """Return yes or no."""
    if isinstance(cell.value, bool):
        return cell.value
    word = cell.text.casefold()
    if word not in words.YES | words.NO:
        raise Unreadable("ja or nei", guesses.spelling(word, ("ja", "nei")))
    return word in words.YES


def day(cell: Cell) -> str:
    """Return a date as YYYY-MM-DD; Excel's dates and Norwegian text count."""
    value = cell.value
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return _day_in(cell.text)
    guess = "the cell should have a date format" if isinstance(value, int | float) else ""
    raise Unreadable("a date, for example 01.03.2027", guess)


def days(cell: Cell) -> list[str]:
    """Return dates, separated by comma, semicolon or line break."""
    if isinstance(cell.value, str):
        return [_day_in(entry) for entry in split(cell.text)]
    return [day(cell)]


def _day_in(written: str) -> str:
    guess = guesses.day(written)
    meant = guess.removeprefix("write the date as ")
    short_year = re.fullmatch(r"\d{1,2}\D\d{1,2}\D\d\d", written)
    if meant == guess or short_year or re.fullmatch(r"\d+", written):
        norwegian = ".".join(reversed(meant.split("-"))) if meant != guess else ""
        raise Unreadable(
            "a date, for example 01.03.2027", f"write {norwegian}" if norwegian else guess
        )
    return meant


def clock(cell: Cell) -> str:
    """Return a time of day as HH:MM; Excel's times and text such as 7.30 count."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.time() if value.year <= _NO_DAY.year else None
    if isinstance(value, time):
        value = datetime.combine(_NO_DAY, value) - datetime.combine(_NO_DAY, time(0))
    if isinstance(value, timedelta):
        minutes, rest = divmod(round(value.total_seconds()), 60)
        fits = not rest and 0 <= minutes <= 24 * 60
        meant = f"{minutes // 60:02d}:{minutes % 60:02d}" if fits else ""
    else:
        meant = guesses.loose_time(cell.text) if isinstance(value, str | int) else ""
    if not meant:
        raise Unreadable("a time of day, for example 07:30")
    return meant


def word(meanings: Mapping[str, object]) -> Read:
    """Return a reader of one of the given words."""
    listed = ", ".join(meanings)
    plain = {name.casefold(): meaning for name, meaning in meanings.items()}

    def read(cell: Cell) -> object:
        found = cell.text.casefold()
        if found not in plain:
            raise Unreadable(f"one of: {listed}", guesses.spelling(found, meanings))
        return plain[found]

    return read


def word_list(meanings: Mapping[str, object]) -> Read:
    """Return a reader of a list of the given words."""
    one = word(meanings)
    return lambda cell: [one(Cell(entry)) for entry in texts(cell)]


def text_list_or_none(cell: Cell) -> list[str]:
    """Return a list of text; the word *ingen* stands for the empty list."""
    return [] if cell.text.casefold() == words.NONE else texts(cell)


def weekdays(cell: Cell) -> list[int]:
    """Return weekdays 1 to 7 for text such as ``man-fre, søn`` or ``helg``."""
    found: list[int] = []
    for entry in texts(cell):
        name = entry.casefold()
        if name in words.WEEKDAY_GROUP:
            found += words.WEEKDAY_GROUP[name]
            continue
        first, _, last = name.replace("–", "-").partition("-")
        start, end = _weekday(first), _weekday(last or first)
        found += range(start, end + 1) if start <= end else [*range(start, 8), *range(1, end + 1)]
    return found


def _weekday(name: str) -> int:
    plain = name.strip().rstrip(".")
    number_of = words.WEEKDAY.get(plain[:3] if plain.endswith("dag") else plain)
    if number_of is None:
        listed = ", ".join([*words.WEEKDAY, *words.WEEKDAY_GROUP])
        raise Unreadable(f"weekdays: {listed}", guesses.spelling(name, words.WEEKDAY))
    return number_of


def anything(cell: Cell) -> object:
    """Return a rule's value: a number, yes or no, text, or JSON for what is more than that."""
    value = cell.value
    if isinstance(value, datetime | date):
        return day(cell)
    if isinstance(value, time | timedelta):
        return clock(cell)
    if not isinstance(value, str):
        return value
    if cell.text[:1] in {"[", "{", '"'} or cell.text in {"null", "true", "false"}:
        return _json(cell.text)
    return number(cell) if _NUMBER.match(cell.text) else cell.text


def _json(written: str) -> object:
    try:
        found: object = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise Unreadable("a number, text, or correct JSON", "a bracket is missing") from error
    return found
