"""One module per rule: what it checks, what it tells the solver, and the values it needs."""
