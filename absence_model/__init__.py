"""The forecast of absence, learnt from past rosters.."""
