"""Public benchmark instances and their published rosters, as problems and rosters of the engine."""

from __future__ import annotations

from rostering.readers.public.curtois import read_curtois
from rostering.readers.public.inrc1 import read_inrc1
from rostering.readers.public.inrc2 import read_inrc2
from rostering.readers.public.rosters import read_public_roster

__all__ = ["read_curtois", "read_inrc1", "read_inrc2", "read_public_roster"]
