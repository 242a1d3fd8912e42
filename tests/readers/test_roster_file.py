"""Rosters out of files."""

import json
from pathlib import Path
from typing import Any

import pytest

from rostering.readers import read_roster
from tests.readers.spoilt import only_fault, workbook

SAMPLE = Path(__file__).parent / "released" / "roster_v1.json"


def spoilt(folder: Path, **changes: object) -> Path:
    data: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8")) | changes
    path = folder / "roster.json"
    path.write_text(json.dumps(data), "utf-8")
    return path


DUTY = {"person": "p1", "date": "2027-03-01", "shift": "D", "unit": "a"}


@pytest.mark.parametrize(
    ("changes", "where", "found"),
    [
        ({"assignments": [DUTY, DUTY]}, "assignments[1]", "a second time"),
        ({"assignments": [DUTY | {"date": "2027-03-08"}]}, "assignments[0].date", "outside"),
        ({"assignments": [DUTY | {"shift": "D 1"}]}, "assignments[0].shift", '"D 1"'),
        ({"assignments": [{"person": "p1"}]}, None, "nothing"),
        ({"days": 10**9}, "days", "1000000000"),
        ({"version": 9}, "version", "newer turnus"),
        ({"evidence": 3}, "evidence", "3"),
    ],
)
def test_a_wrong_roster_is_told_with_its_path(
    changes: dict[str, object], where: str | None, found: str, tmp_path: Path
) -> None:
    path = spoilt(tmp_path, **changes)
    if where is None:
        with pytest.raises(Exception, match="nothing"):
            read_roster(path)
        return
    fault = only_fault(lambda: read_roster(path))
    assert fault.where == where
    assert found in fault.found


def test_a_workbook_is_no_roster_file(tmp_path: Path) -> None:
    path = workbook(tmp_path, lambda book: None)
    assert only_fault(lambda: read_roster(path)).found == "an Excel workbook"
