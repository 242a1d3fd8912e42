"""The sheets of a ward workbook: which column holds which field of a problem.

The writer has its own list, with help texts; a test holds the two against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from rostering.readers.workbook import words
from rostering.readers.workbook.cells import (
    Read,
    anything,
    cells,
    clock,
    day,
    days,
    number,
    percent,
    text,
    text_list_or_none,
    texts,
    weekdays,
    whole,
    word,
    word_list,
    yes_no,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the path of its field in the row's entry, how a cell is read."""

    heading: str
    key: str
    read: Read = text
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose rows are entries of a list of the problem.

    With ``parent`` the rows are entries of a list inside the parent's entry whose id stands in
    the first column; ``parent`` is the parent's list.
    """

    sheet: str
    key: str
    columns: tuple[Column, ...]
    parent: str = ""
    required: bool = False


ABOUT = "Om turnusen"
ABOUT_FIELDS = (
    Column("Navn på turnusen", "name", needed=True),
    Column("Første dag", "horizon.start", day, needed=True),
    Column("Antall dager", "horizon.days", whole, needed=True),
    Column("Antall uker", "weeks", whole),
    Column("Type turnus", "horizon.kind", word(words.HORIZON_KIND)),
    Column("Låst før dato", "horizon.frozen_until", day),
    Column("Historikk fra dato", "history_from", day),
    Column("Regelbøker", "rulebooks", text_list_or_none),
    Column("Lønnsbok", "wages"),
    Column("Antatt", "assumed", texts),
    Column("Filversjon", "version", whole),
)

_FIRST, _LAST = Column("Fra dato", "first", day), Column("Til dato", "last", day)
_PERSON = Column("Person", "person", needed=True)
_SHIFTS = Column("Vakter", "shifts", texts)
_KINDS = Column("Vakttyper", "kinds", word_list(words.SHIFT_KIND))
_DAYS = Column("Ukedager", "weekdays", weekdays)
_ROLE = Column("Rolle", "role")
_PAY = Column("Betaling", "pay", word(words.PAY))
_DUTY = (
    _PERSON,
    Column("Dato", "date", day, needed=True),
    Column("Vakt", "shift", needed=True),
    Column("Enhet", "unit"),
    _ROLE,
    _PAY,
)
_ALL = Column("Kompetanse (alle)", "competence.all_of", texts)
_ANY = Column("Kompetanse (én av)", "competence.any_of", texts)
_LEVEL = (
    Column("Minimum", "minimum", whole),
    Column("Mål", "target", whole),
    Column("Maksimum", "maximum", whole),
)

PEOPLE = Table(
    "Ansatte",
    "people",
    (
        Column("Id", "id", needed=True),
        Column("Navn", "name", needed=True),
        Column("Enhet", "home_unit", needed=True),
        Column("Ansettelse", "kind", word(words.STAFF_KIND)),
        Column("Gruppe", "group"),
        Column("Kompetanser", "competences", texts),
        Column("Andre enheter", "other_units", texts),
        Column("Maks timer", "max_hours", number),
        Column("Under 18 til", "minor_until", day),
        Column("Ansatt siden", "in_post_since", day),
        Column("Årslønn", "pay", whole),
        Column("Arbeidshelg", "weekend_from", day),
    ),
    required=True,
)
POSITIONS = Table(
    "Ansatte",
    "positions",
    (
        Column("Stilling id", "id"),
        Column("Stillingsenhet", "unit"),
        Column("Stillingsprosent", "percent", percent, needed=True),
        Column("Timer full stilling", "full_time_hours", number),
        _FIRST,
        _LAST,
        Column("Tredelt turnus", "three_part", yes_no),
    ),
)
RULES = Table(
    "Regler",
    "rules",
    (
        Column("Regel", "rule", needed=True),
        Column("Gjelder", "mode", word(words.RULE_MODE)),
        Column("Pris", "price", whole),
        Column("Verdinavn", "name"),
        Column("Verdi", "value", anything),
        Column("Begrunnelse", "reason"),
    ),
)
AGREED = Table(
    "Avtaleverdier",
    "values",
    (
        Column("Avtale", "agreement", needed=True),
        Column("Regel", "rule", needed=True),
        Column("Verdinavn", "name"),
        Column("Verdi", "value", anything),
    ),
    parent="agreements",
)
WEIGHTS = Table(
    "Vekter", "weights", (Column("Mål", "term", needed=True), Column("Vekt", "weight", whole))
)

TABLES = (
    Table(
        "Enheter",
        "units",
        (Column("Id", "id", needed=True), Column("Navn", "name")),
        required=True,
    ),
    Table(
        "Kompetanse",
        "competences",
        (Column("Kode", "code", needed=True), Column("Navn", "name")),
        required=True,
    ),
    Table(
        "Vakter",
        "shifts",
        (
            Column("Kode", "code", needed=True),
            Column("Navn", "name"),
            Column("Type", "kind", word(words.SHIFT_KIND), needed=True),
            Column("Fra", "start", clock, needed=True),
            Column("Til", "end", clock, needed=True),
            Column("Over midnatt", "crosses_midnight", yes_no),
            Column("Ubetalt pause (min)", "unpaid_break", whole),
            Column("Enheter", "units", texts),
            Column("Krever kompetanse (alle)", "requires.all_of", texts),
            Column("Krever kompetanse (én av)", "requires.any_of", texts),
            Column("Teller", "counts", yes_no),
            Column("Farge", "colour"),
            Column("Betalt pause (min)", "paid_break", whole),
            _PAY,
        ),
        required=True,
    ),
    PEOPLE,
    Table(
        "Kompetansedatoer",
        "competences",
        (_PERSON, Column("Kompetanse", "code", needed=True), _FIRST, _LAST),
        parent="people",
    ),
    Table(
        "Fritak",
        "exemptions",
        (
            _PERSON,
            _SHIFTS,
            _KINDS,
            _DAYS,
            _FIRST,
            _LAST,
            Column("Ikke før", "not_before", clock),
            Column("Ikke etter", "not_after", clock),
        ),
        parent="people",
    ),
    Table(
        "Bemanning",
        "demand",
        (
            Column("Id", "id", needed=True),
            Column("Navn", "name"),
            Column("Enheter", "units", texts, needed=True),
            _SHIFTS,
            _ALL,
            _ANY,
            _DAYS,
            *_LEVEL,
            _FIRST,
            _LAST,
            Column("Bare datoer", "only_dates", days),
            Column("Unntatt datoer", "except_dates", days),
            Column("Egen rolle", "exclusive", yes_no),
            Column("Pris under mål", "price_under", whole),
            Column("Pris over mål", "price_over", whole),
        ),
        required=True,
    ),
    Table(
        "Bemanningskurve",
        "curve",
        (
            Column("Rad", "row", needed=True),
            Column("Fra", "start", clock, needed=True),
            Column("Til", "end", clock, needed=True),
            *_LEVEL,
        ),
        parent="demand",
    ),
    Table(
        "Reserve",
        "reserve",
        (
            Column("Id", "id", needed=True),
            Column("Enheter", "units", texts, needed=True),
            Column("Dato", "date", day, needed=True),
            Column("Vakter", "shifts", texts, needed=True),
            _ALL,
            _ANY,
            Column("Antall", "heads", whole, needed=True),
            Column("Pris", "price", whole, needed=True),
        ),
    ),
    Table(
        "Ønsker",
        "wishes",
        (
            _PERSON,
            Column("Fra dato", "first", day, needed=True),
            _LAST,
            Column("Ønske", "kind", word(words.WISH_KIND), needed=True),
            _SHIFTS,
            _KINDS,
            Column("Styrke", "strength", word(words.STRENGTH)),
            Column("Poeng", "points", whole),
        ),
    ),
    Table(
        "Ekstravakter",
        "call_choices",
        (
            _PERSON,
            Column("Fra dato", "first", day, needed=True),
            _LAST,
            Column("Valg", "kind", word(words.CALL_KIND), needed=True),
            _SHIFTS,
            _KINDS,
        ),
    ),
    Table(
        "Fravær",
        "absences",
        (
            _PERSON,
            Column("Fra dato", "first", day, needed=True),
            _LAST,
            Column("Type", "kind", word(words.ABSENCE_KIND), needed=True),
            Column("Teller som arbeid", "credited", yes_no),
            Column("Vakt", "shift"),
            Column("Fri i planen", "day_off", yes_no),
        ),
    ),
    Table(
        "Avtalte fridager",
        "agreed_days",
        (
            _PERSON,
            Column("Type", "kind", word(words.AGREED_DAY), needed=True),
            Column("Dager", "days", whole, needed=True),
        ),
    ),
    Table(
        "Par",
        "pairs",
        (
            Column("Id", "id", needed=True),
            Column("Type", "kind", word(words.PAIR_KIND), needed=True),
            _PERSON,
            Column("Annen person", "other", needed=True),
            _SHIFTS,
            _FIRST,
            _LAST,
        ),
    ),
    Table("Historikk", "history", _DUTY),
    Table("Publisert", "published", _DUTY),
    Table("Låste vakter", "locks", (*_DUTY[:2], Column("Vakt", "shift"), *_DUTY[3:5])),
    RULES,
    Table(
        "Avtaler",
        "agreements",
        (
            Column("Id", "id", needed=True),
            Column("Nivå", "level", word(words.LEVEL), needed=True),
            Column("Regler", "rules", texts),
            Column("Personer", "persons", texts),
            Column("Dokument", "document"),
            _FIRST,
            _LAST,
            Column("Parter", "parties"),
        ),
    ),
    AGREED,
    WEIGHTS,
    Table(
        "Saldo",
        "ledger",
        (
            _PERSON,
            Column("Belastning", "burden", word(words.BURDEN), needed=True),
            Column("Poeng", "points", whole, needed=True),
        ),
    ),
    Table(
        "Konto",
        "accounts",
        (
            _PERSON,
            Column("Konto", "account", word(words.ACCOUNT), needed=True),
            Column("Minutter", "minutes", whole, needed=True),
        ),
    ),
    Table(
        "Grunnturnus",
        "base_lines",
        (
            Column("Id", "id", needed=True),
            Column("Enhet", "unit", needed=True),
            Column("Stillingsprosent", "percent", percent, needed=True),
            Column("Vaktrekke", "cells", cells),
        ),
    ),
    Table(
        "Linjeholdere",
        "holders",
        (
            Column("Linje", "line", needed=True),
            Column("Person", "person", needed=True),
            Column("Startuke", "entry_week", whole),
        ),
        parent="base_lines",
    ),
)
SHEETS = (ABOUT, *(table.sheet for table in TABLES))
FRONT = "Les meg først"
