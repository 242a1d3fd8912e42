"""Lists as units keep them - staff, wishes, staffing plan - merged into a ward."""

from __future__ import annotations

from rostering.readers.lists.draft import Merged
from rostering.readers.lists.mapping import Mapping, read_mapping
from rostering.readers.lists.plan import read_plan
from rostering.readers.lists.staff import read_staff
from rostering.readers.lists.wishes import read_wishes

__all__ = ["Mapping", "Merged", "read_mapping", "read_plan", "read_staff", "read_wishes"]
