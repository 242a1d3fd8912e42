"""The fairness ledger: what everybody has carried, from roster to roster."""

from __future__ import annotations

from rostering.burden.ledger import carried_on, ledger
from rostering.burden.models import Ledger
from rostering.burden.sight import Sight, sight

__all__ = ["Ledger", "Sight", "carried_on", "ledger", "sight"]
