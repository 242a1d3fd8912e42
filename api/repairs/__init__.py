"""Repair of a published roster: asked for, answered with several options, and one of them taken."""
