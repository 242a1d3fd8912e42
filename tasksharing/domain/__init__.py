"""Tasks, staff groups, approvals and delegations, and the minutes that the tasks take."""
