"""Why: clashes when nothing is lawful, what would open them, and receipts for wishes."""
