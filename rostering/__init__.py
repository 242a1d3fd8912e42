"""The rostering engine: read a problem, solve it, check it, score it - no web, no database.

Each verb has a file of its own: ``rostering.solve.solve``, ``rostering.check.check``,
``rostering.score.score``; ``rostering.readers`` and ``rostering.writers`` speak with files.
"""
