"""Stand-ins for one open shift: who may be asked, in which order, and who may not and why."""

from __future__ import annotations

from rostering.replan.stand_ins.find import stand_ins
from rostering.replan.stand_ins.models import OpenDuty, Reason, Refusal, StandIn, StandIns
from rostering.replan.stand_ins.precedence import Precedence, precedence_table

__all__ = [
    "OpenDuty",
    "Precedence",
    "Reason",
    "Refusal",
    "StandIn",
    "StandIns",
    "precedence_table",
    "stand_ins",
]
