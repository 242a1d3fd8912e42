"""What is asked about: a draft as it is now, or the roster that holds in a period."""

from __future__ import annotations

from sqlalchemy.orm import Session

from api.periods.tables import Period
from api.questions.asking import Subject
from api.rosters.drafts import problem_at
from api.rosters.standing import standing
from api.rosters.tables import Draft
from api.units.documents import roster_of


def of_draft(session: Session, draft: Draft) -> Subject:
    """Return a draft with the problem that it answers."""
    problem = problem_at(session, draft.problem_hash)
    return Subject(problem, roster_of(draft.roster), f"draft:{draft.id}", draft.revision)


def of_standing(session: Session, period: Period) -> Subject:
    """Return the published roster that holds, with the ward as it is known today."""
    found = standing(session, period)
    return Subject(found.problem, found.roster, f"publication:{found.publication.id}")
