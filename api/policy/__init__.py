"""Who may do what: one table, and nothing that is not in it."""
