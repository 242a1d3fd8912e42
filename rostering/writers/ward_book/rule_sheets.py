"""The sheets about rules and accounts: settings, agreements, weights, balances, base lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rostering.domain.problem import BaseHolder, Problem, RuleSetting
from rostering.writers.ward_book import words
from rostering.writers.ward_book.column import (
    AGREEMENTS,
    LINES,
    PEOPLE,
    UNITS,
    Column,
    Sheet,
    Value,
    day,
    number,
)

_PERSON = Column("Person", "Id fra arket Ansatte", lambda r: r.person, source=PEOPLE, needed=True)


class RuleRow(NamedTuple):
    """A row of the sheet *Regler*; ``setting`` stands in a rule's first row only."""

    rule: str
    setting: RuleSetting | None
    name: str | None
    value: Value


def _rules(problem: Problem) -> Iterator[RuleRow]:
    for rule, setting in problem.rules.items():
        if not setting.values:
            yield RuleRow(rule, setting, None, None)
        for place, (name, value) in enumerate(setting.values.items()):
            yield RuleRow(rule, None if place else setting, name, words.rule_value(value))


RULE_SHEET = Sheet(
    "Regler",
    "strengere egne verdier for regler; flere rader med samme regel er flere verdier",
    (
        Column("Regel", "Regelens id", lambda r: r.rule, needed=True, width=28),
        Column(
            "Gjelder",
            "alltid, med pris for hvert brudd, eller av. Tomt = alltid",
            lambda r: r.setting and words.RULE_MODE[r.setting.mode],
            choices=words.RULE_MODE.values(),
        ),
        number(
            "Pris",
            "Poeng for hvert brudd når regelen har pris",
            lambda r: r.setting and r.setting.price,
        ),
        Column("Verdinavn", "Navnet på verdien som settes", lambda r: r.name, named=True, width=24),
        Column(
            "Verdi",
            "Tall, tekst, eller JSON for lister",
            lambda r: r.value,
            style="General",
            width=20,
        ),
        Column(
            "Begrunnelse",
            "Hvorfor; må med når en regel slås av",
            lambda r: r.setting and r.setting.reason,
            width=40,
        ),
    ),
    _rules,
)

AGREEMENT_SHEET = Sheet(
    "Avtaler",
    "skriftlige avtaler som åpner for mer enn loven alene",
    (
        Column("Id", "Kort navn på avtalen", lambda a: a.id, needed=True),
        Column(
            "Nivå",
            "L0 loven, L1 den ansatte, L2 tillitsvalgt, L3 Arbeidstilsynet, L4 § 10-12 (4)",
            lambda a: a.level.value,
            choices=("L0", "L1", "L2", "L3", "L4"),
            needed=True,
        ),
        Column("Regler", "Regler avtalen gjelder. Tomt = alle", lambda a: words.joined(a.rules)),
        Column(
            "Personer",
            "Ansatte avtalen gjelder. Tomt = alle; aldri skriv medlemskap",
            lambda a: words.joined(a.persons),
            width=24,
        ),
        Column("Dokument", "Hvor avtalen ligger", lambda a: a.document, width=32),
        day("Fra dato", "Gjelder fra", lambda a: a.first),
        day("Til dato", "Gjelder til og med", lambda a: a.last),
        Column("Parter", "Hvem avtalen er mellom; aldri medlemskap", lambda a: a.parties, width=32),
    ),
    lambda p: p.agreements,
)


class AgreedRow(NamedTuple):
    """A row of the sheet *Avtaleverdier*; a rule without values has one row without a name."""

    agreement: str
    rule: str
    name: str | None
    value: Value


def _agreed(problem: Problem) -> Iterator[AgreedRow]:
    for agreement in problem.agreements:
        for rule, values in agreement.values.items():
            if not values:
                yield AgreedRow(agreement.id, rule, None, None)
            for name, value in values.items():
                yield AgreedRow(agreement.id, rule, name, words.rule_value(value))


AGREED_SHEET = Sheet(
    "Avtaleverdier",
    "det som er avtalt, regel for regel; en rad for hver verdi",
    (
        Column(
            "Avtale", "Id fra arket Avtaler", lambda r: r.agreement, source=AGREEMENTS, needed=True
        ),
        Column("Regel", "Regelens id", lambda r: r.rule, needed=True, width=28),
        Column("Verdinavn", "Navnet på verdien", lambda r: r.name, named=True, width=24),
        Column(
            "Verdi",
            "Tall, tekst, eller JSON for lister",
            lambda r: r.value,
            style="General",
            width=20,
        ),
    ),
    _agreed,
)

WEIGHT_SHEET = Sheet(
    "Vekter",
    "hvor mye hvert mål betyr",
    (
        Column("Mål", "Målets id", lambda r: r[0], needed=True, width=28),
        number("Vekt", "Poeng for hver enhet", lambda r: r[1], needed=True),
    ),
    lambda p: p.weights.items(),
)

LEDGER_SHEET = Sheet(
    "Saldo",
    "belastning fra tidligere turnuser",
    (
        _PERSON,
        Column(
            "Belastning",
            "Hva poengene gjelder",
            lambda r: words.BURDEN[r.burden],
            choices=words.BURDEN.values(),
            needed=True,
        ),
        number("Poeng", "1 = én helg, natt eller helligdag", lambda r: r.points, needed=True),
    ),
    lambda p: p.ledger,
)

ACCOUNT_SHEET = Sheet(
    "Konto",
    "timer til gode eller skyldig",
    (
        _PERSON,
        Column(
            "Konto",
            "Hva minuttene gjelder",
            lambda r: words.ACCOUNT[r.account],
            choices=words.ACCOUNT.values(),
            needed=True,
        ),
        number(
            "Minutter",
            "Pluss på timer er tid som er arbeidet fra før",
            lambda r: r.minutes,
            needed=True,
        ),
    ),
    lambda p: p.accounts,
)

BASE_SHEET = Sheet(
    "Grunnturnus",
    "linjer i en rullerende grunnturnus",
    (
        Column("Id", "Kort navn på linjen", lambda r: r.id, needed=True),
        Column("Enhet", "Enheten linjen hører til", lambda r: r.unit, source=UNITS, needed=True),
        number("Stillingsprosent", "80 for 80 prosent", lambda r: r.percent, needed=True),
        Column(
            "Vaktrekke",
            "Én vaktkode for hver dag med komma mellom; ingenting mellom to komma er fri",
            lambda r: words.cells(r.cells),
            width=60,
        ),
    ),
    lambda p: p.base_lines,
)


def _holders(problem: Problem) -> Iterator[tuple[str, BaseHolder]]:
    return ((line.id, holder) for line in problem.base_lines for holder in line.holders)


HOLDER_SHEET = Sheet(
    "Linjeholdere",
    "hvem som går i hvilken linje",
    (
        Column("Linje", "Id fra arket Grunnturnus", lambda r: r[0], source=LINES, needed=True),
        Column("Person", "Id fra arket Ansatte", lambda r: r[1].person, source=PEOPLE, needed=True),
        number("Startuke", "Uken i linjen som personen begynner i", lambda r: r[1].entry_week),
    ),
    _holders,
)

SHEETS = (
    RULE_SHEET,
    AGREEMENT_SHEET,
    AGREED_SHEET,
    WEIGHT_SHEET,
    LEDGER_SHEET,
    ACCOUNT_SHEET,
    BASE_SHEET,
    HOLDER_SHEET,
)
