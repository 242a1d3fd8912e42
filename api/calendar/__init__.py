"""One's published shifts as a calendar that a phone subscribes to, behind a link one can revoke."""
