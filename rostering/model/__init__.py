"""The CP-SAT model of a problem: literals, verbs, build and read back."""
