"""The sheets of rules, agreed values and weights: rows that become values by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rostering.readers.json_path import extend
from rostering.readers.workbook.book import REFUSED, Book
from rostering.readers.workbook.layout import AGREED, RULES, WEIGHTS
from rostering.readers.workbook.parents import parent_of, parents_of
from rostering.readers.workbook.rows import entry, rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NOTHING = object()


def fill_rules(book: Book, sheet: Worksheet) -> None:
    """Fill the settings of rules: mode, price and reason in the first row, a value in each."""
    made: dict[str, dict[str, Any]] = {}
    for row in rows(book, sheet, RULES.columns, "rules"):
        path = f"rules.{row.number}"
        fields = entry(book, row, RULES.columns, path)
        rule, name = fields.pop("rule", None), fields.pop("name", None)
        value = fields.pop("value", _NOTHING)
        if not isinstance(rule, str):
            _refuse_empty(book, f"{row.place}, column Regel", rule)
            continue
        setting = made.setdefault(rule, {"values": {}})
        here = extend("rules", rule)
        book.mark(here, row.place)
        for key, found in fields.items():
            book.mark(f"{here}.{key}", book.locate(f"{path}.{key}"))
            if found is REFUSED:
                book.silent.append(f"{here}.{key}")
            if setting.setdefault(key, found) != found:
                guess = "write it in the rule's first row only"
                words = (f"another {key} for the rule {rule!r}", "one for each rule", guess)
                book.refuse(here, row.place, words)
        if name is not None or value is not _NOTHING:
            _rule_value(book, setting["values"], (name, value), row.place)
    book.mark("rules", f"sheet {sheet.title}")
    book.data["rules"] = made


def fill_agreed(book: Book, sheet: Worksheet) -> None:
    """Fill the values that agreements name, rule by rule."""
    parents = parents_of(book, AGREED)
    _, *columns = AGREED.columns
    for row in rows(book, sheet, AGREED.columns, AGREED.parent):
        number = parent_of(book, row, AGREED, parents)
        if number is None:
            continue
        path = f"{AGREED.parent}[{number}].{AGREED.key}"
        fields = entry(book, row, columns, f"{path}.{row.number}")
        rule, name = fields.get("rule"), fields.get("name")
        if not isinstance(rule, str):
            _refuse_empty(book, f"{row.place}, column Regel", rule)
            continue
        values = book.data[AGREED.parent][number].setdefault(AGREED.key, {}).setdefault(rule, {})
        book.mark(extend(path, rule), row.place)
        if "name" in fields or "value" in fields:
            _rule_value(book, values, (name, fields.get("value", _NOTHING)), row.place)


def _rule_value(book: Book, values: dict[str, Any], pair: tuple[Any, Any], where: str) -> None:
    name, value = pair
    if not isinstance(name, str):
        _refuse_empty(book, f"{where}, column Verdinavn", name)
    elif value is _NOTHING:
        _refuse_empty(book, f"{where}, column Verdi", None)
    elif name in values:
        words = (f"{name!r} a second time", "each value once", "a row was copied")
        book.refuse("rules", where, words)
    else:
        values[name] = value


def _refuse_empty(book: Book, where: str, value: object) -> None:
    if value is None:
        words = ("an empty cell", "a name", "the row is only half filled in")
        book.refuse(where, where, words)


def fill_weights(book: Book, sheet: Worksheet) -> None:
    """Fill the weights of goals."""
    made: dict[str, Any] = {}
    for row in rows(book, sheet, WEIGHTS.columns, "weights"):
        fields = entry(book, row, WEIGHTS.columns, f"weights.{row.number}")
        term = fields.get("term")
        if not isinstance(term, str):
            _refuse_empty(book, f"{row.place}, column Mål", term)
        elif term in made:
            words = (f"{term!r} a second time", "each goal once", "a row was copied")
            book.refuse("weights", row.place, words)
        else:
            made[term] = fields.get("weight")
            where = f"{row.place}, column Vekt"
            book.mark(extend("weights", term), where)
            _refuse_empty(book, where, made[term])
            if made[term] in (None, REFUSED):
                book.silent.append(extend("weights", term))
    book.data["weights"] = made
