"""One table read by its layout."""

from __future__ import annotations

from rostering.readers.existing.by_dates import read_dates
from rostering.readers.existing.by_list import read_list
from rostering.readers.existing.by_weeks import read_weeks
from rostering.readers.existing.found import Found
from rostering.readers.existing.layouts import Layout
from rostering.readers.existing.mapping import Mapping
from rostering.readers.existing.table import Table

READERS = {Layout.DATES: read_dates, Layout.WEEKS: read_weeks, Layout.LIST: read_list}


def read_table(table: Table, mapping: Mapping) -> Found:
    """Return what a roster's table says, by the layout of the mapping (not a matrix)."""
    return READERS[mapping.layout](table, mapping)
