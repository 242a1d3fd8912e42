"""The nursing home with its invented log, as a task book."""

from functools import lru_cache
from pathlib import Path

from fixtures import ward
from fixtures.task_files import task_file
from rostering.domain.problem import Problem
from tasksharing.catalogue import draft
from tasksharing.domain.book import TaskBook
from tasksharing.log import Lists, read_lists

UNIT = "solbakken-2"


@lru_cache
def nursing_home() -> Problem:
    return ward("nursing_home")


@lru_cache
def book() -> TaskBook:
    files = [task_file("nursing_home", what) for what in ("log", "approvals", "delegations")]
    return read_lists(Lists(*files, name="tasks:nursing_home"), draft(), nursing_home(), UNIT)


def written(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
