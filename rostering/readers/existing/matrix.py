"""Layout *matrix*: a staffing plan of shift codes down and weekdays across, as demand rows."""

from __future__ import annotations

import re

from rostering.domain.competence import ANYONE, Competence, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.readers.existing.codes import Codes
from rostering.readers.existing.found import Found, end_row, is_ignored, locate, refuse_merged
from rostering.readers.existing.layouts import bare, is_sum, weekday
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.people import slug
from rostering.readers.existing.table import Table, joined
from rostering.readers.validation import limited

_HEADS = re.compile(r"^(\d{1,3})(?:\s*/\s*(\d{1,3}))?$")
_SHORT = ("", "man", "tir", "ons", "tor", "fre", "lør", "søn")
_ANYONE = {"alle", "uansett", "alle ansatte", "anyone", "-"}


def with_demand(table: Table, mapping: Mapping, ward: Problem) -> Problem:
    """Return a ward with the demand rows of a staffing plan in place of its own on these shifts.

    Parameters
    ----------
    table, mapping
        The staffing plan. A number is minimum and target; ``2/3`` is minimum 2, target 3.
    ward
        Knows shift codes, competences and units.

    Raises
    ------
    BadInput
        With one fault for each cell that is no number, unknown code or competence.
    """
    found = Found(table)
    columns = locate(found, mapping)
    days = {
        weekday(text): column
        for column, text in enumerate(table.texts(mapping.header_row), 1)
        if weekday(text)
    }
    if "code" not in columns or len(days) < 7:
        words = f"{len(days)} weekdays and {len(columns)} known headings"
        found.refuse(mapping.header_row, None, words, "a column of codes, and Monday to Sunday")
        raise BadInput(limited(found.faults))
    plan = _Plan(found, mapping, ward, columns, days)
    rows = plan.rows()
    if found.faults:
        raise BadInput(limited(found.faults))
    replaced = {code for row in rows for code in row.shifts}
    kept = [r for r in ward.demand if r.curve or not replaced & set(r.shifts)]
    data = {"demand": (*kept, *rows), "competences": (*ward.competences, *plan.competences)}
    return Problem.model_validate({**dict(ward), **data})


class _Plan:
    """The rows of one staffing plan, as they are read."""

    def __init__(
        self,
        found: Found,
        mapping: Mapping,
        ward: Problem,
        columns: dict[str, int],
        days: dict[int, int],
    ) -> None:
        self.found, self.mapping, self.ward = found, mapping, ward
        self.columns, self.days = columns, days
        self.codes = Codes(mapping.codes, ward.shifts)
        self.competences: list[Competence] = []
        self.above = ""

    def rows(self) -> list[DemandRow]:
        made: dict[str, DemandRow] = {}
        last = end_row(self.found.table, self.mapping)
        refuse_merged(self.found, self.mapping.header_row, last, frozenset())
        self._other_columns()
        for row in range(self.mapping.header_row + 1, last + 1):
            for demand in self._row(row):
                if demand.id in made:
                    words = f"{demand.name} a second time", "one row for each code and competence"
                    self.found.refuse(row, None, *words)
                made[demand.id] = demand
        return list(made.values())

    def _other_columns(self) -> None:
        taken = {*self.columns.values(), *self.days.values()}
        row = self.mapping.header_row
        for column, head in enumerate(self.found.table.texts(row), 1):
            if head and column not in taken and not is_sum(head):
                guess = "it is a sum or a note: head it Sum or Merknad"
                needed = "Monday to Sunday, a code, a competence or a unit"
                self.found.refuse(row, column, f"a column {head!r}", needed, guess)

    def _row(self, row: int) -> list[DemandRow]:
        code = self.found.text(row, self.columns["code"])
        first = next((text for text in self.found.table.texts(row) if text), "")
        if not first or is_sum(first) or is_sum(code) or is_ignored(self.mapping, first):
            return []
        competence = self._competence(row)
        entry = self.codes.entries.get(code)
        shift = self.codes.shifts.get(Codes.code_of(entry)) if entry else None
        if shift is None:
            words = f"unknown code {code!r}" if code else "no code"
            shifts = sorted(c for c, known in self.codes.entries.items() if known.means.worked)
            needed = f"a shift code: {joined(shifts)}"
            guess = guesses.spelling(code, shifts)
            self.found.refuse(row, self.columns["code"], words, needed, guess)
        if shift is None or competence is None:
            return []
        return self._demand(row, shift.code, competence)

    def _demand(self, row: int, code: str, competence: str) -> list[DemandRow]:
        unit = self._unit(row)
        by_heads: dict[tuple[int, int], list[int]] = {}
        for day, column in sorted(self.days.items()):
            heads = self._heads(row, column)
            if heads[1]:
                by_heads.setdefault(heads, []).append(day)
        need = CompetenceNeed(all_of=(competence,)) if competence else ANYONE
        return [
            DemandRow(
                id=f"{unit}-{code}-{competence or 'alle'}-{days[0]}"[:64],
                name=" ".join(word for word in (code, competence, _spelt(days)) if word),
                units=(unit,),
                competence=need,
                shifts=(code,),
                weekdays=tuple(days),
                minimum=minimum,
                target=target,
            )
            for (minimum, target), days in by_heads.items()
        ]

    def _heads(self, row: int, column: int) -> tuple[int, int]:
        text = self.found.text(row, column)
        match = _HEADS.match(text)
        if not text:
            return 0, 0
        if match is None or (match[2] and int(match[2]) < int(match[1])):
            needed = "a whole number of people, or minimum/target such as 2/3"
            guess = "Excel took it for a date: format the cell as text" if "." in text else ""
            self.found.refuse(row, column, repr(text), needed, guess)
            return 0, 0
        first = int(match[1])
        if match[2]:
            return first, int(match[2])
        return (first if self.mapping.demand_is == "minimum" else 0), first

    def _unit(self, row: int) -> str:
        units = {u.id: u.id for u in self.ward.units}
        units |= {bare(unit.name or unit.id): unit.id for unit in self.ward.units}
        text = self.found.text(row, self.columns["unit"]) if "unit" in self.columns else ""
        wanted = self.mapping.units.get(text, text) or self.mapping.unit
        if not text and wanted not in units:
            return self.ward.units[0].id
        known = units.get(wanted) or units.get(bare(wanted))
        if known is None:
            needed = f"a unit of the ward: {joined(u.id for u in self.ward.units)}"
            self.found.refuse(row, self.columns.get("unit"), f"unknown unit {text!r}", needed)
        return known or self.ward.units[0].id

    def _competence(self, row: int) -> str | None:
        """Return a competence code, empty for anyone; None when that is not known."""
        column = self.columns.get("competence")
        if column is None:
            return ""
        text = self.found.text(row, column)
        if not text and self.mapping.blank_competence == "above":
            text = self.above
        elif not text and self.mapping.blank_competence == "ask":
            guess = 'write blank_competence = "above" or "anyone" in the mapping'
            self.found.refuse(row, column, "no competence", "a competence, or Alle", guess)
            return None
        self.above = text
        return self._code(row, column, text)

    def _code(self, row: int, column: int, text: str) -> str | None:
        if not text or text.casefold() in _ANYONE:
            return ""
        known = {bare(c.code): c.code for c in self.ward.competences}
        known |= {bare(c.name): c.code for c in self.ward.competences if c.name}
        wanted = self.mapping.competences.get(text, text)
        code = known.get(bare(wanted))
        if code is None and not self.ward.competences:
            code = slug(text)
            if code not in {c.code for c in self.competences}:
                self.competences.append(Competence(code=code, name=text))
        if code is None:
            listed = [c.code for c in self.ward.competences]
            needed = f"a competence of the ward: {joined(listed)}"
            guess = guesses.spelling(text, known) or "write it under [competences] in the mapping"
            words = f"unknown competence {text!r}"
            self.found.faults.append(
                Fault(self.found.table.place(row, column), words, needed, guess)
            )
        return code


def _spelt(days: list[int]) -> str:
    """Return weekdays as ``man-fre`` or ``man, ons-tor``; days in a row become one span."""
    spans: list[list[int]] = []
    for day in days:
        if spans and spans[-1][-1] == day - 1:
            spans[-1].append(day)
        else:
            spans.append([day])
    short = [
        f"{_SHORT[span[0]]}-{_SHORT[span[-1]]}" if len(span) > 1 else _SHORT[span[0]]
        for span in spans
    ]
    return ", ".join(short)
