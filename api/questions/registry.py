"""All kinds of questions, by name, and what their answers are in the service's document.

Those of HR have answers at addresses of their own (``api.tasksharing``).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.jobs.tables import JobKind
from api.questions.choice import CHOICE, ChoiceAnswer
from api.questions.kind import Question
from api.questions.receipts import RECEIPTS, ReceiptsAnswer
from api.questions.stress import STRESS, StressAnswer
from api.questions.why import WHY, WhyAnswer
from api.tasksharing.comparisons.question import COMPARISON

QUESTIONS: dict[JobKind, Question] = {
    JobKind.STRESS: STRESS,
    JobKind.CHOICE: CHOICE,
    JobKind.WHY: WHY,
    JobKind.RECEIPTS: RECEIPTS,
    JobKind.COMPARISON: COMPARISON,
}

Answer = Annotated[
    StressAnswer | ChoiceAnswer | WhyAnswer | ReceiptsAnswer, Field(discriminator="kind")
]
