"""Questions that take as long as a search, and run in the same queue: each kind in a module."""
