"""Lists as units keep them - time log, approvals, delegations - read whole or refused whole."""

from __future__ import annotations

from tasksharing.log.make import book_of
from tasksharing.log.permits import read_approvals, read_delegations
from tasksharing.log.read import read_log
from tasksharing.log.together import Lists, read_lists

__all__ = ["Lists", "book_of", "read_approvals", "read_delegations", "read_lists", "read_log"]
