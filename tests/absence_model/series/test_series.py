"""Reading the shipped layouts and our own: recognised by columns, every fault with its row."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from absence_model.calendars import calendar_of
from absence_model.series import Panel, read_series
from absence_model.series.influenza import read_influenza
from absence_model.table.reading import read_table
from rostering.errors import BadInput

NHS = """winter,date,region,trust,name,absent_covid,absent_total
2023-24,2023-12-01,North,AAA,Invented Trust,1,20
2023-24,2023-12-02,North,AAA,Invented Trust,1,0
2024-25,2024-12-01,North,AAA,Invented Trust,1,25
"""
HOME = """PROVNUM,PROVNAME,STATE,WorkDate,MDScensus,Hrs_RN,Hrs_RN_emp,Hrs_RN_ctr,\
Hrs_CNA_emp,Hrs_CNA_ctr
1,HOME,NY,20230101,10,12,10.5,1.5,20,
1,HOME,NY,20230102,10,12,8,2,21,3
"""
OWN = """unit,date,group,planned,absent,kind
North,2027-01-04,nurse,10,1,self_certified
North,2027-01-04,nurse,10,2,sick_child
North,2027-01-04,assistant,5,0,self_certified
North,2027-01-05,nurse,4,3,self_certified
"""


def write(folder: Path, text: str, name: str = "data.csv") -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["data.csv", "data.csv.gz"])
def test_the_nhs_table(tmp_path: Path, name: str) -> None:
    frame, info = read_series(write(tmp_path, NHS, name))
    assert [str(day.date()) for day in frame["date"]] == ["2023-12-02", "2024-12-01"]
    assert info.cleaned == {"not_returned": 1, "date_moved": 2}
    assert (info.kind, info.country, info.measure) == ("nhs", "GB", "heads")


def test_the_nursing_home_table_sums_the_hours_of_one_kind_of_staff(tmp_path: Path) -> None:
    path = write(tmp_path, HOME)
    assert list(read_series(path)[0]["absent"]) == [30.5, 29.0]
    frame, info = read_series(path, series="contract")
    assert list(frame["absent"]) == [1.5, 5.0]
    assert (info.meaning, info.subdivision) == ("worked", "NY")


def test_our_own_table_sums_kinds_and_groups(tmp_path: Path) -> None:
    closed = "North,2027-01-06,nurse,0,0,self_certified\n"
    frame, info = read_series(write(tmp_path, OWN + closed))
    assert frame[["planned", "absent"]].to_numpy().tolist() == [[15.0, 3.0], [4.0, 3.0]]
    assert info.cleaned == {"nobody_planned": 1}


def test_a_table_is_read_as_the_import_reads_it(tmp_path: Path) -> None:
    words = OWN.replace(
        "unit,date,group,planned,absent,kind", "Enhet,Dato,Gruppe,Planlagt,Borte,Type"
    )
    norwegian = words.replace("sick_child", "sykt barn").replace("2027-01-05", "05.01.2027")
    pd.testing.assert_frame_equal(
        read_series(write(tmp_path, norwegian.replace(",", ";")))[0],
        read_series(write(tmp_path, OWN))[0],
    )
    people = "Ansattnr;Enhet;Dato;Type\n1;North;2027-01-05;egenmelding\n"
    with pytest.raises(BadInput, match="turnus absence import"):
        read_series(write(tmp_path, people))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("2027-01-05", "5.1.27", "data.csv, line 5, column 2 (date)"),
        ("nurse,10,2", "nurse,11,2", "data.csv, line 3, column 4 (planned)"),
        ("4,3,self", "4,x,self", "data.csv, line 5, column 5 (absent)"),
        ("4,3,self", "4,5,self", "data.csv, line 5, column 5 (absent)"),
        ("2,sick_child", "2,self_certified", "data.csv, line 3, column 2 (date)"),
    ],
)
def test_faults_name_the_row(tmp_path: Path, old: str, new: str, where: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_series(write(tmp_path, OWN.replace(old, new)))
    assert [fault.where for fault in caught.value.faults] == [where]


def test_other_columns_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_series(write(tmp_path, OWN.replace("unit,date", "unit,farge")))
    assert [fault.where for fault in caught.value.faults] == ["data.csv, column 2", "data.csv"]


def test_a_damaged_file_is_one_clear_fault(tmp_path: Path) -> None:
    path = write(tmp_path, NHS, "data.csv.gz")
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(BadInput, match="a damaged gzip file"):
        read_series(path)


def test_a_panel_has_every_day_and_gaps_stay_unknown(tmp_path: Path) -> None:
    frame, _ = read_series(write(tmp_path, NHS))
    panel = Panel.of(frame)
    assert len(panel.days) == (date(2024, 12, 1) - date(2023, 12, 2)).days + 1
    assert np.isnan(panel.absent).sum() == len(panel.days) - 2
    assert len(panel.frame()) == 2


def test_the_calendar_knows_holidays_and_bridge_days() -> None:
    days = np.arange("2027-05-05", "2027-05-08", dtype="datetime64[D]")
    told = calendar_of(days, "NO")  # 6 May 2027 is Ascension Day, a Thursday
    assert told.before_holiday.tolist() == [1, 0, 0]
    assert told.holiday.tolist() == [0, 1, 0]
    assert told.bridge.tolist() == [0, 0, 1]


def test_influenza_is_known_only_once_it_is_published(tmp_path: Path) -> None:
    text = (
        "survtype,countryname,yearweek,indicator,age,value\n"
        "x,Norway,2026-W01,ILIconsultationrate,total,10\n"
        "x,Norway,2026-W02,ILIconsultationrate,total,20\n"
    )
    days = np.array(["2026-01-10", "2026-01-11", "2026-01-18"], "datetime64[D]")
    known = read_influenza(write(tmp_path, text), "NO", days)
    assert np.isnan(known[0])
    assert known[1:] == pytest.approx(np.log1p([10, 20]))


def test_influenza_that_is_old_or_of_other_years_says_nothing(tmp_path: Path) -> None:
    head = "survtype,countryname,yearweek,indicator,age,value\n"
    row = "x,Norway,2026-W01,ILIconsultationrate,total,10\n"
    path = write(tmp_path, head + row)
    days = np.array(["2026-01-11", "2026-02-15", "2026-02-16"], "datetime64[D]")
    assert np.isnan(read_influenza(path, "NO", days)).tolist() == [False, False, True]
    with pytest.raises(BadInput, match="2026-W01"):
        read_influenza(path, "NO", days + 400)
    for wrong in (
        row.replace("W01", "W99"),
        row.replace("10", "much"),
        row.replace("total", "0-4"),
    ):
        with pytest.raises(BadInput):
            read_influenza(write(tmp_path, head + wrong), "NO", days)


BOMB = b"\0" * 40_000_000


@pytest.mark.parametrize(
    "packed", [gzip.compress(BOMB, 1), b"x" * 3_000_000], ids=["bomb", "large"]
)
def test_a_bomb_or_a_giant_ends_in_one_clear_fault(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("absence_model.table.unpacking.MOST_MB", 2)
    path = tmp_path / "data.csv.gz"
    path.write_bytes(packed)
    for read in (read_series, read_table, lambda one: read_influenza(one, "NO", np.array([]))):
        with pytest.raises(BadInput) as refused:
            read(path)
        ((found, needed),) = ((one.found, one.needed) for one in refused.value.faults)
        assert needed == "at most 2 MB unpacked"
        assert "large" in found or "unpacked" in found


def test_a_workbook_of_nothing_but_packing_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for number in range(4):
            book.writestr(f"xl/worksheets/sheet{number}.xml", b"<" * 30_000_000)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BadInput, match="at most 96 MB unpacked"):
        read_table(path)
