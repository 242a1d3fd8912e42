"""Naive baselines by name: what a forecast has to beat."""

from absence_model.baselines.naive import CALM, NAIVE, naive, names_for

__all__ = ["CALM", "NAIVE", "naive", "names_for"]
