"""Field values as the Norwegian words of a ward workbook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from rostering.domain.fields import format_time

SHIFT_KIND = {
    "day": "dag",
    "evening": "kveld",
    "night": "natt",
    "long": "lang",
    "office": "kontor",
}
STAFF_KIND = {
    "permanent": "fast",
    "temp": "vikar",
    "on_call": "tilkalling",
    "agency": "bemanningsbyrå",
    "student": "student",
    "manager": "leder",
}
HORIZON_KIND = {"calendar": "kalender", "cyclic": "grunnturnus"}
WISH_KIND = {"want": "ønsker", "avoid": "ønsker ikke"}
CALL_KIND = {"volunteer": "vil gjerne", "do_not_call": "skal ikke ringes"}
STRENGTH = {1: "svakt", 2: "middels", 3: "sterkt"}
ABSENCE_KIND = {
    "vacation": "ferie",
    "leave": "permisjon",
    "sick": "syk",
    "sick_child": "sykt barn",
    "course": "kurs",
    "time_off": "avspasering",
    "F3": "F3",
    "F4": "F4",
    "F5": "F5",
}
AGREED_DAY = {"F3": "F3", "F4": "F4", "F5": "F5", "time_off": "avspasering"}
PAY = {
    "ordinary": "ordinær",
    "extra": "mertid",
    "overtime": "overtid",
    "moved": "forskjøvet",
}
PAIR_KIND = {"apart": "hver for seg", "together": "sammen"}
RULE_MODE = {"hard": "alltid", "priced": "med pris", "off": "av"}
BURDEN = {
    "weekend": "helg",
    "night": "natt",
    "evening": "kveld",
    "christmas": "jul",
    "easter": "påske",
    "holiday": "helligdag",
    "quick_return": "kort hvile",
    "wish": "ønske",
}
ACCOUNT = {
    "hours": "timer",
    "time_off": "avspasering",
    "f4": "f4",
    "vacation": "ferie",
    "extra_time": "mertid",
    "overtime": "overtid",
}
WEEKDAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
YES_NO = ("ja", "nei")
NONE = "ingen"
_QUOTED = re.compile(r'[,;\n"]|^\s|\s$|^$')
_LIKE_NUMBER = re.compile(r"^-?\d+([.,]\d+)?([eE][-+]?\d+)?$")


def yes_no(value: bool) -> str:
    """Return *ja* or *nei*."""
    return "ja" if value else "nei"


def joined(entries: Iterable[str]) -> str:
    """Return a list in one cell; an entry with a separator in it gets quotation marks."""
    return ", ".join(_quoted(entry) for entry in entries)


def cells(entries: Iterable[str]) -> str:
    """Return a list in which entries may be empty."""
    listed = [_quoted(entry) if entry else "" for entry in entries]
    return '""' if listed == [""] else ",".join(listed)


def list_or_none(entries: Iterable[str]) -> str:
    """Return a list; *ingen* for an empty one."""
    return joined(entries) or NONE


def weekdays(numbers: Iterable[int]) -> str:
    """Return weekdays as *man, tir*."""
    return ", ".join(WEEKDAYS[number - 1] for number in numbers)


def weekdays_or_word(numbers: tuple[int, ...]) -> str:
    """Return weekdays; *alle* for a whole week and *ingen* for none."""
    return "alle" if numbers == (1, 2, 3, 4, 5, 6, 7) else weekdays(numbers) or NONE


def dates(days: Iterable[date]) -> str:
    """Return dates as *01.03.2027, 02.03.2027*."""
    return ", ".join(f"{day.day:02d}.{day.month:02d}.{day.year:04d}" for day in days)


def clock(minutes: int) -> str:
    """Return a time of day as HH:MM."""
    return format_time(minutes)


def clock_or_none(minutes: int | None) -> str | None:
    """Return a time of day as HH:MM, or nothing."""
    return None if minutes is None else format_time(minutes)


def rule_value(value: Any) -> str | int | float | bool:  # noqa: ANN401 - rules take any JSON
    """Return a rule's value as it stands in a cell: plain if it can be, otherwise JSON."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str) and not _ambiguous(value):
        return value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _ambiguous(text: str) -> bool:
    odd = text != text.strip() or not text or text[0] in '[{"' or "\r" in text
    return odd or text in {"null", "true", "false"} or bool(_LIKE_NUMBER.match(text))


def _quoted(entry: str) -> str:
    if _QUOTED.search(entry) or entry.casefold() == NONE:
        return '"' + entry.replace('"', '""') + '"'
    return entry
