"""The table of counts: what is read, and every fault with its row and column."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from absence_model.table import unpacking
from absence_model.table.reading import read_table
from absence_model.table.words import COLUMNS
from absence_model.table.writing import write_table
from rostering.errors import BadInput

HEAD = "unit,date,group,planned,absent,kind\n"


def written(folder: Path, text: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def faults(path: Path, **given: object) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        read_table(path, **given)  # type: ignore[arg-type]
    return [(fault.where, fault.found) for fault in refused.value.faults]


def test_norwegian_words_and_numbers_become_the_table(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Enhet;Dato;Gruppe;Planlagt;Fravær;Type\n"
        "Solbakken;02.01.2026;pleie;12,5;1,5;Egenmelding\n"
        "Solbakken;01.01.2026;pleie;12;0;sykt barn\n",
    )
    found = read_table(path)
    assert tuple(found.table.columns) == COLUMNS
    assert found.table["date"].dt.strftime("%d").tolist() == ["01", "02"]
    assert found.table["planned"].tolist() == [12.0, 12.5]
    assert found.table["kind"].tolist() == ["sick_child", "self_certified"]


def test_a_written_table_reads_as_it_was(tmp_path: Path) -> None:
    text = (
        HEAD + "A-tun,2026-01-01,all,12.25,1.5,other_short\nA-tun,2026-01-02,all,3,0,sick_child\n"
    )
    found = read_table(written(tmp_path, text))
    write_table(found.table, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8") == text
    packed = tmp_path / "out.csv.gz"
    packed.write_bytes(gzip.compress(text.encode()))
    assert read_table(packed).table.equals(found.table)


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        ("Tunet,2026-02-30,all,12,1,sick_child", 2, "'2026-02-30'"),
        ("Tunet,01.02.26,all,12,1,sick_child", 2, "'01.02.26'"),
        ("Tunet,2026-02-01,all,,1,sick_child", 4, "nothing"),
        ("Tunet,2026-02-01,all,12,-1,sick_child", 5, "'-1'"),
        ("Tunet,2026-02-01,all,12,one,sick_child", 5, "text"),
        ("Tunet,2026-02-01,all,12,13,sick_child", 5, "13 absent of 12 planned"),
        ("Tunet,2026-02-01,all,12,1,ferie", 6, "a kind that is not known"),
        ("Tunet,2026-02-01,all,12,1,J06.9", 6, "what looks like a diagnosis code"),
        ("01019012345,2026-02-01,all,12,1,sick_child", 1, "what looks like an identity number"),
        ("Kari Moe,2026-02-01,all,12,1,sick_child", 1, "what looks like a person's name"),
        (",2026-02-01,all,12,1,sick_child", 1, "nothing"),
        ("Tunet,2026-01-01,all,12,1,sick_child", 2, "a second row for the same"),
        ("Tunet,2026-01-01,all,11,1,other_short", 4, "'11', another number than above"),
    ],
)
def test_each_fault_is_told_with_its_row_and_column(
    tmp_path: Path, row: str, column: int, found: str
) -> None:
    first = "Tunet,2026-01-01,all,12,0,sick_child\n"
    told = faults(written(tmp_path, HEAD + first + row + "\n"))
    assert len(told) == 1
    assert told[0][0].startswith(f"table.csv, line 3, column {column} (")
    assert told[0][1].startswith(found)


def test_all_faults_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    rows = "".join(f"Tunet,x,all,12,{-n},sick_child\n" for n in range(1, 4))
    assert [where.split(" (")[0] for where, _ in faults(written(tmp_path, HEAD + rows))] == [
        f"table.csv, line {line}, column {column}" for line in (2, 3, 4) for column in (2, 5)
    ]


def test_gaps_are_stated_and_not_refused(tmp_path: Path) -> None:
    days = ("2026-01-01", "2026-01-02", "2026-01-05", "2026-01-09")
    rows = "".join(f"Tunet,{day},all,12,0,sick_child\n" for day in days)
    found = read_table(written(tmp_path, HEAD + rows)).report.gaps
    assert [(gap.first, gap.days) for gap in found] == [
        (date(2026, 1, 3), 2),
        (date(2026, 1, 6), 3),
    ]


@pytest.mark.parametrize("heading", ["Diagnose", "ICPC-2 kode", "Kommentar", "Fødselsnr", "Kjønn"])
def test_columns_that_are_not_needed_are_refused_even_when_they_are_ignored(
    tmp_path: Path, heading: str
) -> None:
    text = HEAD.strip() + f",{heading}\nTunet,2026-01-01,all,12,0,sick_child,secret\n"
    told = faults(written(tmp_path, text), ignored=(heading,))
    assert [where for where, _ in told] == ["table.csv, column 7"]


def test_an_unknown_column_may_be_ignored(tmp_path: Path) -> None:
    text = HEAD.strip() + ",Farge\nTunet,2026-01-01,all,12,0,sick_child,blå\n"
    path = written(tmp_path, text)
    assert faults(path) == [("table.csv, column 7", "an unknown heading")]
    assert len(read_table(path, ignored=("farge",)).table) == 1


def test_a_workbook_is_read_and_its_cells_are_named(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["about this file"])
    sheet = book.create_sheet("Fravær")
    sheet.append(["Fravær i kommunen"])
    sheet.append(["Enhet", "Dato", "Gruppe", "Planlagt", "Fravær", "Type"])
    sheet.append(["Tunet", date(2026, 1, 1), "alle", 12, 1.5, "egenmelding"])
    book.save(tmp_path / "good.xlsx")
    assert read_table(tmp_path / "good.xlsx").table["absent"].tolist() == [1.5]
    sheet.append(["Tunet", date(2026, 1, 2), "alle", 12, -2, "egenmelding"])
    book.save(tmp_path / "bad.xlsx")
    assert faults(tmp_path / "bad.xlsx") == [("sheet 2, cell E4 (Fravær)", "'-2'")]


def test_a_sheets_name_is_never_told(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Kari Nordmann"
    book.worksheets[0].append(["Enhet", "Dato"])
    book.save(tmp_path / "a.xlsx")
    for sheet in ("", "other"):
        assert "Kari" not in str(faults(tmp_path / "a.xlsx", sheet=sheet))
    again = book.create_sheet("Ola")
    again.append(["Enhet", "Dato"])
    book.save(tmp_path / "a.xlsx")
    ((_, found),) = faults(tmp_path / "a.xlsx")
    assert found == "several sheets with such a table: number 1, 2"


def test_a_sent_file_may_not_unpack_to_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_SENT_MB", 1)
    with pytest.raises(BadInput, match="too much once unpacked"):
        read_table(unpacking.Held("fil", gzip.compress(HEAD.encode() + b" " * 2_000_000)))


DEFLATED = gzip.compress(b"unit,date" * 500, mtime=0)  # the clock would name the test
DAMAGED = DEFLATED[:14] + b"\xff" * 9 + DEFLATED[23:]


@pytest.mark.parametrize(
    "data",
    [DAMAGED, b"", b"PK\x03\x04broken", b"\x1f\x8bbroken", b"a\x00b", b'"x\n'],
    ids=["damaged", "empty", "no_workbook", "no_gzip", "zero_byte", "open_quote"],
)
def test_damaged_files_are_told_and_leave_no_traceback(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.csv"
    path.write_bytes(data)
    assert len(faults(path)) == 1


def test_a_table_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "Tunet,2026-01-01,all,12,0,sick_child\n")
    table = read_table(path).table
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput):
        write_table(table, tmp_path / "folder")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "table.csv"]
