"""The sheet *Om turnusen*: the roster's name, period and rulebooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rostering.domain.problem import PROBLEM_VERSION, Problem
from rostering.writers.ward_book import words
from rostering.writers.ward_book.column import Value

NAME = "Om turnusen"


class Field(NamedTuple):
    """A row of the sheet; ``empty`` is what an empty template holds.

    The value of a ``named`` field is a name: empty text differs from nothing and is refused.
    """

    label: str
    help: str
    value: Callable[[Problem], Value]
    style: str = "@"
    choices: tuple[str, ...] = ()
    empty: Value = None
    needed: bool = False
    named: bool = False


FIELDS = (
    Field("Navn på turnusen", "For eksempel: Medisin 2, vår 2027", lambda p: p.name, needed=True),
    Field(
        "Første dag",
        "Dato, helst en mandag",
        lambda p: p.horizon.start,
        "dd.mm.yyyy",
        needed=True,
    ),
    Field(
        "Antall dager",
        "Lengden på perioden, 1 til 371. La stå tomt hvis du fyller ut antall uker",
        lambda p: p.horizon.days,
        "General",
        needed=True,
    ),
    Field("Antall uker", "Kan fylles ut i stedet for antall dager", lambda _: None, "General"),
    Field(
        "Type turnus",
        "kalender = virkelige datoer; grunnturnus = ruller og begynner på nytt",
        lambda p: words.HORIZON_KIND[p.horizon.kind],
        choices=tuple(words.HORIZON_KIND.values()),
    ),
    Field(
        "Låst før dato",
        "Dager før denne datoen beholder det som står i arket Publisert",
        lambda p: p.horizon.frozen_until,
        "dd.mm.yyyy",
    ),
    Field(
        "Historikk fra dato",
        "Fra denne datoen er alt som ble jobbet ført i arket Historikk",
        lambda p: p.history_from,
        "dd.mm.yyyy",
    ),
    Field(
        "Regelbøker",
        "Tomt = arbeidsmiljøloven, hovedtariffavtalen KS og lokale regler",
        lambda p: words.list_or_none(p.rulebooks),
    ),
    Field(
        "Lønnsbok",
        "Lønnsavtalen som kostnad regnes etter. Tomt = no_ks",
        lambda p: p.wages,
        named=True,
    ),
    Field(
        "Antatt",
        "Det ingen har sagt, og som derfor er antatt, for eksempel full_time_hours",
        lambda p: words.joined(p.assumed),
    ),
    Field(
        "Filversjon",
        "Skal ikke endres",
        lambda p: p.version,
        "General",
        empty=PROBLEM_VERSION,
    ),
)
