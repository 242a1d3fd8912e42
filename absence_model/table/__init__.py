"""The table of absence: one row a unit, date, staff group and kind; reading, writing, hiding.

Rows about people are accepted, but only in memory: they become counts before anything is kept.
"""
