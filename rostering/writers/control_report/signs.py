"""The short signs of the report's cells: F1, FE, AV, and FR for any absence that is private."""

from __future__ import annotations

from rostering.domain.roster import DayCode
from rostering.report.marks import Mark
from rostering.writers.palette import DAY_CODE

SIGN = {mark: "FR" if mark is Mark.ABSENCE else DAY_CODE[DayCode(mark.value)] for mark in Mark}
