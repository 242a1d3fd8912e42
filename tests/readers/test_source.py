"""Files that are missing, unreadable or of another kind than their name says."""

import zipfile
from pathlib import Path

import pytest

from rostering.readers import read_problem, read_roster
from tests.readers.spoilt import only_fault


@pytest.mark.parametrize("read", [read_problem, read_roster])
def test_a_path_that_leads_nowhere_is_a_fault(read: object, tmp_path: Path) -> None:
    assert callable(read)
    assert only_fault(lambda: read(tmp_path / "none.json")).found == "no such file"
    assert only_fault(lambda: read(str(tmp_path))).found == "a folder"
    assert only_fault(lambda: read("a\x00b.json")).where == "a?b.json"
    assert only_fault(lambda: read(tmp_path / ("x" * 300))).found


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    import os

    path = tmp_path / "ward.json"
    os.mkfifo(path)
    assert "no file" in only_fault(lambda: read_problem(path)).found


KINDS = [
    ("old xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".xls"),
    (
        "password",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    ("renamed csv", b"id;navn\n1;Kari\n", "plain text"),
    ("json", b'{"format": "helseturnus.problem"}', "JSON text"),
    ("empty", b"", "an empty file"),
    ("noise", bytes(range(256)), "broken file"),
    ("cut zip", b"PK\x03\x04 and no more", "broken workbook"),
]


@pytest.mark.parametrize(
    ("data", "found"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS]
)
def test_what_is_called_xlsx_without_being_one_is_told_apart(
    data: bytes, found: str, tmp_path: Path
) -> None:
    path = tmp_path / "ward.xlsx"
    path.write_bytes(data)
    fault = only_fault(lambda: read_problem(path))
    assert found in fault.found
    assert fault.maybe


@pytest.mark.parametrize(
    ("part", "found"),
    [("word/document.xml", "a Word file"), ("content.xml", "OpenDocument"), ("a", "another kind")],
)
def test_another_kind_of_archive_is_told_apart(part: str, found: str, tmp_path: Path) -> None:
    path = tmp_path / "ward.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert found in only_fault(lambda: read_problem(path)).found
