"""Invented units whose absence is known down to its causes: to test a forecast and its use."""
