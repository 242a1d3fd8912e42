"""Naive baselines by name: what a forecast has to beat."""

from absence_model.baselines.naive import NAIVE, naive, names_for

__all__ = ["NAIVE", "naive", "names_for"]
