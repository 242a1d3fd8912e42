"""A frozen model out of a JSON file, or every fault of it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from rostering.domain.problem import Problem
from rostering.readers.json_text import parse
from rostering.readers.source import load
from rostering.readers.validation import validated
from tasksharing.domain.book import BOOK_FORMAT, TaskBook
from tasksharing.domain.consistency import require_fit
from tasksharing.files.envelope import of_file, require_format

M = TypeVar("M", bound=BaseModel)


def read_json(model: type[M], path: Path, wanted: str) -> M:
    """Return the model in a JSON file of the wanted format.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    data = parse(load(path), path.name)
    require_format(data, wanted, path.name)
    with of_file(path.name):
        return validated(model, data)


def read_book(path: Path, problem: Problem) -> TaskBook:
    """Return the task book in a JSON file, checked beside its ward.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    book = read_json(TaskBook, path, BOOK_FORMAT)
    require_fit(book, problem)
    return book
