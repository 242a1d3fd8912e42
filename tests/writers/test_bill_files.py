"""The bill as a workbook and as a page: every line, every value, in three languages."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

from rostering.bill import bill
from rostering.bill.difference import bills_apart
from rostering.bill.models import Bill, BillDifference
from rostering.bill.words import BillWords
from rostering.texts import LANGUAGES
from rostering.wages.file import HoursKind, Supplement, Threshold
from rostering.wages.load import shipped
from rostering.writers.bill_book import write_bill_workbook
from rostering.writers.bill_page import write_bill_page
from tests.bill.small_bills import TWO_HUNDRED, duties, person, roster, ward

EASTER = date(2027, 3, 27)


def made() -> tuple[Bill, BillDifference]:
    people = [
        person("<Kari>", group="=1+1", pay=TWO_HUNDRED),
        person("Eva", None, kind="on_call", group="sykepleier"),
        person("Byrå", None, kind="agency", group="unknown"),
    ]
    problem = ward(EASTER, 7, *people)
    before = roster(problem, *duties("<Kari>", EASTER, "N . . D! A!", "moved"))
    more = [*duties("Eva", EASTER, ". D N"), *duties("Byrå", EASTER, "D")]
    after = roster(problem, *duties("<Kari>", EASTER, "N . . D! A! D!", "overtime"), *more)
    found = bill(problem, after)
    return found, bills_apart(problem, (before, bill(problem, before)), (after, found))


class Cells(HTMLParser):
    """Collects the cells of all tables of a page, and its open elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "!doctype"}:
            self.open.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "td":
            self.cells[-1] += data


def test_the_workbook_holds_every_line_as_numbers(tmp_path: Path) -> None:
    found, _ = made()
    write_bill_workbook(found, tmp_path / "bill.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "bill.xlsx")
    rows = list(book["Lines"].iter_rows(min_row=4, values_only=True))
    lines = [(p.name, line) for p in found.people for line in p.lines]
    assert [row[0] for row in rows] == [name for name, _ in lines]
    assert [row[8] for row in rows] == [line.ore / 100 for _, line in lines]
    assert [row[5] for row in rows] == [round(line.minutes / 60, 4) for _, line in lines]
    *_, last = book["Kinds"].iter_rows(min_row=4, values_only=True)
    assert (last[0], last[3]) == ("Total", found.total / 100)
    values = [row[3] for row in book["Values"].iter_rows(min_row=4, values_only=True)]
    assert {"published", "assumed", "derived"} == set(values)


def test_a_group_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    found, _ = made()
    write_bill_workbook(found, tmp_path / "bill.xlsx", "en")
    cell = openpyxl.load_workbook(tmp_path / "bill.xlsx")["Groups"]["A4"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_sheets_and_the_difference_first(
    tmp_path: Path, language: str
) -> None:
    found, change = made()
    write_bill_workbook(found, tmp_path / "bill.xlsx", language, change)
    book = openpyxl.load_workbook(tmp_path / "bill.xlsx")
    assert len(book.sheetnames) == len(set(book.sheetnames)) == 11
    for sheet in book.worksheets[:-1]:
        heads = [cell.value for cell in sheet[3]]
        assert all(heads), sheet.title
        assert len(set(heads)) == len(heads), sheet.title
        assert sheet.max_column == len(heads), sheet.title
    *_, total = book.worksheets[0].iter_rows(min_row=4, values_only=True)
    assert total[5] == change.total / 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_and_shows_names_as_they_are(tmp_path: Path, language: str) -> None:
    found, change = made()
    write_bill_page(found, tmp_path / "bill.html", language, change)
    text = (tmp_path / "bill.html").read_text("utf-8")
    page = Cells(text)
    assert page.open == []
    assert "<Kari>" in page.cells
    assert "<Kari>" not in text
    assert not re.search(r"src=|href=|https?://", text)
    assert not re.search(r"bill\.[a-z]", text)


def test_money_is_written_as_the_language_writes_it(tmp_path: Path) -> None:
    found, _ = made()
    for language, total in (("en", f"{found.total / 100:,.2f}"), ("nb", None)):
        write_bill_page(found, tmp_path / "bill.html", language)
        cells = Cells((tmp_path / "bill.html").read_text("utf-8")).cells
        nb = f"{found.total / 100:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
        assert (total or nb) in cells


def texts(tmp_path: Path, ending: str) -> str:
    """Return all text of a Norwegian bill's file."""
    found, change = made()
    path = tmp_path / f"bill.{ending}"
    if ending == "html":
        write_bill_page(found, path, "nb", change)
        return path.read_text("utf-8")
    write_bill_workbook(found, path, "nb", change)
    sheets = openpyxl.load_workbook(path).worksheets
    cells = (cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    return "\n".join(str(cell) for cell in cells)


@pytest.mark.parametrize("ending", ["html", "xlsx"])
def test_a_norwegian_bill_tells_settings_in_norwegian(tmp_path: Path, ending: str) -> None:
    told = texts(tmp_path, ending)
    for part in (
        "tillegg som legges sammen = kveld + lørdag og søndag, kveld + helligdag, ",
        "tillegg ved siden av overtidsbetaling = nei",
        "deltidsansattes overtid begynner ved = full stilling",
        "timer som gir pensjon = innenfor kontrakten, forskjøvet vakt, mertid, uten kontrakt",
        "gruppe som lønner ukjente grupper = assistent",
    ):
        assert part in told
    for word in ("evening+", "full_time", "= false", "contract, moved", "= assistant"):
        assert word not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_of_a_wage_table_has_a_name(language: str) -> None:
    words = BillWords(language)
    choices = {*get_args(Supplement), *get_args(Threshold), "true", "false"}
    assert all(words.say(f"set.{choice}") for choice in choices)
    assert all(words.say(f"kind.{kind}") for kind in get_args(HoursKind))
    pay = [period for table in shipped().chain for period in table.periods]
    groups = {group for period in pay for group in (*period.pay, *period.mean_pay)}
    assert len(groups) > 5
    assert all(words.say(f"group.{group}") for group in groups)


def test_numbers_windows_and_own_groups_stay_as_they_are_written() -> None:
    nb = BillWords("nb")
    assert nb.value("employer_tax", "14.1") == "14,1"
    assert nb.value("holiday_percent", "133 1/3") == "133 1/3"
    assert nb.value("night_window", "21:00-06:00") == "21:00-06:00"
    assert nb.value("zone", "IVa") == "IVa"
    assert nb.group("spesialsykepleier") == "spesialsykepleier"
