"""The policy: what each role may do. An action that is not here nobody may do.

Scope is the unit of the object, unless the action is among ``ANYWHERE``, which concern the caller
alone or the whole service.
"""

from __future__ import annotations

from api.policy.roles import Role

E, M, R, H, A = Role.EMPLOYEE, Role.MANAGER, Role.REPRESENTATIVE, Role.HR, Role.ADMINISTRATOR
STAFF = frozenset({E, M, R, H, A})

POLICY: dict[str, frozenset[Role]] = {
    # oneself
    "self.read": STAFF,
    "self.write": STAFF,
    # units and their wards
    "unit.list": STAFF,
    "unit.create": frozenset({A}),
    "ward.read": frozenset({M, R, H}),
    "ward.write": frozenset({M}),
    "ward.manage": frozenset({M}),
    "legend.read": frozenset({E, M, R, H}),
    # a period's life
    "period.list": frozenset({E, M, R, H}),
    "period.read": frozenset({E, M, R, H}),
    "period.write": frozenset({M}),
    "wish.own": frozenset({E}),
    "wish.read": frozenset({M}),
    "wish.approve": frozenset({M}),
    "level.read": frozenset({E, M}),
    # drafts
    "draft.read": frozenset({M, H}),
    "draft.write": frozenset({M}),
    "job.start": frozenset({M}),
    "job.read": frozenset({M}),
    # preview, discussion, publication
    "preview.own": frozenset({E}),
    "preview.read": frozenset({E, M, R, H}),
    "preview.write": frozenset({M}),
    "comment.write": frozenset({E, M, R}),
    "comment.read": frozenset({E, M, R}),
    "comment.answer": frozenset({M}),
    "protocol.read": frozenset({M, R, H}),
    "protocol.write": frozenset({M}),
    "protocol.sign": frozenset({M, R}),
    "roster.publish": frozenset({M}),
    "roster.read": frozenset({E, M, R, H}),
    "roster.manage": frozenset({M}),
    "calendar.own": frozenset({E}),
    # what follows a published roster
    "repair.write": frozenset({M}),
    "offer.read": frozenset({M}),
    "offer.write": frozenset({M}),
    "offer.own": frozenset({E}),
    # swaps of published duties
    "swap.own": frozenset({E}),
    "swap.read": frozenset({M}),
    "swap.decide": frozenset({M}),
    "swap.set": frozenset({M}),
    # burdens and health: names are for the manager, counts for who speaks for the staff
    "ledger.read": frozenset({M}),
    "ledger.own": frozenset({E}),
    "ledger.spread": frozenset({M, R, H}),
    "ledger.correct": frozenset({M}),
    "lights.read": frozenset({M}),
    "lights.own": frozenset({E}),
    "lights.count": frozenset({M, R, H}),
    "names.read": frozenset({E, M, R, H}),
    "names.propose": frozenset({M}),
    "names.confirm": frozenset({R}),
    "names.withdraw": frozenset({M, R}),
    # absence of a unit: counts of shifts, a forecast, and the reserve it pays for
    "absence.read": frozenset({M, H}),
    "absence.write": frozenset({M, H}),
    "forecast.read": frozenset({M, R, H}),
    "forecast.start": frozenset({M, H}),
    "reserve.read": frozenset({M}),
    "reserve.write": frozenset({M}),
    # task sharing: HR proposes who may do a task, the unit's head approves it
    "sharing.read": frozenset({M, H}),
    "sharing.propose": frozenset({M, H}),
    "sharing.approve": frozenset({M}),
    "delegation.read": frozenset({M, H}),
    "delegation.write": frozenset({M, H}),
    "tasklog.write": frozenset({M, H}),
    "bridge.read": frozenset({H}),
    # task sharing: what HR thinks through, before anybody has been asked
    "scenario.read": frozenset({H}),
    "scenario.write": frozenset({H}),
    "comparison.read": frozenset({H}),
    "comparison.write": frozenset({H}),
    # extra shifts
    "call.own": frozenset({E}),
    "call.read": frozenset({M}),
    "call.write": frozenset({M}),
    # the service
    "account.read": frozenset({A}),
    "account.write": frozenset({A}),
    "audit.read": frozenset({A}),
    "person.erase": frozenset({A}),
    "delivery.read": frozenset({A}),
}

OPEN = frozenset({"health", "login", "calendar.feed", "document"})
"""What needs no account: each such route guards itself, or tells nothing."""

ANYWHERE = frozenset(
    {
        "self.read",
        "self.write",
        "unit.list",
        "unit.create",
        "account.read",
        "account.write",
        "audit.read",
        "person.erase",
        "delivery.read",
        "bridge.read",
    }
)
"""Actions on no unit in particular: a role held anywhere is enough."""


def allowed(action: str, roles: frozenset[Role]) -> bool:
    """Return whether one of some roles may do something; what is not in the table, nobody may."""
    return bool(POLICY.get(action, frozenset()) & roles)
