"""Statements about literals as sums over columns between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic

from rostering.model.literals import Literals
from rostering.model.programme import Programme, Source
from rostering.model.record import AnyOf, Definition, Reaches
from rostering.verbs import Literal


class Relaxed(Generic[Source]):
    """A programme with a column for each literal that is spoken of; ``source`` says next."""

    def __init__(self, source: Source) -> None:
        self.rows: Programme[Source] = Programme()
        self.columns: dict[Literal, int] = {}
        self.literals: Literals
        self.source = source

    def column(self, literal: Literal) -> int:
        """Return the column of a positive literal, made when first asked for."""
        if literal not in self.columns:
            self.columns[literal] = self.rows.column()
        return self.columns[literal]

    def sum(self, weighted: Iterable[tuple[int, Literal]]) -> tuple[dict[int, int], int]:
        """Return coefficients by column, and a constant, of a weighted sum of literals."""
        coefficients, constant = self.literals.linear(weighted)
        return {self.column(one): c for one, c in coefficients.items()}, constant

    def at_least(self, weighted: Iterable[tuple[int, Literal]], bound: int) -> None:
        """Say that a sum is at or above a bound."""
        terms, constant = self.sum(weighted)
        self.rows.at_least(terms, bound - constant, self.source)

    def at_most(self, weighted: Iterable[tuple[int, Literal]], bound: int) -> None:
        """Say that a sum is at or under a bound."""
        self.at_least([(-weight, literal) for weight, literal in weighted], -bound)

    def defined(self, literal: Literal, meaning: Definition) -> None:
        """Say what a derived literal means, as far as sums can."""
        if isinstance(meaning, AnyOf):
            parts = [(1, part) for part in meaning.parts]
            for part in parts:
                self.at_least([(1, literal), (-1, part[1])], 0)
            self.at_most([(1, literal), *((-1, part) for _, part in parts)], 0)
        elif isinstance(meaning, Reaches):
            least = sum(c for c, _ in meaning.terms if c < 0)
            most = sum(c for c, _ in meaning.terms if c > 0)
            self.at_least([*meaning.terms, (least - meaning.bound, literal)], least)
            self.at_most([*meaning.terms, (meaning.bound - 1 - most, literal)], meaning.bound - 1)
