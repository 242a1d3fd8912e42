"""Comments on a draft in preview: from staff and representatives, answered by the manager."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.errors import Conflict, NotThere
from api.hearing.preview import shown
from api.hearing.shapes import Answer, CommentShape, NewComment
from api.hearing.tables import Comment
from api.http.context import Asking, Db, may
from api.http.idempotency import IdempotencyKey, once
from api.notices.telling import Told, tell_account
from api.periods.finding import period_for
from api.periods.rounds import comments_open
from api.periods.tables import Period
from api.policy.roles import Caller, Role

router = APIRouter(prefix="/api/periods/{period}/comments", tags=["preview"])
_FIRST = (Role.MANAGER, Role.REPRESENTATIVE, Role.EMPLOYEE)


@router.get("", dependencies=[Depends(may("comment.read"))])
def comments(period: str, asking: Asking, session: Db) -> list[CommentShape]:
    """List the comments that the caller may see: all for manager and representatives, else own."""
    found = period_for(session, period, asking, "comment.read")
    query = select(Comment).where(Comment.period_id == found.id).order_by(Comment.at, Comment.id)
    if not asking.roles(found.unit_id) & {Role.MANAGER, Role.REPRESENTATIVE}:
        query = query.where(Comment.by == asking.account)
    return [_shape(comment) for comment in session.scalars(query)]


@router.post("", status_code=201, dependencies=[Depends(may("comment.write"))])
def comment(
    period: str, given: NewComment, asking: Asking, session: Db, key: IdempotencyKey = None
) -> CommentShape:
    """Comment on the draft that is shown."""
    found = period_for(session, period, asking, "comment.write")
    what = (CommentShape, f"comments of {period}", given)
    return once(session, asking, key, what, lambda: _make(session, found, given, asking))


def _make(session: Session, period: Period, given: NewComment, asking: Caller) -> CommentShape:
    if not comments_open(period):
        raise Conflict("comments.closed")
    roles = asking.roles(period.unit_id)
    made = Comment(
        period_id=period.id,
        draft_id=shown(session, period).id,
        by=asking.account,
        person=asking.person(period.unit_id),
        role=next(role.value for role in _FIRST if role in roles),
        text=given.text,
        answer="",
    )
    session.add(made)
    session.flush()
    _note(session, "comment.create", period, made, asking)
    return _shape(made)


@router.put("/{comment_id}/answer", dependencies=[Depends(may("comment.answer"))])
def answer(
    period: str, comment_id: str, given: Answer, asking: Asking, session: Db
) -> CommentShape:
    """Answer a comment; its writer sees it."""
    found = period_for(session, period, asking, "comment.answer")
    made = session.get(Comment, comment_id)
    if made is None or made.period_id != found.id:
        raise NotThere("thing.unknown")
    new = given.answer.strip() and given.answer != made.answer
    made.answer = given.answer
    if new and made.by != asking.account:
        _tell(session, found, made)
    _note(session, "comment.answer", found, made, asking)
    return _shape(made)


def _tell(session: Session, period: Period, made: Comment) -> None:
    page = f"/representative/periods/{period.id}/comments"
    page = "/staff/preview" if made.role == Role.EMPLOYEE else page
    told = Told("comment_answered", page, {"period": period.name})
    tell_account(session, period.unit_id, made.by, told)


def _note(session: Session, action: str, period: Period, made: Comment, asking: Caller) -> None:
    subject = f"{period.unit_id}/{made.person}" if made.person else f"account:{made.by}"
    told = {"text": made.text, "answer": made.answer}
    about = f"comment:{made.id}"
    note(session, Act(action, asking.account, about, period.unit_id, subject, told))


def _shape(made: Comment) -> CommentShape:
    fields = {name: getattr(made, name) for name in CommentShape.model_fields if name != "draft"}
    return CommentShape.model_validate({**fields, "draft": made.draft_id})
