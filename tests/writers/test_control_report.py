"""Page, workbook and data of the control report show the same, and nothing becomes code."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from rostering.report import ControlReport, control_report
from rostering.writers import (
    control_page,
    write_control_page,
    write_control_workbook,
    write_json,
)
from rostering.writers.control_report.table import Words
from tests.report.two_people import day, problem, roster
from tests.writers.pages import Page

# What a shared table is called on the page, and its sheet in the workbook.
SHEETS = {
    "breaches": "Brudd og merknader",
    "staffing": "Bemanning mot plan",
    "hours": "Arbeidstid",
    "burden": "Helg, helligdag, natt og koder",
    "accounts": "Kontoer",
    "red": "Røde dager",
    "vacation": "Ferie",
    "legend": "Tegnforklaring",
    "rules": "Regler som ikke bandt fast",
    "statements": "Hva tallene bygger på",
    "sources": "Kilder",
}


@pytest.fixture(scope="module")
def report() -> ControlReport:
    return control_report(problem(), roster())


@pytest.fixture(scope="module")
def page(report: ControlReport) -> Page:
    return Page(control_page(report))


@pytest.fixture(scope="module")
def book(report: ControlReport, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    file = tmp_path_factory.mktemp("report") / "kontroll.xlsx"
    write_control_workbook(report, file)
    return load_workbook(file)


@pytest.fixture(scope="module")
def data(report: ControlReport, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401
    file = tmp_path_factory.mktemp("report") / "kontroll.json"
    write_json(report, file)
    return json.loads(file.read_text("utf-8"))


def printed(cell: Any) -> str:  # noqa: ANN401 - a cell of the workbook
    """Return a workbook's cell as the page would print it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    if cell.number_format == "0.00":
        return f"{value:.2f}".replace(".", ",").replace("-", "−")
    return str(value)


def sheet_rows(book: Workbook, name: str, width: int) -> list[list[str]]:
    return [[printed(cell) for cell in row[:width]] for row in book[name].iter_rows()]


@pytest.mark.parametrize("name", SHEETS)
def test_page_and_workbook_hold_the_same_tables(name: str, page: Page, book: Workbook) -> None:
    shown = page.tables[name]
    assert len(shown) > 1
    assert sheet_rows(book, SHEETS[name], len(shown[0]))[: len(shown)] == shown


def hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}".replace(".", ",").replace("-", "−")


def test_the_hours_of_page_and_data_are_the_same(page: Page, data: Any) -> None:  # noqa: ANN401
    heads = ("owed", "planned", "credited", "difference", "extra", "overtime")
    told = [
        [person["name"], *(hours(person["hours"][head]) for head in heads)]
        for person in data["people"]
    ]
    assert [[row[0], *row[4:]] for row in page.tables["hours"][1:]] == told
    assert told[0] == ["Kari", "70,00", "68,50", "7,50", "6,00", "0,00", "0,00"]
    assert told[1] == ["Per", "35,00", "15,00", "17,50", "−2,50", "7,50", "0,00"]


def test_the_counts_of_page_and_data_are_the_same(page: Page, data: Any) -> None:  # noqa: ANN401
    codes = ("F1", "F2", "vacation", "absence")
    told = [
        [
            person["name"],
            *map(str, person["burden"].values()),
            *(str(person["day_codes"].get(code, 0)) for code in codes),
        ]
        for person in data["people"]
    ]
    assert page.tables["burden"][1:] == told
    assert page.tables["burden"][0][-4:] == ["F1", "F2", "FE", "FR"]


def test_the_accounts_of_page_and_data_are_the_same(page: Page, data: Any) -> None:  # noqa: ANN401
    heads = ("opening", "earned", "used", "closing")
    told = [
        [person["name"], *(hours(account[head]) for head in heads)]
        for person in data["people"]
        for account in person["accounts"]
        if any(account[head] for head in heads)
    ]
    assert [[row[0], *row[2:6]] for row in page.tables["accounts"][1:]] == told
    assert told[0] == ["Kari", "1,00", "76,00", "70,00", "7,00"]


def test_breaches_on_the_page_bear_paragraph_dates_and_hours(page: Page, data: Any) -> None:  # noqa: ANN401
    first = page.tables["breaches"][1]
    assert first[:7] == [
        "1", "fast", "Daglig hvile", "AML § 10-8 (1), (3)", "Kari", "17.03.2027", "18.03.2027",
    ]  # fmt: skip
    assert first[8] == "2 t"
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert data["breaches"][0]["link"] in links
    assert len(page.tables["breaches"]) == 1 + len(data["breaches"])
    assert page.tables["breaches"][2][4] == "enheten"


def test_the_grid_is_the_same_on_page_and_in_workbook(page: Page, book: Workbook) -> None:
    shown = {row[0]: row[1:] for row in page.tables["grid"] if len(row) == 15}
    assert shown["Kari"] == [
        "D", "D", "A", "D", "D", "F2", "F1", "(D) FR", "N", "N", "F2", "F1", "D", "D",
    ]  # fmt: skip
    assert shown["Per"][:7] == ["FE", "FE", "FE", "FE", "FE", "F2", "F1"]
    assert shown["Dag"] == ["1/2▼", *[""] * 3, "1/2▼", "", "", "0/2!", *[""] * 3, "0/2!", "", ""]
    sheet = {str(row[0].value): row for row in book["Turnus uke for uke"].iter_rows()}
    for name in ("Kari", "Per", "Dag"):
        assert [printed(cell) for cell in sheet[name][1:]] == shown[name]


def test_the_grid_heads_weeks_weekdays_and_holidays(page: Page, report: ControlReport) -> None:
    weeks, weekdays, dates = page.tables["grid"][:3]
    assert weeks == ["Ansatt", "Uke 11", "Uke 12"]
    assert weekdays[:4] == ["ma", "ti", "on", "to"]
    assert weekdays[10:14] == ["to*", "fr*", "lø", "sø*"]
    assert dates[0] == "15.03"
    assert "25.03.2027 Skjærtorsdag" in control_page(report)


def test_long_rosters_are_cut_into_blocks_of_whole_weeks() -> None:
    six = problem(horizon={"start": day(2), "days": 40}, absences=[])
    shown = Page(control_page(control_report(six, roster(start=day(2), days=40, assignments=()))))
    heads = [row for row in shown.tables["grid"] if row[0] == "Ansatt"]
    assert heads == [
        ["Ansatt", "Uke 11", "Uke 12", "Uke 13"],
        ["Ansatt", "Uke 14", "Uke 15", "Uke 16"],
    ]


def test_the_page_stands_alone_and_prints_across(report: ControlReport, page: Page) -> None:
    text = control_page(report)
    kinds = {tag for tag, _ in page.tags}
    assert not kinds & {"script", "link", "img", "iframe"}
    links = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
    assert all(link.startswith(("#", "https://lovdata.no/")) for link in links)
    assert "size: A4 landscape" in text
    assert "display: table-header-group" in text
    assert not re.search(r"url\(|@import", text)


def test_every_entry_of_the_contents_leads_somewhere(page: Page) -> None:
    anchors = {attrs.get("id") for _, attrs in page.tags}
    leads = {str(a["href"])[1:] for t, a in page.tags if t == "a" and str(a["href"])[0] == "#"}
    assert "breaches" in leads
    assert leads <= anchors


def test_the_front_says_the_result_and_has_room_for_two_signatures(report: ControlReport) -> None:
    text = control_page(report)
    assert "Brudd på faste regler: 3." in text
    assert text.index("<li>Forsvarlig bemanning: 2</li>") < text.index("<li>Daglig hvile: 1</li>")
    assert text.count('class="blank"') == 8
    assert "Leder</h3>" in text
    assert "Tillitsvalgt</h3>" in text
    assert report.roster_hash.removeprefix("sha256:")[:16] in text


@pytest.mark.parametrize(
    ("language", "said"), [("nn", "Brot på faste reglar"), ("en", "Breaches of hard")]
)
def test_the_page_speaks_the_language_that_it_is_marked_with(language: Any, said: str) -> None:  # noqa: ANN401
    text = control_page(control_report(problem(), roster(), language))
    assert f'<html lang="{language}">' in text
    assert said in text


EVIL = ("=1+1", '<b onclick="x">', "@SUM(A1)", "+47", "-2", "\"'&")


@pytest.fixture(scope="module")
def evil() -> ControlReport:
    names = iter(EVIL)
    told = problem().model_dump(mode="json")
    told["name"] = next(names)
    told["people"][0]["name"], told["people"][1]["name"] = next(names), next(names)
    told["units"][0]["name"], told["demand"][0]["name"] = next(names), next(names)
    agreement = {"id": next(names), "level": "L2", "document": "=cmd|' /C calc'!A0"}
    return control_report(problem(**{**told, "agreements": [agreement]}), roster())


def test_nothing_that_people_wrote_becomes_a_formula(evil: ControlReport, tmp_path: Path) -> None:
    write_control_workbook(evil, tmp_path / "k.xlsx")
    book = load_workbook(tmp_path / "k.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    for text in ("@SUM(A1)", "-2", "=cmd|' /C calc'!A0"):
        found = [cell for cell in cells if cell.value == text]
        assert found, text
        assert all(cell.quotePrefix for cell in found)


def test_nothing_that_people_wrote_becomes_markup(evil: ControlReport, tmp_path: Path) -> None:
    write_control_page(evil, tmp_path / "k.html")
    shown = Page((tmp_path / "k.html").read_text("utf-8"))
    assert "b" not in {tag for tag, _ in shown.tags}
    assert not any(name.startswith("on") for _, attrs in shown.tags for name in attrs)
    assert shown.tables["hours"][1][0] == EVIL[1]
    assert shown.tables["agreements"][1][0] == EVIL[5]


def test_a_link_that_is_no_web_address_is_text_alone(report: ControlReport) -> None:
    bad = report.breaches[0].model_copy(update={"link": "javascript:alert(1)"})
    changed = report.model_copy(update={"breaches": (bad,)})
    shown = Page(control_page(changed))
    assert shown.tables["breaches"][1][3] == bad.paragraph
    assert ["AML § 10-8 (1), (3)", "javascript:alert(1)"] in shown.tables["sources"]
    assert not [a for t, a in shown.tags if t == "a" and "script" in str(a.get("href"))]


def test_no_breach_is_said_in_words() -> None:
    ward = problem(demand=[], people=problem().people[:1], absences=[], accounts=[])
    empty = control_report(ward, roster(assignments=()))
    text = control_page(empty)
    assert "Ingen fast regel er brutt." in text
    assert '<p class="empty">Ingen.</p>' in text
    assert "<li>Bemanning: ikke vurdert, enheten har ingen bemanningsplan.</li>" in text
    assert "0 rader" not in text
    assert "<li>Bemanning: ikke vurdert, enheten har ingen bemanningsplan.</li>" in text
    assert "0 rader" not in text
    assert "<li>Bemanning: ikke vurdert, enheten har ingen bemanningsplan.</li>" in text
    assert "0 rader" not in text
    assert '<p class="empty">Ikke vurdert: enheten har ingen bemanningsplan.</p>' in text


def test_sheets_print_across_with_their_headings(book: Workbook) -> None:
    sheet = book["Arbeidstid"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"


def test_nobody_reads_from_the_files_that_somebody_is_sick(
    page: Page,
    book: Workbook,
    data: Any,  # noqa: ANN401
) -> None:
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    cells += [cell for table in page.tables.values() for row in table for cell in row]
    cells.append(json.dumps(data))
    assert not [cell for cell in cells if re.search(r"\bSY\b|\bsick|[Ss]ykdom", cell)]
    assert "(D) FR" in cells


@pytest.fixture(scope="module")
def short_week() -> ControlReport:
    """Kari's contract has 37.5 hours; her roster of days, an evening and nights gives 34.65."""
    people = problem().model_dump(mode="json")["people"]
    people[0]["positions"][0]["full_time_hours"] = 37.5
    return control_report(problem(people=people), roster())


def test_a_shorter_week_than_the_contract_has_is_a_remark_with_its_reasons(
    short_week: ControlReport, tmp_path: Path
) -> None:
    page = Page(control_page(short_week))
    heads, row = page.tables["weeks"]
    assert heads[1:3] == ["Avtalt heltidsuke", "Turnusen gir"]
    assert row[:5] == ["Kari", "37,50", "34,65", "75,00", "69,30"]
    assert "søndager som berøres: 1 (kreves 1)" in row[5]
    assert page.tables["hours"][0][2:4] == heads[1:3]
    assert page.tables["hours"][1][2:5] == ["37,50", "34,65", "75,00"]
    assert "turnusen gir kortere heltidsuke enn avtalt: 1." in control_page(short_week)
    write_control_workbook(short_week, tmp_path / "k.xlsx")
    book = load_workbook(tmp_path / "k.xlsx")
    assert sheet_rows(book, "Kortere heltidsuke enn avtalt", 6)[:2] == [heads, row]


def test_nobody_with_a_shorter_week_means_no_remark() -> None:
    people = problem().model_dump(mode="json")["people"]
    for person in people:
        person["positions"][0]["full_time_hours"] = 33.6
    text = control_page(control_report(problem(people=people), roster()))
    assert "weeks" not in Page(text).tables
    assert "kortere heltidsuke" not in text


def test_the_joining_of_vacations_is_told_with_the_table(report: ControlReport) -> None:
    text = control_page(report)
    note = text[text.index('<section id="vacation"') :]
    assert "Fridager mellom to ferier knytter dem sammen" in note[:900]


@pytest.fixture(scope="module")
def base() -> ControlReport:
    cyclic = {"start": day(0), "days": 14, "kind": "cyclic"}
    return control_report(problem(horizon=cyclic, absences=[], accounts=[]), roster())


DATED = re.compile(r"\b\d\d\.\d\d\b|\b20\d\d\b")


def test_a_base_roster_has_weeks_and_no_dates(base: ControlReport, tmp_path: Path) -> None:
    page = Page(control_page(base))
    judged = {name: page.tables[name] for name in ("breaches", "staffing", "red", "hours")}
    cells = [cell for table in judged.values() for row in table for cell in row]
    assert not [cell for cell in cells if DATED.search(cell)]
    assert page.tables["breaches"][1][5:7] == ["uke 1 on", "uke 1 to"]
    weeks, weekdays, first = page.tables["grid"][:3]
    assert (weeks, weekdays[:2], first[0]) == (["Ansatt", "Uke 1", "Uke 2"], ["ma", "ti"], "Kari")
    write_control_workbook(base, tmp_path / "k.xlsx")
    book = load_workbook(tmp_path / "k.xlsx")
    grid = book["Turnus uke for uke"]
    assert (grid["A3"].value, grid.freeze_panes) == ("Kari", "B3")
    kinds = [c.value for s in book for row in s.iter_rows() for c in row]
    assert not [value for value in kinds if isinstance(value, dt.date)]


def test_a_base_roster_of_one_week_is_told_in_the_singular() -> None:
    cyclic = {"start": day(0), "days": 7, "kind": "cyclic"}
    alone = problem(horizon=cyclic, absences=[], accounts=[])
    text = control_page(control_report(alone, roster(days=7, assignments=())))
    assert "Grunnturnus, 1 uke som gjentas" in text


def test_a_day_before_a_base_roster_lies_in_the_last_week_of_its_round(base: ControlReport) -> None:
    say = Words.of(base)
    days = (base.first, base.last, base.first - dt.timedelta(days=1))
    assert [say.day(when) for when in days] == ["uke 1 ma", "uke 2 sø", "uke 2 sø"]
