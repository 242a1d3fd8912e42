"""Faults of a public file, gathered while it is read so that all of them are told at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.readers.json_text import shown
from rostering.readers.source import load
from rostering.readers.validation import limited

RESERVED = ("off", "work", "free", "any", "none", "duties", "minutes", "weekends")
"""Words that the rules read otherwise than as a shift, in small letters."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_LISTED = 12
MOST_FILES = 40
_WHOLE = re.compile(r"^-?\d{1,9}$")
_CODE = re.compile(r"^[^\s,;()]{1,24}$")


class Reading:
    """What is wrong in one file so far; ``name`` is the file's name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []

    def fault(self, place: int | str, found: str, needed: str, maybe: str = "") -> None:
        """Note a fault at a line number, or at a place told in words."""
        where = f"line {place}" if isinstance(place, int) else place
        self.faults.append(
            Fault(f"{self.name}, {where}" if where else self.name, found, needed, maybe)
        )

    def whole(
        self, text: str, place: int | str, what: str, low: int = 0, high: int = 100_000
    ) -> int:
        """Return a whole number between two bounds; the lower one after a fault."""
        if _WHOLE.match(text) and low <= int(text) <= high:
            return int(text)
        found = f"{what} {shown(text)}" if text else f"no {what}"
        self.fault(place, found, f"a whole number from {low} to {high}", guesses.number(text))
        return low

    def known(self, word: str, place: int | str, what: str, names: Collection[str]) -> bool:
        """Return whether a word is one of some names; a fault says which there are."""
        if word in names:
            return True
        listed = ", ".join(list(names)[:MOST_LISTED]) or "none, as there is none"
        found = f"unknown {what} {shown(word)}" if word else f"no {what}"
        self.fault(place, found, f"one of: {listed}", guesses.spelling(word, names))
        return False

    def code(self, word: str, place: int | str, what: str, taken: Collection[str]) -> bool:
        """Return whether a word can be the id of a new thing, such as a shift."""
        if not _CODE.match(word) or not word.isprintable():
            needed = "1 to 24 characters without space, comma, semicolon and round brackets"
            self.fault(place, f"the {what} id {shown(word)}", needed)
        elif word.lower() in RESERVED and what == "shift":
            self.fault(place, f"a shift called {shown(word)}", "another id", _RENAME)
        elif word in taken:
            self.fault(place, f"{what} {shown(word)} a second time", "each id once", _COPIED)
        else:
            return True
        return False

    def cells(self, row: list[str], place: int | str, least: int, form: str) -> bool:
        """Return whether a row has enough cells; ``form`` tells what they are."""
        if len(row) < least:
            self.fault(place, f"{len(row)} of {least} entries", form, "the line was cut off")
        return len(row) >= least

    def finish(self) -> None:
        """Raise ``BadInput`` when anything was wrong."""
        if self.faults:
            raise BadInput(limited(self.faults))


_RENAME = "the shift can be renamed throughout the file: the rules keep that word for themselves"
_COPIED = "a line was copied and its id not changed"


def text_lines(path: Path) -> list[str]:
    """Return the lines of a text file in UTF-8 or plain ASCII.

    Raises
    ------
    BadInput
        When there is no such file, or it is no such text.
    """
    data = load(path)
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02X}, which is not UTF-8"
        guess = "it is another file: public instances are plain text"
        fault = Fault(f"{path.name}, line {line}", found, "text in the encoding UTF-8", guess)
        raise BadInput([fault]) from error


def existing(folder: Path, name: str, like: str) -> Path:
    """Return a file of a folder.

    Parameters
    ----------
    like
        A glob that files of the kind match: those are listed when the one is not there.

    Raises
    ------
    BadInput
        When there is no such folder or file.
    """
    path = folder / name
    if path.is_file():
        return path
    if not folder.is_dir():
        guess = "--dir names the folder above it, or another one"
        raise BadInput([Fault(str(folder), "no such folder", "a folder that exists", guess)])
    there = [entry.name for entry in folder.glob(like)]
    there.sort(key=lambda file: (len(file), file))
    listed = ", ".join(there[:MOST_FILES]) + (", ..." if len(there) > MOST_FILES else "")
    needed = f"one of: {listed}" if there else f"a folder with files like {like}"
    guess = guesses.spelling(name, there) if there else "--dir names another folder"
    raise BadInput([Fault(str(path), "no such file", needed, guess)])


def require_family(family: str, known: Collection[str]) -> None:
    """Raise ``BadInput`` unless a family of instances is known."""
    if family not in known:
        needed = f"one of: {', '.join(known)}"
        guess = guesses.spelling(family, known)
        raise BadInput([Fault("the family", f"unknown family {shown(family)}", needed, guess)])
