"""What people are told when something of theirs has changed or somebody asks them."""
