"""A time log becomes tasks, or every fault of it is told and nothing kept."""

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from fixtures import task_logs
from fixtures.task_files import task_file
from rostering.errors import BadInput
from rostering.readers.json_text import parse
from rostering.readers.validation import validated
from rostering.writers.json_file import json_text
from tasksharing.catalogue import draft, read_catalogue
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Place, Slot, heads_of, minutes_of
from tasksharing.log import Lists, read_lists, read_log
from tests.tasksharing.shared import UNIT, book, nursing_home, written

HEADS = "Oppgave;Gruppe;Dato;Klokkeslett;Minutter;Skjema"


def lists(folder: Path, *rows: str, heads: str = HEADS) -> Lists:
    return Lists(written(folder, "log.csv", heads, *rows))


def made(found: Lists) -> TaskBook:
    return read_lists(found, draft(), nursing_home(), UNIT)


def told(found: Lists) -> list[str]:
    with pytest.raises(BadInput) as caught:
        made(found)
    return [str(fault) for fault in caught.value.faults]


def test_minutes_are_means_over_the_logged_days_of_a_weekday(tmp_path: Path) -> None:
    found = made(
        lists(
            tmp_path,
            "kitchen;assistent;2027-01-18;08:00;25;1",
            "kitchen;assistent;2027-01-18;08:00;15;2",
            "Stell og måltider med spisestøtte;Sykepleier;2027-01-25;09:00;15;1",
        )
    )
    assert found.basis.days == (2, 0, 0, 0, 0, 0, 0)
    assert minutes_of(found, nursing_home()) == {
        Slot("care", "sykepleier", 1, 36): Fraction(15, 2),
        Slot("kitchen", "assistent", 1, 32): 15,
        Slot("kitchen", "assistent", 1, 33): 5,
    }
    assert [one.days for one in found.task("kitchen").logged] == [2]
    assert heads_of(found.presence)[Place("assistent", 1, 32)] == 1
    assert not found.invented


def test_weekdays_do_where_there_are_no_dates_and_excel_too(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Oppgåve", "Rolle", "Uke", "Vekedag", "Start", "Minutt"])
    sheet.append(["Reinhald, avfall og vask av utstyr", "assistent", 1, "måndag", dt.time(8), 15])
    sheet.append(["cleaning", "assistent", 2, "Mandag", "08:00", 5])
    workbook.save(tmp_path / "log.xlsx")
    found = made(Lists(tmp_path / "log.xlsx"))
    assert minutes_of(found, nursing_home()) == {Slot("cleaning", "assistent", 1, 32): 10}
    assert found.presence == ()


def test_every_fault_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    faults = told(
        lists(
            tmp_path,
            "kitchen;assistent;2027-01-18;08:00;-20;1",
            "kjøken;assistent;2027-01-18;08:15;15;1",
            "kitchen;asistent;2027-01-18;08:30;15;1",
            "kitchen;assistent;2027-01-18;09:05;15;1",
            "kitchen;assistent;2027-01-18;23:45;30;1",
            "kitchen;assistent;2027-01-19;08:00;45;1",
            "laundry;assistent;2027-01-19;08:30;15;1",
            "kitchen;assistent;;08:30;15;1",
        )
    )
    assert len(faults) == 7
    assert "log.csv, line 2, column 5 (Minutter): found -20" in faults[0]
    assert "Maybe the sign is a slip and 20 is meant" in faults[0]
    assert "one of: kitchen, ordering" in faults[1]
    assert "'assistent' is meant" in faults[2]
    assert "Maybe 09:00 is meant" in faults[3]
    assert "over midnight" in faults[4]
    assert "line 9, column 3 (Dato): found an empty cell" in faults[5]
    assert "begins" not in faults[6]
    assert "line 8, column 4 (Klokkeslett)" in faults[6]
    assert "see log.csv, line 7" in faults[6]


def test_faults_of_log_and_delegations_come_together(tmp_path: Path) -> None:
    found = Lists(
        log=written(tmp_path, "log.csv", HEADS, "kitchen;assistent;2027-01-18;08:00;0;1"),
        delegations=written(
            tmp_path,
            "d.csv",
            "Person;Oppgave;Beboere;Gjelder til;Signert av;Signert dato",
            "n99;medication_round;;2027-12-31;Leder;2027-01-01",
            "n12;medication_round;Kari;2026-12-31;Leder;2027-01-01",
        ),
    )
    faults = told(found)
    assert len(faults) == 4
    assert "d.csv, line 2, column 1 (Person): found unknown person 'n99'" in faults[1]
    assert "write the residents' numbers, never names" in faults[2]
    assert "the two dates have changed places" in faults[3]


def test_a_task_that_nobody_may_do_and_a_useless_delegation_are_refused(tmp_path: Path) -> None:
    own = written(
        tmp_path,
        "own.toml",
        'format = "helseturnus.task_catalogue"\nversion = 1',
        '[[groups]]\nid = "assistent"\nname = { nb = "Assistent" }\nbrings = ["assistent"]',
        '[[tasks]]\nid = "dental"\nname = { nb = "Tannstell" }',
        'minimum = [{ all_of = ["tannlege"] }]',
        '[[tasks]]\nid = "tidy"\nname = { nb = "Rydding" }',
        'minimum = [{ all_of = ["assistent"] }]',
    )
    known = read_catalogue(own)
    log = written(tmp_path, "log.csv", HEADS, "Tannstell;assistent;2027-01-18;08:00;15;1")
    given = written(
        tmp_path,
        "d.csv",
        "Person;Oppgave;Gjelder til;Signert av;Signert dato",
        "n12;tidy;2027-12-31;Leder;2027-01-01",
    )
    with pytest.raises(BadInput) as caught:
        read_lists(Lists(log, delegations=given), known, nursing_home(), UNIT)
    nobody, useless = map(str, caught.value.faults)
    assert "'dental' asks for tannlege, and nobody has it" in nobody
    assert "a task that asks for a delegation" in useless


@pytest.mark.parametrize(
    ("heads", "told_so"),
    [
        ("Oppgave;Gruppe;Dato;Klokkeslett", "needed a heading 'Minutter'"),
        (f"{HEADS};Merknader", "an unknown heading 'Merknader'"),
        (f"{HEADS};Skjema", "'Skjema' a second time"),
    ],
)
def test_headings_that_are_wrong_are_told(heads: str, told_so: str, tmp_path: Path) -> None:
    (fault,) = told(lists(tmp_path, heads=heads))
    assert told_so in fault


def test_a_list_without_rows_is_no_log(tmp_path: Path) -> None:
    assert "no rows under the headings" in told(lists(tmp_path))[0]


def test_the_invented_log_says_so_and_comes_from_its_seed() -> None:
    path = task_file("nursing_home", "log")
    assert path.read_text("utf-8") == task_logs.text()
    known = draft()
    log = read_log(path, known.tasks, known.groups)
    assert log.invented
    assert book().invented
    total = sum(entry.minutes for entry in log.entries)
    weekly = sum(minutes_of(book(), nursing_home()).values())
    assert weekly * 2 == total


def test_a_book_is_the_same_when_it_is_read_again() -> None:
    text = json_text(book())
    assert validated(TaskBook, parse(text.encode(), "tasks.json")) == book()
