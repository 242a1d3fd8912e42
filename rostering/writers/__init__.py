"""Problems, rosters and score cards as files; a file is always the old one or the whole new one."""

from __future__ import annotations

from rostering.writers.control_report import (
    control_page,
    write_control_page,
    write_control_workbook,
)
from rostering.writers.ical import calendar_names, calendar_text, write_calendar
from rostering.writers.json_file import json_text, write_json
from rostering.writers.picture import draw_roster
from rostering.writers.roster_book import write_roster_workbook
from rostering.writers.roster_grid import roster_grid
from rostering.writers.schema import schemas, write_schemas
from rostering.writers.ward_book import write_ward_workbook

__all__ = [
    "calendar_names",
    "calendar_text",
    "control_page",
    "draw_roster",
    "json_text",
    "roster_grid",
    "schemas",
    "write_calendar",
    "write_control_page",
    "write_control_workbook",
    "write_json",
    "write_roster_workbook",
    "write_schemas",
    "write_ward_workbook",
]
