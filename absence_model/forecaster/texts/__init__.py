"""Sentences of the model card."""
