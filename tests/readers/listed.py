"""Lists as text or Excel files, merged into the small ward."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

from rostering.domain.problem import Problem
from rostering.errors import BadInput, Fault
from rostering.readers import problem_from_data
from tests.readers.small_ward import small


def ward(**more: Any) -> Problem:  # noqa: ANN401 - whatever a field holds
    return problem_from_data(small() | more)


def csv(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def excel(folder: Path, *rows: list[Any], title: str = "Ark1") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    path = folder / "list.xlsx"
    book.save(path)
    return path


def faults(read: Any, *arguments: Any, **more: Any) -> tuple[Fault, ...]:  # noqa: ANN401
    try:
        read(*arguments, **more)
    except BadInput as error:
        return error.faults
    raise AssertionError("the list was read, though it is wrong")


def only(read: Any, *arguments: Any, **more: Any) -> Fault:  # noqa: ANN401
    found = faults(read, *arguments, **more)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]
