"""The sheets about the period: staffing, wishes, absence, the past, locks."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.demand import CurvePoint
from rostering.domain.problem import Problem
from rostering.writers.ward_book import words
from rostering.writers.ward_book.column import (
    PEOPLE,
    ROWS,
    SHIFTS,
    UNITS,
    Column,
    Sheet,
    day,
    number,
)

_LEVEL = (
    number("Minimum", "Aldri færre enn dette", lambda r: r.minimum),
    number("Mål", "Så mange vi ønsker; minst like mange som minimum", lambda r: r.target),
    number("Maksimum", "Aldri flere enn dette. Tomt = ingen grense", lambda r: r.maximum),
)

_ALL = Column(
    "Kompetanse (alle)",
    "Bare de som har alle disse, telles",
    lambda r: words.joined(r.competence.all_of),
    width=20,
)
_ANY = Column(
    "Kompetanse (én av)",
    "Bare de som har minst én av disse, telles",
    lambda r: words.joined(r.competence.any_of),
    width=20,
)

DEMAND_SHEET = Sheet(
    "Bemanning",
    "bemanningsplanen: hvor mange, med hvilken kompetanse, på hvilke vakter",
    (
        Column("Id", "Kort navn på raden", lambda r: r.id, needed=True),
        Column("Navn", "For eksempel Dag sykepleiere", lambda r: r.name, width=26),
        Column("Enheter", "Med komma mellom", lambda r: words.joined(r.units), needed=True),
        Column(
            "Vakter",
            "Vaktkoder som teller, med komma mellom. Tomt når raden har en kurve",
            lambda r: words.joined(r.shifts),
        ),
        _ALL,
        _ANY,
        Column(
            "Ukedager",
            "man-fre, helg, alle eller man, ons. Tomt = alle",
            lambda r: words.weekdays_or_word(r.weekdays),
        ),
        *_LEVEL,
        day("Fra dato", "Raden gjelder fra. Tomt = hele perioden", lambda r: r.first),
        day("Til dato", "Raden gjelder til og med. Tomt = hele perioden", lambda r: r.last),
        Column(
            "Bare datoer",
            "Raden gjelder bare disse datoene, med komma mellom",
            lambda r: words.dates(r.only_dates),
        ),
        Column(
            "Unntatt datoer",
            "Raden gjelder ikke disse datoene",
            lambda r: words.dates(r.except_dates),
        ),
        Column(
            "Egen rolle",
            "ja når bare vakter med denne rollen teller (ansvarsvakt)",
            lambda r: words.yes_no(r.exclusive),
            choices=words.YES_NO,
        ),
        number(
            "Pris under mål",
            "Poeng for hver som mangler. Tomt = etter timer",
            lambda r: r.price_under,
        ),
        number(
            "Pris over mål",
            "Poeng for hver som er for mange. Tomt = etter timer",
            lambda r: r.price_over,
        ),
    ),
    lambda p: p.demand,
    needed=True,
)


def _curve(problem: Problem) -> Iterator[tuple[str, CurvePoint]]:
    return ((row.id, point) for row in problem.demand for point in row.curve)


CURVE_SHEET = Sheet(
    "Bemanningskurve",
    "behov time for time for en rad i Bemanning som ikke har vakter",
    (
        Column("Rad", "Id fra arket Bemanning", lambda r: r[0], source=ROWS, needed=True),
        Column("Fra", "Klokkeslett i hele kvarter", lambda r: words.clock(r[1].start), needed=True),
        Column(
            "Til", "Klokkeslett; døgnet slutter 24:00", lambda r: words.clock(r[1].end), needed=True
        ),
        number("Minimum", "Aldri færre enn dette", lambda r: r[1].minimum),
        number("Mål", "Så mange vi ønsker", lambda r: r[1].target),
        number("Maksimum", "Aldri flere. Tomt = ingen grense", lambda r: r[1].maximum),
    ),
    _curve,
)

RESERVE_SHEET = Sheet(
    "Reserve",
    "ekstra folk som fraværsprognosen ber om",
    (
        Column("Id", "Kort navn på raden", lambda r: r.id, needed=True),
        Column("Enheter", "Med komma mellom", lambda r: words.joined(r.units), needed=True),
        day("Dato", "Dagen det gjelder", lambda r: r.date, needed=True),
        Column(
            "Vakter", "Vaktkoder, med komma mellom", lambda r: words.joined(r.shifts), needed=True
        ),
        _ALL,
        _ANY,
        number("Antall", "Hvor mange ekstra", lambda r: r.heads, needed=True),
        number("Pris", "Poeng for hver som mangler", lambda r: r.price, needed=True),
    ),
    lambda p: p.reserve,
)

_PERSON = Column("Person", "Id fra arket Ansatte", lambda r: r.person, source=PEOPLE, needed=True)
_SPAN = (
    day("Fra dato", "Første dag", lambda r: r.first, needed=True),
    day("Til dato", "Siste dag. Tomt = bare én dag", lambda r: r.last),
)

WISH_SHEET = Sheet(
    "Ønsker",
    "dager og vakter de ansatte ønsker eller ikke ønsker",
    (
        _PERSON,
        *_SPAN,
        Column(
            "Ønske",
            "«ønsker ikke» uten vakter er et ønske om fri",
            lambda r: words.WISH_KIND[r.kind],
            choices=words.WISH_KIND.values(),
            needed=True,
        ),
        Column("Vakter", "Vaktkoder. Tomt = alle", lambda r: words.joined(r.shifts)),
        Column(
            "Vakttyper",
            "dag, kveld, natt, lang eller kontor. Tomt = alle",
            lambda r: words.joined(words.SHIFT_KIND[k] for k in r.kinds),
        ),
        Column(
            "Styrke",
            "Hvor viktig ønsket er. Tomt = middels",
            lambda r: words.STRENGTH[r.strength],
            choices=words.STRENGTH.values(),
        ),
        number("Poeng", "I stedet for poengene til styrken. Tomt = styrkens", lambda r: r.points),
    ),
    lambda p: p.wishes,
)

CALL_SHEET = Sheet(
    "Ekstravakter",
    "hvem som gjerne tar ekstravakter, og hvem som ikke skal ringes; aldri skriv grunnen",
    (
        _PERSON,
        *_SPAN,
        Column(
            "Valg",
            "Hva den ansatte har sagt om ekstravakter disse dagene",
            lambda r: words.CALL_KIND[r.kind],
            choices=words.CALL_KIND.values(),
            needed=True,
        ),
        Column("Vakter", "Vaktkoder. Tomt = alle", lambda r: words.joined(r.shifts)),
        Column(
            "Vakttyper",
            "dag, kveld, natt, lang eller kontor. Tomt = alle",
            lambda r: words.joined(words.SHIFT_KIND[k] for k in r.kinds),
        ),
    ),
    lambda p: p.call_choices,
)

AWAY_SHEET = Sheet(
    "Fravær",
    "datoer da noen er borte; hvorfor, ser bare enhetens ledere",
    (
        _PERSON,
        *_SPAN,
        Column("Type", "Hva slags fravær det er, vises ikke her", lambda _: "borte", needed=True),
    ),
    lambda p: p.absences,
)
ABSENCE_SHEET = Sheet(
    "Fravær",
    "ferie og annet fravær som er kjent; aldri skriv diagnoser",
    (
        _PERSON,
        *_SPAN,
        Column(
            "Type",
            "Hva slags fravær",
            lambda r: words.ABSENCE_KIND[r.kind],
            choices=words.ABSENCE_KIND.values(),
            needed=True,
        ),
        Column(
            "Teller som arbeid",
            "ja (eller tomt) når timene regnes som arbeidet",
            lambda r: words.yes_no(r.credited),
            choices=words.YES_NO,
        ),
        Column(
            "Vakt",
            "Vakten som fraværet dekker; timene dens teller. Tomt = en femdels uke hver hverdag",
            lambda r: r.shift,
            source=SHIFTS,
        ),
        Column(
            "Fri i planen",
            "ja når dagen var fri fra før; da teller ingen timer. Tomt = nei",
            lambda r: words.yes_no(r.day_off),
            choices=words.YES_NO,
        ),
    ),
    lambda p: p.absences,
)

AGREED_DAYS_SHEET = Sheet(
    "Avtalte fridager",
    "fridager en ansatt skal ha i perioden, utenom de ukentlige",
    (
        _PERSON,
        Column(
            "Type",
            "F3, F4, F5 eller avspasering",
            lambda r: words.AGREED_DAY[r.kind],
            choices=words.AGREED_DAY.values(),
            needed=True,
        ),
        number("Dager", "Hvor mange dager, 1 til 60", lambda r: r.days, needed=True),
    ),
    lambda p: p.agreed_days,
)

PAIR_SHEET = Sheet(
    "Par",
    "to ansatte som aldri eller alltid skal gå samme vakt; aldri skriv grunnen",
    (
        Column("Id", "Kort navn på raden", lambda r: r.id, needed=True),
        Column(
            "Type",
            "sammen = Person går bare der Annen person går",
            lambda r: words.PAIR_KIND[r.kind],
            choices=words.PAIR_KIND.values(),
            needed=True,
        ),
        _PERSON,
        Column(
            "Annen person", "Id fra arket Ansatte", lambda r: r.other, source=PEOPLE, needed=True
        ),
        Column("Vakter", "Vaktkoder. Tomt = alle", lambda r: words.joined(r.shifts)),
        day("Fra dato", "Gjelder fra. Tomt = hele perioden", lambda r: r.first),
        day("Til dato", "Gjelder til og med. Tomt = hele perioden", lambda r: r.last),
    ),
    lambda p: p.pairs,
)

_DUTY = (
    _PERSON,
    day("Dato", "Dagen vakten begynner", lambda r: r.date, needed=True),
    Column("Vakt", "Vaktkode", lambda r: r.shift, source=SHIFTS, needed=True),
    Column("Enhet", "Tomt = den ansattes egen enhet", lambda r: r.unit, source=UNITS),
    Column("Rolle", "Id til raden i Bemanning, hvis vakten har en egen rolle", lambda r: r.role),
    Column(
        "Betaling",
        "Hvordan vakten lønnes. Tomt = som vaktkoden",
        lambda r: r.pay and words.PAY[r.pay],
        choices=words.PAY.values(),
    ),
)
_LOCK = (
    *_DUTY[:2],
    Column("Vakt", "Vaktkode. Tomt = fri denne dagen", lambda r: r.shift, source=SHIFTS),
    Column("Enhet", "Tomt = uansett enhet", lambda r: r.unit, source=UNITS),
    _DUTY[4],
)
SHEETS = (
    DEMAND_SHEET,
    CURVE_SHEET,
    RESERVE_SHEET,
    WISH_SHEET,
    CALL_SHEET,
    ABSENCE_SHEET,
    AGREED_DAYS_SHEET,
    PAIR_SHEET,
    Sheet("Historikk", "vakter som er jobbet før perioden", _DUTY, lambda p: p.history),
    Sheet("Publisert", "turnusen som gjelder fra før", _DUTY, lambda p: p.published),
    Sheet("Låste vakter", "vakter og fridager som skal stå", _LOCK, lambda p: p.locks),
)
