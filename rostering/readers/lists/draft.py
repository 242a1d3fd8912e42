"""A ward with a list merged into it: plain data until it is validated as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rostering.domain.problem import PROBLEM_FORMAT, PROBLEM_VERSION, Problem
from rostering.readers import problem_from_data
from rostering.readers.lists.page import Page
from rostering.readers.workbook.book import Book


@dataclass(frozen=True)
class Merged:
    """A ward with a list in it, and what became of each thing in the two.

    Attributes
    ----------
    problem
        The ward as it is now.
    added, changed, unchanged
        What the list brought, as people know it.
    replaced
        What the ward had and no longer has.
    kept
        What the ward has and the list does not name; it stays.
    left
        Columns and rows of the list that were not read.
    """

    problem: Problem
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Draft(Book):
    """The data of a ward, and the place in a list of what came from it."""

    def __init__(self, problem: Problem, page: Page) -> None:
        super().__init__(page.table.file)
        self.page = page
        data: dict[str, Any] = problem.model_dump(mode="json", exclude_defaults=True)
        self.data = {"format": PROBLEM_FORMAT, "version": PROBLEM_VERSION} | data

    def entries(self, key: str) -> list[dict[str, Any]]:
        """Return a list of the problem, to be filled."""
        found: list[dict[str, Any]] = self.data.setdefault(key, [])
        return found

    def locate(self, path: str) -> str:
        """Return the place in the list of a path, or the path in the ward it was merged into."""
        found = super().locate(path)
        return f"the ward, {path}" if found == f"the workbook {self.name}" else found

    def finished(self) -> Problem:
        """Return the ward, validated as a whole.

        Raises
        ------
        BadInput
            With the faults of cells, or else those of the ward that the list would make.
        """
        self.page.require_whole()
        return problem_from_data(self.data, self.locate)
