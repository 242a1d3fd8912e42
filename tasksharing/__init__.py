"""Task sharing: which task may be done by whom, and what that frees. Nothing is in it yet."""
