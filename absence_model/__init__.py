"""The forecast of absence, learnt from past rosters. Nothing is in it yet."""
