"""The fairness ledger: what everybody has carried, from roster to roster."""

from __future__ import annotations

from rostering.burden.ledger import carried_on, ledger, plan_ledger
from rostering.burden.models import Ledger
from rostering.burden.sight import FEWEST, Sight, Spread, sight, spreads

__all__ = [
    "FEWEST",
    "Ledger",
    "Sight",
    "Spread",
    "carried_on",
    "ledger",
    "plan_ledger",
    "sight",
    "spreads",
]
