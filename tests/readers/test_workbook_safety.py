"""Workbooks made to harm: they are refused before anything is unpacked."""

import zipfile
from pathlib import Path

import pytest

from rostering.errors import BadInput
from rostering.readers import read_problem
from rostering.readers.workbook import safety
from tests.readers.spoilt import only_fault, workbook


def archive(folder: Path, parts: dict[str, bytes]) -> Path:
    path = folder / "ward.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in ("xl/workbook.xml", "[Content_Types].xml"):
            made.writestr(name, parts.get(name, b"<x/>"))
        for name, data in parts.items():
            if name.startswith("xl/worksheets"):
                made.writestr(name, data)
    return path


def test_a_zip_bomb_is_refused_by_its_declared_size(tmp_path: Path) -> None:
    path = archive(tmp_path, {"xl/worksheets/sheet1.xml": b"0" * (safety.MAX_UNPACKED + 1)})
    assert path.stat().st_size < 1_000_000
    fault = only_fault(lambda: read_problem(path))
    assert "unpacks to 200 MB" in fault.found
    assert fault.maybe


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    parts = {f"xl/worksheets/sheet{n}.xml": b"" for n in range(safety.MAX_PARTS)}
    assert "2002 parts" in only_fault(lambda: read_problem(archive(tmp_path, parts))).found


@pytest.mark.parametrize("text", [b"<row/>" * 20_001, b"<c/>" * 500_001])
def test_a_sheet_without_end_is_refused(text: bytes, tmp_path: Path) -> None:
    path = archive(tmp_path, {"xl/worksheets/sheet1.xml": text})
    assert "20000 rows" in only_fault(lambda: read_problem(path)).needed


def test_a_billion_laughs_are_refused(tmp_path: Path) -> None:
    layers = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    text = f'<!DOCTYPE x [<!ENTITY a0 "ha">{layers}]><workbook>&a9;</workbook>'
    path = archive(tmp_path, {"xl/workbook.xml": text.encode()})
    assert "broken workbook" in only_fault(lambda: read_problem(path)).found


def test_a_workbook_whose_parts_are_nonsense_is_broken(tmp_path: Path) -> None:
    assert "broken workbook" in only_fault(lambda: read_problem(archive(tmp_path, {}))).found


@pytest.mark.parametrize("at", range(10, 90, 10))
def test_a_workbook_with_damaged_bytes_is_read_or_refused(at: int, tmp_path: Path) -> None:
    path = workbook(tmp_path, lambda book: None)
    raw = bytearray(path.read_bytes())
    place = len(raw) * at // 100
    raw[place : place + 40] = b"\x00" * 40
    path.write_bytes(raw)
    try:
        places = ["ward.xlsx"] if read_problem(path).people else []
    except BadInput as error:
        places = [fault.where for fault in error.faults]
    assert places == ["ward.xlsx"]
