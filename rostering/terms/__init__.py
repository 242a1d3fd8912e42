"""One module per goal: how it is measured on a roster, and how the solver is told."""
