"""Dates from the command line."""

from __future__ import annotations

from datetime import date

from rostering.errors import BadInput, Fault


def read_day(text: str, where: str) -> date:
    """Return a date written as YYYY-MM-DD.

    Raises
    ------
    BadInput
        When it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        parts = text.replace("/", ".").split(".")
        guess = "-".join(reversed(parts)) if len(parts) == 3 else ""
        maybe = f"{guess} is meant" if guess else ""
        raise BadInput([Fault(where, repr(text), "a date as YYYY-MM-DD", maybe)]) from error
