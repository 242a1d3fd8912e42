"""Which day off is which: F1 and F2 of each week, known absence, and the agreed days F3-F5.

F1 is the statutory weekly rest (AML § 10-8 (2)), F2 the other day off of a five-day week.
"""

from __future__ import annotations

from rostering.day_codes.feast import f5_days
from rostering.day_codes.lay import codes_of, day_codes, unplaced
from rostering.day_codes.rest import RestBlock, least_rest, longest_rest, rest_blocks
from rostering.day_codes.written import RULE_ID, written_codes

__all__ = [
    "RULE_ID",
    "RestBlock",
    "codes_of",
    "day_codes",
    "f5_days",
    "least_rest",
    "longest_rest",
    "rest_blocks",
    "unplaced",
    "written_codes",
]
