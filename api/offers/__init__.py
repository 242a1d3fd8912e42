"""Open shifts: who may take one, who has been asked and has said yes, and whose it then is."""
