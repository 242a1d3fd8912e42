"""Shift swaps: lawful partners for a duty, ranked, and a judge of swaps that somebody asks for."""

from __future__ import annotations

from rostering.swap.ask import swaps_for
from rostering.swap.models import Consent, GoneBreach, Handover, Swap, SwapKind
from rostering.swap.require import require_swap
from rostering.swap.take import apply

__all__ = [
    "Consent",
    "GoneBreach",
    "Handover",
    "Swap",
    "SwapKind",
    "apply",
    "require_swap",
    "swaps_for",
]
