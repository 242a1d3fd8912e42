"""Measurements of the engine on the bundled wards. Nothing is in it yet."""
