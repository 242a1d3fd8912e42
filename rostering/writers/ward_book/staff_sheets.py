"""The sheets about the ward and its people: units, competences, shifts, staff, exemptions."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.people import Exemption, HeldCompetence, Person, Position
from rostering.domain.problem import Problem
from rostering.writers.ward_book import words
from rostering.writers.ward_book.column import (
    COMPETENCES,
    PEOPLE,
    UNITS,
    Column,
    Sheet,
    day,
    number,
)

UNIT_SHEET = Sheet(
    "Enheter",
    "avdelinger, poster eller soner",
    (
        Column("Id", "Kort navn som brukes i de andre arkene", lambda u: u.id, needed=True),
        Column("Navn", "Fullt navn", lambda u: u.name, width=32),
    ),
    lambda p: p.units,
    needed=True,
)

COMPETENCE_SHEET = Sheet(
    "Kompetanse",
    "yrker, kurs og delegasjoner som bemanningen kan kreve",
    (
        Column("Kode", "Kort kode uten mellomrom, for eksempel SPL", lambda c: c.code, needed=True),
        Column("Navn", "For eksempel Sykepleier", lambda c: c.name, width=32),
    ),
    lambda p: p.competences,
    needed=True,
)

SHIFT_SHEET = Sheet(
    "Vakter",
    "vaktkoder med klokkeslett",
    (
        Column("Kode", "Vaktkode uten mellomrom, for eksempel D1", lambda s: s.code, needed=True),
        Column("Navn", "For eksempel Dagvakt", lambda s: s.name, width=22),
        Column(
            "Type",
            "Hva slags vakt det er; regler og rettferdighet ser på dette",
            lambda s: words.SHIFT_KIND[s.kind],
            choices=words.SHIFT_KIND.values(),
            needed=True,
            width=10,
        ),
        Column("Fra", "Klokkeslett, 07:30", lambda s: words.clock(s.start), needed=True, width=9),
        Column("Til", "Klokkeslett, 15:00", lambda s: words.clock(s.end), needed=True, width=9),
        Column(
            "Over midnatt",
            "ja når vakten slutter dagen etter",
            lambda s: words.yes_no(s.crosses_midnight),
            choices=words.YES_NO,
        ),
        number("Ubetalt pause (min)", "Minutter som ikke er arbeidstid", lambda s: s.unpaid_break),
        Column(
            "Enheter",
            "Enheter som bruker koden, med komma mellom. Tomt = alle",
            lambda s: words.joined(s.units),
        ),
        Column(
            "Krever kompetanse (alle)",
            "Den som har vakten må ha alle disse",
            lambda s: words.joined(s.requires.all_of),
            width=22,
        ),
        Column(
            "Krever kompetanse (én av)",
            "Den som har vakten må ha minst én av disse",
            lambda s: words.joined(s.requires.any_of),
            width=22,
        ),
        Column(
            "Teller",
            "nei når vakten ikke teller i bemanningen",
            lambda s: words.yes_no(s.counts),
            choices=words.YES_NO,
            width=9,
        ),
        Column(
            "Farge", "# og seks tegn, for eksempel #4477AA. Tomt = etter type", lambda s: s.colour
        ),
        number(
            "Betalt pause (min)",
            "Pause i arbeidstiden, på vakten. Tomt = ikke kjent",
            lambda s: s.paid_break,
        ),
        Column(
            "Betaling",
            "Hvordan vakter med koden lønnes. Tomt = ordinær",
            lambda s: words.PAY[s.pay],
            choices=words.PAY.values(),
        ),
    ),
    lambda p: p.shifts,
    needed=True,
)

StaffRow = tuple[Person, Position | None]


def _staff(problem: Problem) -> Iterator[StaffRow]:
    for person in problem.people:
        if not person.positions:
            yield person, None
        for position in person.positions:
            yield person, position


def _listed(person: Person) -> str:
    """Return competences for the person's own row, unless some of them have dates."""
    return "" if _has_dates(person) else words.joined(c.code for c in person.competences)


def _has_dates(person: Person) -> bool:
    return any(c.first or c.last for c in person.competences)


def _dated(problem: Problem) -> Iterator[tuple[str, HeldCompetence]]:
    for person in problem.people:
        if _has_dates(person):
            yield from ((person.id, held) for held in person.competences)


STAFF_SHEET = Sheet(
    "Ansatte",
    "én rad for hver ansatt; flere rader med samme id er flere stillinger",
    (
        Column(
            "Id",
            "Ansattnummer eller initialer; samme id i alle ark",
            lambda r: r[0].id,
            needed=True,
        ),
        Column("Navn", "Navnet som vises i turnusen", lambda r: r[0].name, needed=True, width=28),
        Column(
            "Enhet",
            "Enheten den ansatte hører til",
            lambda r: r[0].home_unit,
            source=UNITS,
            needed=True,
        ),
        Column(
            "Ansettelse",
            "Tomt = fast. Studenter teller aldri i bemanningen",
            lambda r: words.STAFF_KIND[r[0].kind],
            choices=words.STAFF_KIND.values(),
        ),
        Column("Gruppe", "Gruppe som skal fordeles likt seg imellom", lambda r: r[0].group),
        Column(
            "Stilling id",
            "Skiller stillinger når en ansatt har flere. Tomt = 1",
            lambda r: r[1] and r[1].id,
        ),
        Column(
            "Stillingsenhet",
            "Enheten stillingen ligger i. Tomt = Enhet",
            lambda r: r[1] and r[1].unit,
            source=UNITS,
        ),
        number(
            "Stillingsprosent", "80 for 80 prosent", lambda r: r[1] and r[1].percent, needed=True
        ),
        number(
            "Timer full stilling",
            "Timer i uken for 100 prosent. Tomt = 35,5",
            lambda r: r[1] and r[1].full_time_hours,
        ),
        day(
            "Fra dato",
            "Stillingens første dag. Tomt = fra før perioden",
            lambda r: r[1] and r[1].first,
        ),
        day("Til dato", "Stillingens siste dag. Tomt = ut perioden", lambda r: r[1] and r[1].last),
        Column(
            "Tredelt turnus",
            "ja når timer for full stilling følger av turnusen selv. Tomt = nei",
            lambda r: r[1] and words.yes_no(r[1].three_part),
            choices=words.YES_NO,
        ),
        Column(
            "Kompetanser",
            "Koder med komma mellom. Med gyldighetsdatoer: bruk arket Kompetansedatoer",
            lambda r: _listed(r[0]),
            width=24,
        ),
        Column(
            "Andre enheter",
            "Andre enheter den ansatte kan jobbe i, med komma mellom",
            lambda r: words.joined(r[0].other_units),
            width=20,
        ),
        number(
            "Maks timer",
            "Flest timer i hele perioden. Tomt = ingen egen grense",
            lambda r: r[0].max_hours,
        ),
        day("Under 18 til", "Dagen den ansatte fyller 18 år", lambda r: r[0].minor_until),
        day("Ansatt siden", "Brukes til ansiennitet", lambda r: r[0].in_post_since),
        number("Årslønn", "Hele kroner i året, for kostnad", lambda r: r[0].pay),
        day(
            "Arbeidshelg",
            "Lørdagen i en helg som er den ansattes egen; helgerytmen telles derfra",
            lambda r: r[0].weekend_from,
        ),
    ),
    _staff,
    needed=True,
)

DATED_SHEET = Sheet(
    "Kompetansedatoer",
    "kompetanse som gjelder fra eller til en dato",
    (
        Column("Person", "Id fra arket Ansatte", lambda r: r[0], source=PEOPLE, needed=True),
        Column("Kompetanse", "Kode", lambda r: r[1].code, source=COMPETENCES, needed=True),
        day("Fra dato", "Gjelder fra. Tomt = alltid", lambda r: r[1].first),
        day("Til dato", "Gjelder til og med. Tomt = alltid", lambda r: r[1].last),
    ),
    _dated,
)


def _exemptions(problem: Problem) -> Iterator[tuple[str, Exemption]]:
    return ((person.id, entry) for person in problem.people for entry in person.exemptions)


EXEMPTION_SHEET = Sheet(
    "Fritak",
    "vakter en ansatt ikke skal ha; aldri skriv grunnen",
    (
        Column("Person", "Id fra arket Ansatte", lambda r: r[0], source=PEOPLE, needed=True),
        Column("Vakter", "Vaktkoder med komma mellom", lambda r: words.joined(r[1].shifts)),
        Column(
            "Vakttyper",
            "dag, kveld, natt, lang eller kontor, med komma mellom",
            lambda r: words.joined(words.SHIFT_KIND[k] for k in r[1].kinds),
        ),
        Column(
            "Ukedager",
            "For eksempel lør, søn. Tomt = alle",
            lambda r: words.weekdays(r[1].weekdays),
        ),
        day("Fra dato", "Gjelder fra. Tomt = hele perioden", lambda r: r[1].first),
        day("Til dato", "Gjelder til og med. Tomt = hele perioden", lambda r: r[1].last),
        Column(
            "Ikke før",
            "Vakter som begynner før dette klokkeslettet",
            lambda r: words.clock_or_none(r[1].not_before),
        ),
        Column(
            "Ikke etter",
            "Vakter som slutter etter dette klokkeslettet",
            lambda r: words.clock_or_none(r[1].not_after),
        ),
    ),
    _exemptions,
)

SHEETS = (UNIT_SHEET, COMPETENCE_SHEET, SHIFT_SHEET, STAFF_SHEET, DATED_SHEET, EXEMPTION_SHEET)
