"""What the service is held to: a real server process, asked over loopback HTTP."""
