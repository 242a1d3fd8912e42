"""Gain plans: what freed time is worth, by whom and when it is taken out, never guessed."""
