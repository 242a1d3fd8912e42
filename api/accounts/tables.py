"""Accounts, grants and sessions."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from api.db.base import Code, Digest, Id, Key, Moment, Short, Table, Words, now


class Account(Table):
    """Somebody who can come in; without a password only through the identity provider."""

    __tablename__ = "account"

    id: Mapped[Key]
    login: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Short]
    password: Mapped[Words | None]
    subject: Mapped[Short | None] = mapped_column(unique=True)
    language: Mapped[Code] = mapped_column(default="nb")
    active: Mapped[bool] = mapped_column(default=True)
    revision: Mapped[int] = mapped_column(default=1)
    created: Mapped[Moment] = mapped_column(default=now)
    grants: Mapped[list[Grant]] = relationship(
        back_populates="account", cascade="all, delete-orphan", order_by="Grant.role"
    )


class Grant(Table):
    """A role of an account, in one unit or, for HR and administrators, everywhere.

    ``person`` is who the account is in the unit's ward, for the role of an employee.
    """

    __tablename__ = "account_grant"
    __table_args__ = (UniqueConstraint("account_id", "role", "unit_id"),)

    id: Mapped[Key]
    account_id: Mapped[Id] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    role: Mapped[Code]
    unit_id: Mapped[Id | None] = mapped_column(
        ForeignKey("unit.id", ondelete="CASCADE"), index=True
    )
    person: Mapped[Short | None]
    account: Mapped[Account] = relationship(back_populates="grants")


class LoginSession(Table):
    """A session on the server; the browser holds a secret of which only the digest is here."""

    __tablename__ = "login_session"

    digest: Mapped[Digest] = mapped_column(primary_key=True)
    account_id: Mapped[Id] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[Digest]
    created: Mapped[Moment] = mapped_column(default=now)
    seen: Mapped[Moment] = mapped_column(default=now)
    ends: Mapped[Moment]


class SignInAttempt(Table):
    """Somebody on the way to the identity provider; bound to one browser, gone when back."""

    __tablename__ = "sign_in_attempt"

    state: Mapped[Digest] = mapped_column(primary_key=True)
    browser: Mapped[Digest]
    nonce: Mapped[Short]
    verifier: Mapped[Short]
    at: Mapped[Moment] = mapped_column(default=now)


class LoginFailure(Table):
    """A failed attempt to come in, by the digest of the name that was tried."""

    __tablename__ = "login_failure"

    id: Mapped[Key]
    name: Mapped[Digest] = mapped_column(index=True)
    at: Mapped[Moment] = mapped_column(default=now)
