"""The demonstration's task sharing: an invented log, and what its head has approved and signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from api.accounts.tables import Account
from api.policy.roles import Caller
from api.tasksharing.book_of import today
from api.tasksharing.log_routes import book_from, keep_book
from api.tasksharing.tables import TaskApproval, TaskDelegation
from fixtures.task_files import task_file
from tasksharing.catalogue import draft
from tasksharing.log import read_approvals, read_delegations

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from api.units.tables import Unit
    from rostering.domain.problem import Problem


def fill_tasks(session: Session, row: Unit, problem: Problem, ward: str, head: str) -> None:
    """Give a unit its invented time log, approvals and delegations; all hold from today on."""
    by = session.scalar(select(Account.id).where(Account.login == head))
    log = task_file(ward, "log").read_bytes()
    keep_book(session, row, book_from(log, problem), Caller(by))
    tasks, unit, day = {task.id: task for task in draft().tasks}, problem.units[0].id, today()
    for one in read_approvals(task_file(ward, "approvals"), tasks.values(), problem, unit):
        minimum = one.minimum or tasks[one.task].minimum
        session.add(
            TaskApproval(
                unit_id=row.id,
                task=one.task,
                minimum=[way.model_dump(mode="json") for way in minimum],
                last=one.last,
                proposed_by=by,
                approved_by=by,
                approved_on=day,
            )
        )
    for held in read_delegations(task_file(ward, "delegations"), tasks.values(), problem, unit):
        session.add(
            TaskDelegation(
                unit_id=row.id,
                person=held.person,
                task=held.task,
                forms=list(held.forms),
                residents=list(held.residents),
                last=held.last,
                signed_by=held.signed_by,
                signed_on=day,
                by=by,
            )
        )
