"""What the holders of accounts are called."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.tables import Account


def account_names(session: Session, accounts: Iterable[str | None]) -> dict[str, str]:
    """Return names by account; one that has been erased is not among them."""
    wanted = {account for account in accounts if account}
    query = select(Account.id, Account.name).where(Account.id.in_(wanted))
    return {row.id: row.name for row in session.execute(query)}
