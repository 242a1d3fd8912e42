"""Wishes: a round that opens and closes for all at once, on the phone, also without a signal."""
