"""Task sharing (*oppgavedeling*): who does which task, who may, and what moving it is worth."""
