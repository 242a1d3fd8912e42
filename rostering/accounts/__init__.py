"""Six accounts a person: hours, time off, F4, vacation, extra time and overtime, part by part."""

from __future__ import annotations

from rostering.accounts.model import ACCOUNTS, AccountLine, AccountName, AccountPart
from rostering.accounts.present import covered, present
from rostering.accounts.statement import carried, lines_of, statement

__all__ = [
    "ACCOUNTS",
    "AccountLine",
    "AccountName",
    "AccountPart",
    "carried",
    "covered",
    "lines_of",
    "present",
    "statement",
]
