"""The discussion of a draft: preview, comments, and the protocol that both sides sign (§ 10-3)."""
