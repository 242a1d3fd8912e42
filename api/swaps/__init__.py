"""Shift swaps: asked for by employees, accepted by colleagues, approved by the manager."""
