"""Column generation: whole lines priced on automata, combined by a linear programme."""
