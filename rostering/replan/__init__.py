"""What to do when somebody is away: stand-ins for a shift, and how a roster stands sick calls."""
