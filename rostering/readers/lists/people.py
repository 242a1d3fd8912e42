"""Which person of the ward a row of a list speaks of: by id or exact name, never by likeness."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from rostering.domain.people import Person
from rostering.readers import guesses
from rostering.readers.lists.mapping import NEW, Mapping
from rostering.readers.lists.page import Entry
from rostering.readers.workbook.cells import text

LIKE = 0.8
_OWN_IDS = "the list has ids of its own: name that column under ignore in a mapping"


@dataclass(frozen=True)
class Named:
    """A person as a row names him or her; ``known`` when the ward has the person already."""

    id: str
    name: str
    known: bool


class People:
    """The people of a ward, and the answers that a mapping gives about written names."""

    def __init__(self, people: Iterable[Person], mapping: Mapping) -> None:
        self._names = {person.id: person.name for person in people}
        self._answers = mapping.people
        self._new: dict[str, str] = {}

    def find(self, entry: Entry, *, may_be_new: bool) -> Named | None:
        """Return the row's person; None after noting a fault.

        A name that is not exactly the ward's is asked for: the fault says how the mapping
        answers.
        """
        given, name = entry.read("id", text) or "", written_name(entry)
        if not given and name in self._names:
            given, name = name, ""  # the column holds ids
        if given or name:
            answer = self._answers.get(name) or self._answers.get(given)
            if answer and answer != NEW:
                return self._answered(entry, answer, given, name)
            return self._found(entry, given, name, new_ok=may_be_new, is_new=answer == NEW)
        if not any(fault.where == entry.place("id") for fault in entry.page.faults):
            field = "id" if "id" in entry.page.columns else "name"
            entry.refuse(field, "an empty cell", "the person", "the row is only half filled in")
        return None

    def _found(
        self, entry: Entry, given: str, name: str, *, new_ok: bool, is_new: bool
    ) -> Named | None:
        if not given and not is_new:
            return self._by_name(entry, name, new_ok=new_ok)
        if given in self._names:
            return self._by_id(entry, given, name)
        if not new_ok:
            self._refuse_id(entry, given, name)
            return None
        if not given or not name:
            what = "id" if name else "name"
            guess = "the person is in the ward under another name or id"
            entry.refuse(what, "an empty cell", f"the new person's {what}", guess)
            return None
        return self._fresh(entry, given, name, is_new=is_new)

    def _answered(self, entry: Entry, answer: str, given: str, name: str) -> Named | None:
        if answer not in self._names:
            guess = guesses.spelling(answer, self._names) or "the person has left the ward"
            found = f"{answer!r}, which the mapping gives for {name or given!r}"
            entry.refuse("name" if name else "id", found, "the id of somebody in the ward", guess)
            return None
        if given and given != answer and given in self._names:
            found = f"the id {given}, but the mapping says {answer} for {name!r}"
            entry.refuse("id", found, "the same id twice", "the mapping's answer is out of date")
            return None
        return Named(answer, self._names[answer], known=True)

    def _by_id(self, entry: Entry, given: str, name: str) -> Named | None:
        real = self._names[given]
        if name and plain(name) != plain(real):
            entry.refuse(
                "name" if "name" in entry.page.columns else "",
                f"the name {name!r} for the id {given}",
                f"{real!r}, as the ward has it",
                f"it is the same person: write {_answer(name, given)} in a mapping",
            )
            return None
        return Named(given, name or real, known=True)

    def _by_name(self, entry: Entry, name: str, *, new_ok: bool) -> Named | None:
        same = [number for number, real in self._names.items() if plain(real) == plain(name)]
        if len(same) == 1:
            return Named(same[0], self._names[same[0]], known=True)
        where = "name" if "name" in entry.page.columns else ""
        if same:
            found = f"{name!r}, the name of {len(same)} people ({', '.join(same)})"
            entry.refuse(where, found, "an id", "add a column with the id")
            return None
        like = self._like(name)
        needed = "the id or exact name of somebody in the ward"
        guess = self._asked(name, like) if like else "the person is not in the ward yet"
        if new_ok and not like:
            needed, guess = f"{needed}, or an id for a new person", "add a column with the id"
        entry.refuse(where, f"an unknown name {name!r}", needed, guess)
        return None

    def _refuse_id(self, entry: Entry, given: str, name: str) -> None:
        like = self._like(name) if name else guesses.close(given, self._names)
        guess = self._asked(name or given, like) if like else "the person is not in the ward yet"
        guess = _OWN_IDS if name and plain(self._names.get(like, "")) == plain(name) else guess
        found = f"an unknown id {given!r}" if given else f"{name!r} as a new person"
        where = "id" if given else "name"
        entry.refuse(where, found, "the id of somebody in the ward", guess)

    def _fresh(self, entry: Entry, given: str, name: str, *, is_new: bool) -> Named | None:
        like = self._like(name)
        if like and not is_new:
            found = f"the new id {given} for {name!r}"
            needed = f"the id {like}, or the answer that this is somebody else than"
            guess = f"{_answer(name, like)} or {_answer(name, NEW)} belongs in a mapping"
            if plain(self._names[like]) == plain(name):
                guess = _OWN_IDS
            entry.refuse("id", found, f"{needed} {self._names[like]}", guess)
            return None
        if plain(self._new.setdefault(given, name)) != plain(name):
            found = f"{name!r} with the id of {self._new[given]!r}"
            entry.refuse("id", found, "an id of its own", "a row was copied")
            return None
        return Named(given, name, known=False)

    def _like(self, name: str) -> str:
        """Return the id of the person whose name is most like a written one, or nothing."""
        keys = {number: _key(real) for number, real in self._names.items()}
        found = difflib.get_close_matches(_key(name), keys.values(), 1, LIKE)
        return next((number for number, key in keys.items() if [key] == found), "")

    def _asked(self, name: str, like: str) -> str:
        return f"{self._names[like]} is meant: write {_answer(name, like)} in a mapping"


def written_name(entry: Entry) -> str:
    """Return the name in a row: one cell, or first and last name of two."""
    if "name" in entry.page.columns:
        found = entry.read("name", text) or ""
    else:
        parts = (entry.read("first_name", text), entry.read("last_name", text))
        found = " ".join(part for part in parts if part)
    last, comma, first = found.partition(",")
    return " ".join(f"{first} {last}".split() if comma else found.split())


def plain(name: str) -> str:
    """Return a name with single spaces, which is all that may differ in an exact name."""
    return " ".join(name.split())


def _key(name: str) -> str:
    """Return a name's words in order, so that turned names are alike."""
    return " ".join(sorted(name.casefold().replace(",", " ").replace(".", " ").split()))


def _answer(name: str, meant: str) -> str:
    return f'"{name}" = "{meant}" under [people]'
