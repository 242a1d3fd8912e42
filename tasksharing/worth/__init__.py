"""What one more delegation, course or larger position is worth: bounded all, rostered some."""

from __future__ import annotations

from tasksharing.worth.models import Candidate, Ranking, Worth, WorthQuestion
from tasksharing.worth.rank import rank
from tasksharing.worth.report import worth_report

__all__ = ["Candidate", "Ranking", "Worth", "WorthQuestion", "rank", "worth_report"]
