"""Who may come in: accounts, what they are granted where, passwords, sessions, OpenID Connect."""
