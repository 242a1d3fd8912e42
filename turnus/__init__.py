"""The front door: the command ``turnus``, one command a file."""
