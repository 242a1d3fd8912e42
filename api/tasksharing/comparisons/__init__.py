"""Comparisons of scenarios by rostering: asked, followed, told, and their gain plans."""
