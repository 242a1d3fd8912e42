"""The bill of a roster: what its duties cost beyond monthly pay, line by line in øre."""

from __future__ import annotations

from rostering.bill.bill import bill
from rostering.bill.difference import difference
from rostering.bill.models import Bill, BillDifference

__all__ = ["Bill", "BillDifference", "bill", "difference"]
