"""What people say about extra shifts: who wants some, and who is not to be called."""
