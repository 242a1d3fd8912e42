"""Read a rulebook: provisions with value, paragraph, link and the day they came into force."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from pydantic import ValidationError

from rostering.domain.fields import Model
from rostering.domain.problem import AgreementLevel, Problem
from rostering.errors import BadInput, Fault


class Authority(StrEnum):
    """Who stands behind a rulebook; local values are defaults that a unit may change."""

    LAW = "law"
    AGREEMENT = "agreement"
    LOCAL = "local"


class Who(StrEnum):
    """Whom a provision binds: everybody, or people under 18 on top of that (AML chapter 11)."""

    EVERYONE = "everyone"
    MINOR = "minor"


class Provision(Model):
    """One value of one rule. ``levels`` maps agreement levels to the value that holds there.

    The paragraph ``local`` is told in the reader's language; ``note`` is for the docs. What binds
    minors alone is opened by no agreement and has level L0 only. A ``named`` one is opened by the
    values that an agreement names alone; its levels say how far.
    """

    rule: str
    value: str
    levels: dict[AgreementLevel, Any]
    valid_from: date
    paragraph: str = ""
    note: str = ""
    link: str = ""
    status: str = ""
    named: bool = False
    who: Who = Who.EVERYONE


class Rulebook(Model):
    """A named set of provisions under one authority."""

    id: str
    name: str
    authority: Authority
    provisions: tuple[Provision, ...] = ()

    def in_force(
        self, rule: str, value: str, day: date, who: Who = Who.EVERYONE
    ) -> Provision | None:
        """Return the newest provision for a rule's value on a day, of those for ``who``."""
        held = [
            p
            for p in self.provisions
            if (p.rule, p.value, p.who) == (rule, value, who) and p.valid_from <= day
        ]
        return max(held, key=lambda p: p.valid_from, default=None)


@lru_cache(maxsize=32)
def shipped(name: str) -> Rulebook:
    """Return a rulebook that ships with the engine.

    Raises
    ------
    BadInput
        When there is no such rulebook.
    """
    folder = resources.files("rostering.rulebooks")
    file = folder / f"{name}.toml"
    known = sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml"))
    if name not in known:
        raise BadInput(
            [Fault("rulebooks", f"unknown rulebook {name!r}", f"one of: {', '.join(known)}")]
        )
    return Rulebook.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def books_of(problem: Problem) -> tuple[Rulebook, ...]:
    """Return the rulebooks that a problem names, in order."""
    return tuple(shipped(name) for name in problem.rulebooks)


def as_text(books: tuple[Rulebook, ...]) -> dict[str, Any]:
    """Return rulebooks as plain data, to be stored in a roster."""
    return {"books": [book.model_dump(mode="json", exclude_defaults=True) for book in books]}


def from_text(stored: dict[str, Any]) -> tuple[Rulebook, ...]:
    """Return the rulebooks that a roster was made under.

    Raises
    ------
    BadInput
        When they cannot be read.
    """
    try:
        books = tuple(Rulebook.model_validate(book) for book in stored["books"])
    except (ValidationError, KeyError, TypeError) as error:
        raise BadInput(
            [Fault("rulebook", "a damaged rulebook", "the rulebook as the engine wrote it")]
        ) from error
    if not books:
        raise BadInput([Fault("rulebook.books", "nothing", "at least one rulebook")])
    return books
