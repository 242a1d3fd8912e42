"""Commands for those who develop helseturnus; no part of the wheel."""
