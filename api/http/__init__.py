"""What all routes share: who asks, transactions, refusals, entity tags, idempotency, pages."""
