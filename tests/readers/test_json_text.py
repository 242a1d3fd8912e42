"""JSON syntax and everything that JSON leaves to chance."""

from pathlib import Path

import pytest

from rostering.readers import read_problem
from tests.readers.spoilt import faults_of, only_fault

SYNTAX = [
    ("trailing comma", b'{\n  "a": 1,\n}', "line 3, column 1", "comma after the last entry"),
    ("no colon", b'{"a" 1}', "line 1, column 6", "just before"),
    ("cut off", b'{"a": [1, 2', "line 1, column 12", "cut off"),
    ("single quotes", b"{'a': 1}", "line 1, column 2", "write double ones"),
    ("two objects", b"{}\n{}", "line 2, column 1", ""),
    ("a csv", b"id;navn\n1;Kari\n", "line 1, column 1", ".csv"),
    ("empty", b"", "", "not saved"),
    ("only spaces", b"  \n ", "", "not saved"),
    ("windows text", b'{"a": "\xe5"}', "line 1", "Windows-1252"),
    ("utf-16", "{}".encode("utf-16"), "line 1", "UTF-16"),
    ("a number", b"12", "", "whole"),
    ("a list", b"[]", "", "whole"),
]


@pytest.mark.parametrize(
    ("text", "place", "guess"), [case[1:] for case in SYNTAX], ids=[case[0] for case in SYNTAX]
)
def test_wrong_json_is_told_with_line_and_column(
    text: bytes, place: str, guess: str, tmp_path: Path
) -> None:
    path = tmp_path / "ward.json"
    path.write_bytes(text)
    fault = only_fault(lambda: read_problem(path))
    assert fault.where == (f"ward.json, {place}" if place else "ward.json")
    assert guess in fault.maybe


VALUES = [
    ("doubled key", b'{"a": {"b": 1, "b": 2}}', "a.b", "a second time"),
    ("NaN", b'{"a": [NaN]}', "a[0]", "NaN"),
    ("infinity", b'{"a": -Infinity}', "a", "-Infinity"),
    ("overflow", b'{"a": 1e999}', "a", "without end"),
    ("huge number", b'{"a": ' + b"9" * 6000 + b"}", "a", "6000 characters"),
    ("16 digits", b'{"a": 9999999999999999}', "a", "15 digits"),
]


@pytest.mark.parametrize(
    ("text", "where", "found"), [case[1:] for case in VALUES], ids=[case[0] for case in VALUES]
)
def test_a_value_that_no_field_can_hold_is_told_with_its_path(
    text: bytes, where: str, found: str, tmp_path: Path
) -> None:
    path = tmp_path / "ward.json"
    path.write_bytes(text)
    fault = only_fault(lambda: read_problem(path))
    assert fault.where == where
    assert found in fault.found


@pytest.mark.parametrize("depth", [30, 900, 200_000])
def test_bottomless_nesting_is_refused(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "ward.json"
    path.write_bytes(b'{"a": ' + b"[" * depth + b"]" * depth + b"}")
    assert "levels" in only_fault(lambda: read_problem(path)).found


def test_several_doubled_keys_are_all_told(tmp_path: Path) -> None:
    path = tmp_path / "ward.json"
    path.write_bytes(b'{"a": 1, "a": 2, "b": [{"c": 1, "c": 1, "c": 2}]}')
    assert [f.where for f in faults_of(lambda: read_problem(path))] == ["a", "b[0].c"]


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    sample = Path(__file__).parent / "released" / "problem_v1.json"
    path = tmp_path / "ward.json"
    path.write_bytes(b"\xef\xbb\xbf" + sample.read_bytes())
    assert read_problem(path) == read_problem(sample)
