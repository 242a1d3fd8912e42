"""What rosters ask of people: the fairness ledger, health lights, and who may see what of them."""
